/**
 * Finding the words in a sound: fifty sentences at three rates, spoken by eSpeak in voices other than the reference's. The
 * truth is what eSpeak itself tells of them; the peer spreads the words by their letters, which is what is left without it.
 */
import { estimateLine } from '../../dsl/index.ts';
import { alignWords, type Reference } from '../../host/voice/alignment/align-words.ts';
import { decodeWav, type Speech, type Voice } from '../../plugins/contract/index.ts';
import espeak from '../../plugins/voice/espeak/index.ts';
import { printTable } from './measure.ts';
import { SENTENCES } from './sentences.ts';

const RATES = [0.8, 1, 1.3] as const;
const TARGETS = ['en-gb+f3', 'en-us+m5', 'en-gb-scotland+f2'] as const;
const REFERENCE = 'en-us';

const voice: Voice = await espeak.start({
  options: {},
  dataDir: '/nowhere',
  environment: {},
  log: (_level, message) => console.error(message),
});

async function speak(text: string, name: string, rate: number): Promise<Reference & { readonly duration_ms: number }> {
  const { speak: say } = voice;
  if (say === null) throw new Error('eSpeak does not speak');
  const spoken: Speech = await say({ text, voice: name, rate }, new AbortController().signal);
  const wav = decodeWav(spoken.audio);
  if (typeof wav === 'string') throw new Error(wav);
  return { samples: wav.samples, rate: wav.sample_rate, words: spoken.words, duration_ms: spoken.duration_ms };
}

const errors = { ours: [] as number[], ends: [] as number[], peer: [] as number[] };
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
await voice.stop();

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
]);
console.log(
  `not aligned: ${missing.count} of ${SENTENCES.length * RATES.length}; ${((time.spent / time.sound) * 1000).toFixed(1)} ms for each second of sound`,
);
