import { stemmer } from 'stemmer';
import { ACTOR_KINDS } from '../../dsl/index.ts';
import { CONCEPTS } from './concepts.ts';

/** Numbers in a vector. */
export const DIMENSIONS = 256;

/** How much each kind of feature says of what a text is about; found by trial on the labelled queries beside the tests. */
const WEIGHT = { word: 1, concept: 0.8, letters: 0.3 } as const;

/** Words that say nothing of what a text is about. */
const IDLE = new Set(
  'a an the and or of to in on at by for from with without over under into it its is are was be as that this then while how what when i me my we you your he she they them about make show scene video please'.split(
    ' ',
  ),
);

const stemOf = (word: string): string => stemmer(word);

/** Which concepts a stem belongs to, by their place in the list. */
const CONCEPTS_OF: ReadonlyMap<string, readonly number[]> = (() => {
  const rows = [
    ...CONCEPTS.map((row) => row.split(' ')),
    ...Object.entries(ACTOR_KINDS).map(([kind, { synonyms }]) => [...kind.split('-'), ...synonyms]),
  ];
  const found = new Map<string, number[]>();
  for (const [at, words] of rows.entries()) {
    for (const stem of new Set(words.map(stemOf))) found.set(stem, [...(found.get(stem) ?? []), at]);
  }
  return found;
})();

/** FNV-1a of 32 bits (Fowler, Noll, Vo), with a last mixing so that single bits are usable. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

export const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * What a text is about, as a vector of length 1 (or 0 where it says nothing): its stems, the concepts that they belong
 * to, and runs of three letters, which forgive misspelling, each hashed to a place and a sign (Weinberger et al., Feature
 * Hashing for Large Scale Multitask Learning, 2009). Needs no model and says the same everywhere.
 */
export function meaningOf(text: string): Float32Array<ArrayBuffer> {
  const amounts = new Map<string, number>();
  const add = (feature: string, amount: number) => amounts.set(feature, (amounts.get(feature) ?? 0) + amount);
  for (const word of wordsOf(text)) {
    if (IDLE.has(word)) continue;
    const stem = stemOf(word);
    add(`w:${stem}`, WEIGHT.word);
    const concepts = CONCEPTS_OF.get(stem) ?? [];
    for (const concept of concepts) add(`c:${concept}`, WEIGHT.concept / Math.sqrt(concepts.length));
    const framed = `<${word}>`;
    const runs = Math.max(1, framed.length - 2);
    for (let at = 0; at < runs; at += 1) add(`l:${framed.slice(at, at + 3)}`, WEIGHT.letters / Math.sqrt(runs));
  }
  const vector = new Float32Array(DIMENSIONS);
  for (const [feature, amount] of amounts) {
    const hash = hashOf(feature);
    // What is said ten times is not ten times as much what the text is about.
    const place = hash % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + (hash & 0x80000000 ? -1 : 1) * Math.sqrt(amount);
  }
  const length = Math.sqrt(vector.reduce((sum, each) => sum + each * each, 0));
  return length === 0 ? vector : vector.map((each) => each / length);
}
