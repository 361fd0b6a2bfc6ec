import { createCastList } from './cast-list.ts';
import { colourOf } from './colours.ts';
import type { Act, Idea, PlaceRelation } from './idea.ts';
import { inflected } from './inflect.ts';
import { kindOf } from './kinds.ts';
import { splitQuotes } from './quotes.ts';
import { cleaned, shortened, withoutAsking, withoutTake } from './sentence.ts';
import { baseForms, type Token, tokenize } from './tokens.ts';
import {
  ASKING,
  NUMBERS,
  PREPOSITIONS,
  SCENERIES,
  SILENT_VERBS,
  SIZES,
  TALK_ABOUT_IT,
  TIMES,
  VERBS,
  WEATHER,
} from './vocabulary.ts';

/** More than this is read over: a scene holds a few things, whatever the length of the prompt. */
const MOST_CHARACTERS = 1200;

const WORDS_OF_LABEL = 3;

const lookUp = <T>(table: ReadonlyMap<string, T>, token: Token): T | null => {
  for (const form of baseForms(token)) {
    const found = table.get(form);
    if (found !== undefined) return found;
  }
  return null;
};

/** Reads a prompt in one pass, word by word: what is on stage, what it does, where and when. */
export function readPrompt(prompt: string): Idea {
  const { quotes, rest } = splitQuotes(withoutTake(cleaned(prompt)));
  const sentence = shortened(withoutAsking(cleaned(rest)));
  const tokens = tokenize(rest.slice(0, MOST_CHARACTERS));
  const list = createCastList();
  let scenery: string | null = null;
  let time: string | null = null;
  const effects = new Set<string>();

  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const next = tokens[at + 1];
    const nounFollows = next !== undefined && token.breakAfter === 'none' && (next.noun || kindOf(next) !== null);
    const { word } = token;
    const colour = colourOf(word, nounFollows);
    const number = /^\d+$/.test(word) ? Number(word) : NUMBERS.get(word);
    const verb = takesOff(token, next) ? 'rise' : verbOf(token, tokens[at - 1]);
    const kind = kindOf(token);
    const place = verb ? null : (SCENERIES.get(word) ?? (kind ? null : lookUp(SCENERIES, token)));
    const weather = kind && list.counting() ? null : WEATHER.get(word);
    time ??= TIMES.get(word) ?? null;
    scenery ??= place;
    if (weather) effects.add(weather);

    if (colour) list.colour(colour);
    else if (number !== undefined) list.count(number, ['a', 'an'].includes(word));
    else if (SIZES.has(word)) list.size(SIZES.get(word) ?? 1);
    else if (verb && !(kind && (list.described() || !list.hasSubject()))) list.verb(verb, word);
    else if (isBouncingBall(tokens, at, quotes.length > 0)) list.clear();
    else if (kind && !isScenery(token, kind.kind, place)) list.noun({ ...kind, label: null });
    else if (place || weather || TIMES.has(word)) list.clear();
    else if (PREPOSITIONS.has(word)) list.preposition(PREPOSITIONS.get(word) as PlaceRelation);
    else if (isSilentVerb(token, tokens[at - 1])) list.clear();
    else if (token.noun && isThing(token)) at += unknownNoun(tokens, at, list);
    else if (token.noun && tokens[at - 1]?.determiner && TALK_ABOUT_IT.has(token.word)) list.nobody();
    else if (word === 'of') list.of();
    else if (['which', 'who', 'that'].includes(word)) list.relative();
    else if (['it', 'they', 'them', 'he', 'she'].includes(word)) list.pronoun();
    if (token.breakAfter !== 'none') list.pause(token.breakAfter === 'sentence');
    else if (['while', 'when', 'as', 'then', 'but', 'and'].includes(word)) list.conjunction(word);
  }
  return inflected(withoutTake(cleaned(prompt)), {
    ...list.idea(),
    scenery,
    time,
    effects: [...effects],
    quotes,
    sentence,
  });
}

/** "The rocket takes off". */
const takesOff = ({ word }: Token, next: Token | undefined): boolean =>
  /^(?:take|takes|took|taking)$/.test(word) && next?.word === 'off';

/** A verb of the stage, unless an article makes a noun of it ("a jump", "the drive"). */
function verbOf(token: Token, before: Token | undefined): Act | null {
  if (before && /^(?:a|an|the|my|his|her|its|our|your|their|another)$/.test(before.word)) return null;
  return lookUp(VERBS, token);
}

/** "Looks" in "a pirate looks for treasure": nothing to see, and no noun, unless it is described like one. */
const isSilentVerb = (token: Token, before: Token | undefined): boolean =>
  before?.noun === true && before.breakAfter === 'none' && lookUp(SILENT_VERBS, token) !== null;

/** "forest" is trees and a place, "world" a globe and a figure of speech: those that are only places are no actors. */
const isScenery = (token: Token, kind: string, place: string | null): boolean =>
  place !== null && kind !== 'tree' && !token.plural;

/** The ball that goes from word to word belongs to the lyrics and is not a thing on stage. */
function isBouncingBall(tokens: readonly Token[], at: number, quoted: boolean): boolean {
  if (tokens[at]?.root !== 'ball' && tokens[at]?.word !== 'ball') return false;
  const around = tokens.map((token) => token.word);
  return (
    [tokens[at - 1], tokens[at + 1]].some((token) => token?.word.startsWith('bounc')) &&
    (quoted || around.some((word) => /^(lyrics?|words?|phrase|sentence|text|karaoke)$/.test(word)))
  );
}

const isThing = (token: Token): boolean =>
  !TALK_ABOUT_IT.has(token.word) &&
  !TALK_ABOUT_IT.has(token.root) &&
  !ASKING.has(token.word) &&
  /\p{L}{2}/u.test(token.word);

/** Nouns that stand together are one thing: "stone bridge". Answers with how many words it took besides the first. */
function unknownNoun(tokens: readonly Token[], at: number, list: ReturnType<typeof createCastList>): number {
  let end = at;
  for (; end + 1 < tokens.length && end - at + 1 < WORDS_OF_LABEL; end += 1) {
    const next = tokens[end + 1];
    if (
      tokens[end]?.breakAfter !== 'none' ||
      !next?.noun ||
      !isThing(next) ||
      kindOf(next) ||
      lookUp(VERBS, next) ||
      lookUp(SILENT_VERBS, next) ||
      colourOf(next.word, true)
    )
      break;
  }
  const last = tokens[end];
  if (!last) return 0;
  const words = [...tokens.slice(at, end).map((token) => token.word), last.plural ? last.root : last.word];
  const label = [...words.join(' ')].slice(0, 24).join('');
  list.noun({ kind: last.person ? 'person' : 'thing', noun: label, label, plural: last.plural });
  return end - at;
}
