import { z } from 'zod';
import { PluginFailure, type SpokenWord } from '../../contract/index.ts';
import type { Program } from './find-engine.ts';

/** A word and where in the file it lies, in seconds. */
interface Segment {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

export interface Hypothesis {
  readonly text: string;
  readonly words: readonly SpokenWord[];
}

/**
 * What PocketSphinx understood, from its standard output. `leadMs` is the silence that was put before the recording, of
 * `durationMs`: times count from the recording's own start, and lie inside it. Fails with `answer-garbled`.
 */
export function readHypothesis(
  output: string,
  speaks: Program['speaks'],
  { leadMs, durationMs }: { readonly leadMs: number; readonly durationMs: number },
): Hypothesis {
  const segments = speaks === 'continuous' ? segmentsOfLines(output) : segmentsOfJson(output);
  const inside = (seconds: number): number =>
    Math.min(Math.ceil(durationMs), Math.max(0, Math.round(seconds * 1000) - leadMs));
  let text = '';
  const words: SpokenWord[] = [];
  for (const { word, start, end } of segments) {
    if (isFiller(word)) continue;
    // A word with several pronunciations is printed with the number of the one that was heard: "and(2)".
    const said = word.replace(/\(\d+\)$/, '');
    if (text !== '') text += ' ';
    const start_ms = Math.max(inside(start), words.at(-1)?.end_ms ?? 0);
    words.push({ offset: text.length, length: said.length, start_ms, end_ms: Math.max(start_ms, inside(end)) });
    text += said;
  }
  return { text, words };
}

/** Silence, noise and the ends of an utterance: `<s>`, `<sil>`, `[NOISE]`, `++BREATH++`. */
const isFiller = (word: string): boolean => /^(?:<.*>|\[.*\]|\+\+.*\+\+)$/.test(word);

/** With `-time yes`: a line with the whole utterance, then a line for each word: `moon 1.600 1.990 0.267201`. */
function segmentsOfLines(output: string): Segment[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  const segments = lines.flatMap((line): Segment[] => {
    const [, word, start, end] = /^(\S+) (\d+\.\d+) (\d+\.\d+) \d+\.\d+$/.exec(line.trim()) ?? [];
    return word === undefined ? [] : [{ word, start: Number(start), end: Number(end) }];
  });
  if (lines.length > 0 && segments.length === 0) throw garbled(output);
  return segments;
}

const utteranceSchema = z.object({
  w: z.array(z.object({ t: z.string(), b: z.number().nonnegative(), d: z.number().nonnegative() })),
});

/** A line of JSON for each utterance: `{"b":0,"d":2.3,"p":1,"t":"the moon","w":[{"b":0.1,"d":0.2,"p":1,"t":"the"}, …]}`. */
function segmentsOfJson(output: string): Segment[] {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    try {
      // Where it heard no word at all, version 5.0 forgets the opening bracket.
      const { w } = utteranceSchema.parse(JSON.parse(line.replace(/"w":\]\}$/, '"w":[]}')));
      return w.map(({ t, b, d }) => ({ word: t, start: b, end: b + d }));
    } catch (error) {
      throw garbled(line, error);
    }
  });
}

const garbled = (output: string, cause?: unknown): PluginFailure =>
  new PluginFailure(
    'answer-garbled',
    `PocketSphinx answered in a form that is not known: ${JSON.stringify(output.slice(0, 100))}.`,
    'Is the program of the setting "binary" PocketSphinx 0.8 or 5?',
    { cause },
  );
