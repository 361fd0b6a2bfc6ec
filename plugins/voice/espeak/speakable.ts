/**
 * The text as the engine can take it, with as many code units as it had, so that positions stay true: no lone
 * surrogates, no control characters (a NUL would end it), no `[[`, behind which eSpeak reads phoneme names.
 */
export function speakable(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\ufffd[\]]/gu, ' ');
}
