import type { Idea } from './idea.ts';
import { IRREGULAR } from './tokens.ts';
import { VERBS } from './vocabulary.ts';

/** Of the irregular words, those that are things. */
const NOUNS = new Set(['wolf', 'mouse', 'goose', 'child', 'man', 'woman', 'calf', 'leaf']);
const CAUSING = /^(?:please )?(?:make|let|have|see|watch)\b/i;

/** "Make a dog run" says "a dog run": in the sentence that is spoken, one dog *runs*. */
export function inflected<T extends Pick<Idea, 'cast' | 'deeds' | 'sentence'>>(prompt: string, idea: T): T {
  if (!CAUSING.test(prompt)) return idea;
  let { sentence } = idea;
  const deeds = idea.deeds.map((deed) => {
    const [subject, ...others] = deed.subjects;
    const single = others.length === 0 && subject !== undefined && idea.cast[subject]?.count === 1;
    if (!single || !VERBS.has(deed.word)) return deed;
    const word = thirdPerson(deed.word);
    sentence = sentence.replace(new RegExp(`\\b${deed.word}\\b`, 'i'), word);
    return { ...deed, word };
  });
  return { ...idea, deeds, sentence };
}

/** "Jump" → "jumps", "fly" → "flies". */
export const thirdPerson = (verb: string): string =>
  /(?:s|x|z|ch|sh|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`;

const SAME_IN_PLURAL = /(?:fish|sheep|deer|cattle|people|aircraft)$/;

/** "Box" → "boxes", "mouse" → "mice", "fish" → "fish". */
export function pluralOf(noun: string): string {
  if (SAME_IN_PLURAL.test(noun)) return noun;
  const irregular = Object.entries(IRREGULAR).find(([, singular]) => singular === noun && NOUNS.has(singular));
  return irregular?.[0] ?? thirdPerson(noun);
}
