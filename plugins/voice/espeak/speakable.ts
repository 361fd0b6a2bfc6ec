/**
 * The text as the engine can take it, with as many code units as it had, so that positions stay true: no lone
 * surrogates, no control characters (a NUL would end it), and nothing that eSpeak takes as an order: `[[` begins
 * phoneme names, `<` begins markup, such as a break of any length.
 */
export function speakable(text: string): string {
  return text.toWellFormed().replace(/[\p{Cc}\ufffd[\]<>]/gu, ' ');
}
