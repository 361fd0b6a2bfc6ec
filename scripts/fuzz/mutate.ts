/** Random changes to scripts: what a typing hand, a model that makes things up, or an unkind person would do to one. */
import prand from 'pure-rand';

export interface Dice {
  /** A whole number from 0 up to, not including, `below`. */
  below(below: number): number;
  pick<T>(list: readonly T[]): T;
}

export function diceOf(seed: number): Dice {
  const generator = prand.xoroshiro128plus(seed);
  const below = (limit: number) => (limit <= 1 ? 0 : prand.unsafeUniformIntDistribution(0, limit - 1, generator));
  return {
    below,
    pick<T>(list: readonly T[]): T {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('There is nothing to pick from.');
      return picked;
    },
  };
}

const TOKEN = /"(?:[^"\\\n]|\\.)*"?|[\p{L}_][\p{L}\p{N}_'’-]*|-?\d+(?:\.\d+)?[A-Za-z%]*|#\w*|\/\/[^\n]*|\s+|./gsu;

export const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** Values at the edges of what any rule may have thought of. */
const EDGES = [
  ...['0', '-1', '1e9', '999999999999999999999', '-0.0000001', '0s', '-5s', '86401s', '1ms', '100%', '-100%', '1e-9'],
  ...[
    '360000deg',
    '#',
    '##',
    '#fff',
    '#12345',
    '#-1',
    '#0',
    '#(',
    '"',
    '""',
    '"\\"',
    '{',
    '}',
    '(',
    ')',
    ',',
    '.',
    '+',
    '-',
    '*',
    '/',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'end',
    'start',
    'none',
    'center',
    '\u0000',
    '\ud800',
    '😀',
    '…',
    '\u202e',
    'é',
  ],
];

const MOST_TOKENS = 6000;

type Mutation = (tokens: string[], dice: Dice, others: readonly string[][]) => string[];

const spliced = (tokens: string[], at: number, remove: number, insert: readonly string[]): string[] => [
  ...tokens.slice(0, at),
  ...insert,
  ...tokens.slice(at + remove),
];

const MUTATIONS: readonly Mutation[] = [
  (tokens, dice) => spliced(tokens, dice.below(tokens.length), 1 + dice.below(4), []),
  (tokens, dice) => {
    const from = dice.below(tokens.length);
    return spliced(tokens, dice.below(tokens.length), 0, tokens.slice(from, from + 1 + dice.below(30)));
  },
  (tokens, dice) => spliced(tokens, dice.below(tokens.length), 1, [dice.pick(EDGES)]),
  (tokens, dice) => spliced(tokens, dice.below(tokens.length), 0, [' ', dice.pick(EDGES), ' ']),
  (tokens, dice) => spliced(tokens, dice.below(tokens.length), 1, [dice.pick(tokens)]),
  (tokens, dice, others) => {
    const other = dice.pick(others);
    const from = dice.below(other.length);
    return spliced(tokens, dice.below(tokens.length), dice.below(6), other.slice(from, from + 1 + dice.below(60)));
  },
  (tokens, dice) => tokens.slice(0, dice.below(tokens.length)),
  (tokens, dice) => {
    const at = dice.below(tokens.length);
    const times = 1 + dice.below(40);
    return spliced(
      tokens,
      at,
      0,
      Array.from({ length: times }, () => `${tokens[at] ?? ''} `),
    );
  },
  (tokens, dice) => {
    const at = dice.below(tokens.length);
    const word = [...(tokens[at] ?? '')];
    const letter = dice.below(word.length + 1);
    word.splice(letter, dice.below(2), String.fromCodePoint(32 + dice.below(600)));
    return spliced(tokens, at, 1, [word.join('')]);
  },
];

/** `text` after one to six mutations. */
export function mutate(text: string, dice: Dice, others: readonly string[][]): string {
  let tokens = tokensOf(text);
  for (let left = 1 + dice.below(6); left > 0 && tokens.length > 0; left -= 1) {
    tokens = dice.pick(MUTATIONS)(tokens, dice, others).slice(0, MOST_TOKENS);
  }
  return tokens.join('');
}
