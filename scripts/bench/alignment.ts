/**
 * Finding the words in a sound: fifty sentences at three rates, spoken by eSpeak in voices other than the reference's. The
 * truth is what eSpeak itself tells of them. Then the same in three voices of Flite, an engine of quite another kind; the peer spreads the words by their letters, which is what is left without it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { estimateLine } from '../../dsl/index.ts';
import { alignWords, type Reference } from '../../host/voice/alignment/align-words.ts';
import { decodeWav, type Speech, type Voice } from '../../plugins/contract/index.ts';
import espeak from '../../plugins/voice/espeak/index.ts';
import flite from '../../plugins/voice/flite/index.ts';
import { printTable } from './measure.ts';
import { SENTENCES } from './sentences.ts';

const RATES = [0.8, 1, 1.3] as const;
const OTHERS = ['slt', 'rms', 'awb'] as const;
const TARGETS = ['en-gb+f3', 'en-us+m5', 'en-gb-scotland+f2'] as const;
const REFERENCE = 'en-us';

const folder = await mkdtemp(join(tmpdir(), 'bench-alignment-'));
const context = {
  options: {},
  dataDir: folder,
  environment: {},
  log: (_level: string, message: string) => console.error(message),
};
const voice: Voice = await espeak.start(context);
const other: Voice = await flite.start(context);

async function speak(
  text: string,
  name: string,
  rate: number,
  by = voice,
): Promise<Reference & { readonly duration_ms: number }> {
  const { speak: say } = by;
  if (say === null) throw new Error('it does not speak');
  const spoken: Speech = await say({ text, voice: name, rate }, new AbortController().signal);
  const wav = decodeWav(spoken.audio);
  if (typeof wav === 'string') throw new Error(wav);
  return { samples: wav.samples, rate: wav.sample_rate, words: spoken.words, duration_ms: spoken.duration_ms };
}

const errors = {
  ours: [] as number[],
  ends: [] as number[],
  peer: [] as number[],
  flite: [] as number[],
  flitePeer: [] as number[],
};
const missing = { count: 0 };
const time = { spent: 0, sound: 0 };
const byRate = new Map<number, number[]>(RATES.map((rate) => [rate, []]));
for (const [at, text] of SENTENCES.entries()) {
  const first = await speak(text, REFERENCE, 1);
  for (const rate of RATES) {
    const target = await speak(text, TARGETS[at % TARGETS.length] ?? TARGETS[0], rate);
    const pace = Math.min(2, Math.max(0.5, first.duration_ms / target.duration_ms));
    const reference = await speak(text, REFERENCE, pace);
    const began = performance.now();
    const found = alignWords(reference, target);
    time.spent += performance.now() - began;
    time.sound += target.duration_ms;
    if (found === null) {
      missing.count += 1;
      continue;
    }
    const estimated = estimateLine(text);
    const stretch = target.duration_ms / estimated.duration_ms;
    for (const truth of target.words) {
      const mine = found.find(({ offset }) => offset === truth.offset);
      if (mine === undefined) continue;
      errors.ours.push(Math.abs(mine.start_ms - truth.start_ms));
      errors.ends.push(Math.abs(mine.end_ms - truth.end_ms));
      byRate.get(rate)?.push(Math.abs(mine.start_ms - truth.start_ms));
    }
    for (const [index, truth] of target.words.entries()) {
      const guess = estimated.words[index];
      if (guess !== undefined) errors.peer.push(Math.abs(guess.start_ms * stretch - truth.start_ms));
    }
  }
}
for (const [at, text] of SENTENCES.entries()) {
  const target = await speak(text, OTHERS[at % OTHERS.length] ?? OTHERS[0], 1, other);
  const first = await speak(text, REFERENCE, 1);
  const reference = await speak(text, REFERENCE, Math.min(2, Math.max(0.5, first.duration_ms / target.duration_ms)));
  const found = alignWords(reference, target) ?? [];
  const estimated = estimateLine(text);
  for (const [index, truth] of target.words.entries()) {
    const mine = found.find(({ offset }) => offset === truth.offset);
    if (mine !== undefined) errors.flite.push(Math.abs(mine.start_ms - truth.start_ms));
    const guess = estimated.words[index];
    const stretch = target.duration_ms / estimated.duration_ms;
    if (guess !== undefined) errors.flitePeer.push(Math.abs(guess.start_ms * stretch - truth.start_ms));
  }
}
await Promise.all([voice.stop(), other.stop()]);
await rm(folder, { recursive: true, force: true });

const at = (values: readonly number[], share: number): string =>
  String(Math.round(values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? Number.NaN));
const row = (name: string, values: readonly number[]): string[] => [
  name,
  at(values, 0.5),
  at(values, 0.95),
  at(values, 1),
  String(values.length),
];
console.log(`\n${SENTENCES.length} sentences at ${RATES.length} rates; error in ms`);
printTable([
  ['', 'median', 'p95', 'most', 'words'],
  row('start of a word, aligned', errors.ours),
  row('end of a word, aligned', errors.ends),
  ...[...byRate].map(([rate, values]) => row(`start, at rate ${rate}`, values)),
  row('start of a word, by its letters', errors.peer),
  row('start of a word of Flite, aligned', errors.flite),
  row('start of a word of Flite, by its letters', errors.flitePeer),
]);
console.log(
  `not aligned: ${missing.count} of ${SENTENCES.length * RATES.length}; ${((time.spent / time.sound) * 1000).toFixed(1)} ms for each second of sound`,
);
