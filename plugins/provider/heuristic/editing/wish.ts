import { colourOf } from '../reading/colours.ts';
import type { Idea } from '../reading/idea.ts';
import { kindOf } from '../reading/kinds.ts';
import { splitQuotes } from '../reading/quotes.ts';
import { readPrompt } from '../reading/read-prompt.ts';
import { cleaned } from '../reading/sentence.ts';
import { baseForms, tokenize } from '../reading/tokens.ts';
import { NUMBERS, SIZES } from '../reading/vocabulary.ts';

/** What a follow-up asks to be changed in the running scene. */
export type Wish =
  | { readonly kind: 'setting'; readonly idea: Idea }
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'add'; readonly idea: Idea }
  | { readonly kind: 'remove'; readonly nouns: readonly Noun[] }
  | {
      readonly kind: 'change';
      readonly nouns: readonly Noun[];
      readonly colour: Colour | null;
      readonly factor: number | null;
    }
  /** Ways take `factor` times as long: those of the nouns, or all of them. */
  | { readonly kind: 'pace'; readonly nouns: readonly Noun[]; readonly factor: number }
  | { readonly kind: 'count'; readonly noun: Noun; readonly count: number }
  /** So many more of what is there; `idea` where there is none of it. */
  | { readonly kind: 'more'; readonly noun: Noun; readonly count: number; readonly idea: Idea };

export interface Colour {
  /** As it was said. */
  readonly word: string;
  readonly hex: string;
}

export interface Noun {
  readonly kind: string | null;
  readonly word: string;
}

const SAY =
  /^(?:please )?(?:say|write|let (?:it|them) say|(?:change|set|make) the (?:text|line|words?|phrase|caption|lyrics|sentence|narration)(?: to)?)\b/i;
const REMOVE = /^(?:please )?(?:remove|delete|erase|drop|hide|take away|get rid of|no more|without)\b/i;
const ADD = /^(?:please )?(?:add|put|insert|include|also|plus|and|bring|draw|let there be|with)\b/i;
const MORE = /\b(?:another|more|additional|extra)\b/i;
const CHANGE = /^(?:please )?(?:now )?(?:make|turn|paint|colou?r|change|set|give|let)\b/i;
const MOST_MORE = 8;
const FASTER = /\b(?:faster|quicker|(?:speed|hurry)\b.*\bup)\b/i;
const SLOWER = /\b(?:slower|slow\b.*\bdown)\b/i;
const FACTORS: ReadonlyMap<string, number> = new Map([
  ...['bigger', 'larger', 'taller', 'grow'].map((word) => [word, 1.4] as const),
  ...['smaller', 'shorter', 'shrink'].map((word) => [word, 0.7] as const),
]);

/** Where one wish ends and the next begins: "… and add two more". */
const NEXT =
  /\s*(?:[,;.]|\band\b|\bthen\b)\s+(?:then\s+|also\s+|and\s+)*(?=(?:add|make|remove|delete|turn|paint|put|change|let|give|hide|colou?r|get rid|speed|slow)\b)/i;
const SO_MANY_MORE = /\b(\w+) more\b(?!\s+(?:than|and more))/i;

/** The wishes of a follow-up, one by one; what stands in quotation marks is not taken apart. */
export const partsOf = (prompt: string): readonly string[] =>
  splitQuotes(prompt).quotes.length > 0 ? [prompt] : prompt.split(NEXT).filter((part) => part.trim() !== '');

/** What a follow-up wants changed; null where it asks for a scene of its own. `about` is what the wish before it was about. */
export function readWish(prompt: string, about: Noun | null = null): Wish | null {
  const text = cleaned(prompt);
  const [quote] = splitQuotes(text).quotes;
  if (quote !== undefined && SAY.test(text)) return { kind: 'say', text: quote };
  const idea = readPrompt(prompt);
  const nouns = nounsOf(text);
  if (REMOVE.test(text)) return nouns.length > 0 ? { kind: 'remove', nouns } : null;
  const words = tokenize(text).map((token) => token.word);
  const more = SO_MANY_MORE.exec(text)?.[1]?.toLowerCase() ?? '';
  const many = /^\d{1,2}$/.test(more) ? Number(more) : (NUMBERS.get(more) ?? 0);
  const meant = nouns[0] ?? about;
  if (many > 0 && meant) return { kind: 'more', noun: meant, count: Math.min(MOST_MORE, many), idea };
  if (FASTER.test(text)) return { kind: 'pace', nouns, factor: 0.6 };
  if (SLOWER.test(text)) return { kind: 'pace', nouns, factor: 1.6 };
  if (idea.cast.length === 0)
    return idea.time || idea.scenery || idea.effects.length > 0 ? { kind: 'setting', idea } : null;
  if (ADD.test(text) || MORE.test(text)) return { kind: 'add', idea };
  const count = countOf(words);
  const [noun] = nouns;
  if (noun && count !== null && (/\binstead\b/i.test(text) || CHANGE.test(text))) return { kind: 'count', noun, count };
  const colour = colourIn(words);
  const factor = words.map((word) => FACTORS.get(word) ?? SIZES.get(word)).find((found) => found !== undefined) ?? null;
  return CHANGE.test(text) && noun && (colour !== null || factor !== null)
    ? { kind: 'change', nouns, colour, factor }
    : null;
}

function colourIn(words: readonly string[]): Colour | null {
  for (const word of words) {
    const hex = colourOf(word, false);
    if (hex !== null) return { word, hex };
  }
  return null;
}

function nounsOf(text: string): Noun[] {
  return tokenize(text).flatMap((token): Noun[] => {
    const known = kindOf(token);
    if (known) return [{ kind: known.kind, word: known.noun }];
    return token.noun && colourOf(token.word, false) === null
      ? [{ kind: null, word: baseForms(token)[1] ?? token.word }]
      : [];
  });
}

/** A number that counts: "a" and "one" in "make the cow a red one" do not. */
function countOf(words: readonly string[]): number | null {
  for (const word of words) {
    const count = /^\d{1,3}$/.test(word) ? Number(word) : NUMBERS.get(word);
    if (count !== undefined && count > 1) return Math.min(12, count);
  }
  return null;
}
