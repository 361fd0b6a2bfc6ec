/** A sign with the marks, joiners and tones that belong to it, or two regional signs that are one flag. */
const LETTER = /\p{RI}\p{RI}|[\s\S](?:\p{M}|\p{EMod}|\u200d[\s\S])*/gu;

/**
 * What is written in one stroke of the pen. `Intl.Segmenter` would follow each engine's own tables; this is coarser
 * and the same everywhere.
 */
export const lettersOf = (text: string): readonly string[] => text.match(LETTER) ?? [];
