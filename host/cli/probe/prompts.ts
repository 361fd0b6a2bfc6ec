import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import prand from 'pure-rand';
import { z } from 'zod';
import { ACTOR_KINDS } from '../../../dsl/index.ts';
import { ROOT } from '../root.ts';
import type { Expectation } from './expectation.ts';

/** A prompt, and what must come of it. */
export interface ProbePrompt {
  readonly prompt: string;
  readonly expect: readonly Expectation[];
  /** A release does without the others, not without this one. */
  readonly required: boolean;
}

const corpusSchema = z.object({
  required: z.array(z.tuple([z.string().min(1)], z.string().min(1))),
  exploratory: z.array(z.tuple([z.string().min(1)], z.string().min(1))),
});

export const CORPUS_FILE = join(ROOT, 'scenarios', 'prompts', 'corpus.json');

/** The corpus of the project: those that are required, and the others. */
export async function readCorpus(): Promise<readonly ProbePrompt[]> {
  const { exploratory, required } = corpusSchema.parse(JSON.parse(await readFile(CORPUS_FILE, 'utf8')));
  const of = (rows: typeof exploratory, must: boolean): ProbePrompt[] =>
    rows.map(([prompt, ...expect]) => ({ prompt, expect, required: must }));
  return [...of(required, true), ...of(exploratory, false)];
}

type Dice = (sides: number) => number;

function diceOf(seed: number): Dice {
  const generator = prand.xoroshiro128plus(seed);
  return (sides) => prand.unsafeUniformIntDistribution(0, sides - 1, generator);
}

/** Those that are required and `count` others: first from the corpus, in an order by the seed, then composed. */
export function choosePrompts(corpus: readonly ProbePrompt[], seed: number, count: number): readonly ProbePrompt[] {
  const dice = diceOf(seed);
  const others = corpus.filter(({ required }) => !required);
  // Fisher and Yates, as Durstenfeld wrote it.
  for (let at = others.length - 1; at > 0; at -= 1) {
    const other = dice(at + 1);
    const [a, b] = [others[at], others[other]];
    if (a && b) [others[at], others[other]] = [b, a];
  }
  const composed = Array.from({ length: Math.max(0, count - others.length) }, () => composePrompt(dice));
  return [...corpus.filter(({ required }) => required), ...others.slice(0, count), ...composed];
}

const COLOURS = { red: '#ff0000', blue: '#0000ff', green: '#008000', yellow: '#ffff00', purple: '#800080' } as const;
const NUMBERS = ['one', 'two', 'three', 'four', 'five'] as const;
const DOINGS = ['jump', 'spin', 'dance', 'rise', 'move to the right', 'grow'] as const;
const TIMES = {
  'at night': 'time night',
  'at dusk': 'time dusk',
  'by the sea': 'place sea',
  'in the city': 'place city',
} as const;
const OPENINGS = ['', 'Show me ', 'Please draw ', 'A scene with ', 'animate '] as const;
/** Whose plural is made in the usual way, and that have one colour to be asked for. */
const PLAIN = [
  'cow',
  'dog',
  'cat',
  'bird',
  'robot',
  'rabbit',
  'car',
  'boat',
  'rocket',
  'balloon',
  'house',
  'tree',
  'flower',
  'ball',
  'star',
].filter((kind) => Object.hasOwn(ACTOR_KINDS, kind));

/** A prompt that nobody has written, with what must come of it. */
function composePrompt(dice: Dice): ProbePrompt {
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const [kind, number] = [pick(PLAIN), dice(NUMBERS.length)];
  const [colour, hex] = pick(Object.entries(COLOURS));
  const [when, expected] = pick(Object.entries(TIMES));
  const things = number === 0 ? kind : `${kind}s`;
  const doing = pick(DOINGS);
  const verb = number === 0 ? `that ${doing.replace(/^\w+/, (word) => `${word}s`)}` : `that ${doing}`;
  return {
    prompt: `${pick(OPENINGS)}${NUMBERS[number] ?? 'one'} ${colour} ${things} ${verb} ${when}`,
    expect: [`${number + 1} ${kind}`, `color ${kind} ${hex}`, `moves ${kind}`, expected],
    required: false,
  };
}
