import { type Edit, type Statement, splitWords } from '../../../../dsl/index.ts';
import { quoted } from '../composing/script-text.ts';
import { colourOf } from '../reading/colours.ts';
import { pluralOf, thirdPerson } from '../reading/inflect.ts';
import { kindOf } from '../reading/kinds.ts';
import { baseForms, type Token, tokenize } from '../reading/tokens.ts';
import { NUMBERS, SIZES, VERBS } from '../reading/vocabulary.ts';
import { applyEdits, statementsOf } from './statements.ts';
import type { Noun } from './wish.ts';

/** What is so now of those that a noun names; null for what has not changed. */
export interface Told {
  readonly noun: Noun;
  /** A word for it, such as "green". */
  readonly colour: string | null;
  readonly count: number | null;
}

/** Words between a number and its noun, at most. */
const MOST_BETWEEN = 3;
const NAMES = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
export const numberWord = (count: number): string => NAMES[count] ?? String(count);

interface Part {
  readonly token: Token;
  readonly offset: number;
}

interface Retold {
  readonly text: string;
  /** Words that stand there no more, with what stands in their place. */
  readonly renamed: readonly (readonly [from: string, to: string])[];
}

/** A script whose lines agree with what has become of those they speak of; cues follow the words that change. */
export function retell(script: string, told: readonly Told[]): string {
  const ids = statementsOf(script).flatMap((one) => (one.kind === 'say' && one.name ? [one.name.text] : []));
  let text = script;
  for (const one of told) for (const id of ids) text = retellLine(text, id, one);
  return text;
}

function retellLine(script: string, id: string, told: Told): string {
  const line = statementsOf(script).find((one) => one.kind === 'say' && one.name?.text === id);
  if (line?.kind !== 'say' || !line.text) return script;
  const { text, renamed } = retold(line.text.value, told);
  if (text === line.text.value) return script;
  const spoken = applyEdits(script, [edit(line.text.span, quoted(text))]);
  return renamed.reduce((all, [from, to]) => recued(all, id, from, to), spoken);
}

/** "Two red fish swim" → "Four green fish swim"; the first mention only, and what was not said before is not said now. */
export function retold(text: string, { noun, colour, count }: Told): Retold {
  const parts = located(text);
  const at = parts.findIndex(({ token }) => names(token, noun));
  const named = parts[at];
  if (!named) return { text, renamed: [] };
  const before = parts.slice(Math.max(0, at - MOST_BETWEEN), at);
  const described = before.slice(before.findLastIndex(({ token }) => !describes(token)) + 1);
  const changes: { readonly part: Part; readonly to: string }[] = [];

  const painted = described.find(({ token }) => colourOf(token.word, true) !== null);
  if (colour !== null && painted) changes.push({ part: painted, to: colour });

  const numbered = described.find(({ token }) => numberOf(token) !== null);
  if (count !== null && numbered && numberOf(numbered.token) !== count) {
    const digits = /^\d/.test(numbered.token.word);
    changes.push({ part: numbered, to: digits ? String(count) : numberWord(count) });
    const plural = named.token.plural || numberOf(numbered.token) !== 1;
    const verb = parts[at + 1];
    if (plural !== count > 1) {
      const { root, word } = named.token;
      changes.push({ part: named, to: count > 1 ? pluralOf(word) : root });
      const other = verb && agreeing(verb.token, count);
      if (verb && other) changes.push({ part: verb, to: other });
    }
  }

  const edits = changes.map(({ part, to }) =>
    edit({ offset: part.offset, length: part.token.text.length }, cased(part.token.text, to)),
  );
  return {
    text: applyEdits(text, edits),
    renamed: changes.filter(({ part, to }) => part.token.word !== to).map(({ part, to }) => [part.token.word, to]),
  };
}

const edit = ({ offset, length }: { readonly offset: number; readonly length: number }, text: string): Edit => ({
  offset,
  length,
  text,
});

function located(text: string): Part[] {
  let from = 0;
  return tokenize(text).flatMap((token): Part[] => {
    const offset = token.text === '' ? -1 : text.indexOf(token.text, from);
    if (offset < 0) return [];
    from = offset + token.text.length;
    return [{ token, offset }];
  });
}

const names = (token: Token, { kind, word }: Noun): boolean => {
  if (baseForms(token).includes(word)) return true;
  const known = kindOf(token)?.kind;
  return kind !== null && known !== undefined && (known === kind || known.endsWith(kind));
};

const describes = (token: Token): boolean =>
  numberOf(token) !== null || colourOf(token.word, true) !== null || SIZES.has(token.word) || token.determiner;

function numberOf({ word }: Token): number | null {
  if (/^\d{1,2}$/.test(word)) return Number(word);
  return word === 'a' || word === 'an' ? 1 : (NUMBERS.get(word) ?? null);
}

/** The verb as several do it, or as one does; null for what is none. */
function agreeing(token: Token, count: number): string | null {
  if (['is', 'are'].includes(token.word)) return count > 1 ? 'are' : 'is';
  const base = baseForms(token).find((form) => VERBS.has(form));
  if (!base || /(?:ing|ed)$/.test(token.word)) return null;
  return count > 1 ? base : thirdPerson(base);
}

const cased = (was: string, now: string): string =>
  /^\p{Lu}/u.test(was) ? `${now.charAt(0).toUpperCase()}${now.slice(1)}` : now;

/** `line.swims` → `line.swim` outside of strings. */
function recued(script: string, id: string, from: string, to: string): string {
  const cue = new RegExp(`(?<![\\w.-])${id}\\.${from}(?![\\w-])`, 'gi');
  return script.replace(/"(?:\\.|[^"\\])*"|[^"]+/g, (stretch) =>
    stretch.startsWith('"') ? stretch : stretch.replace(cue, `${id}.${to}`),
  );
}

/** The lines that still speak of a noun, by their texts. */
export const stillSaid = (statements: readonly Statement[], nouns: readonly Noun[]): string[] =>
  statements.flatMap((one) => {
    if (one.kind !== 'say' || !one.text) return [];
    const { value } = one.text;
    return splitWords(value).length > 0 && tokenize(value).some((token) => nouns.some((noun) => names(token, noun)))
      ? [value]
      : [];
  });
