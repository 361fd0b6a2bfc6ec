import { z } from 'zod';
import { PluginFailure, type SpokenWord } from '../../contract/index.ts';

/** A stretch of speech that Vosk is done with; times in seconds from the start of what was sent. */
export interface Utterance {
  readonly text: string;
  /** Null where the server was told to leave them out. */
  readonly words: readonly { readonly word: string; readonly start: number; readonly end: number }[] | null;
}

const utteranceSchema = z.object({
  text: z.string(),
  result: z.array(z.object({ word: z.string(), start: z.number(), end: z.number() })).optional(),
});

/** Partial results go on changing until a result ends them; a server may be told to offer several alternatives, the best first. */
const answerSchema = z.union([
  z.object({ partial: z.string() }),
  z.object({ alternatives: z.array(utteranceSchema).min(1) }),
  utteranceSchema,
]);

/** One message of the server; null where it is only partial. Fails with `answer-garbled`. */
export function readAnswer(message: string): Utterance | null {
  let answer: z.infer<typeof answerSchema>;
  try {
    answer = answerSchema.parse(JSON.parse(message));
  } catch (cause) {
    const beginning = JSON.stringify(message.slice(0, 100));
    const text = `The Vosk server answered in a form that is not known: ${beginning}.`;
    throw new PluginFailure('answer-garbled', text, 'Is there a Vosk server at the address of the setting url?', {
      cause,
    });
  }
  if ('partial' in answer) return null;
  const best = 'alternatives' in answer ? answer.alternatives[0] : answer;
  return best ? { text: best.text.trim(), words: best.result ?? null } : null;
}

/** All that was said as one line, and its words, made to lie in order and inside the recording; no words where times are missing. */
export function joinUtterances(
  utterances: readonly Utterance[],
  durationMs: number,
): { readonly text: string; readonly words: readonly SpokenWord[] } {
  const spoken = utterances.filter(({ text }) => text !== '');
  const timed = spoken.flatMap(({ words }) => words ?? []);
  if (spoken.some(({ words }) => words === null || words.length === 0))
    return { text: spoken.map(({ text }) => text).join(' '), words: [] };
  const limit = Math.ceil(durationMs);
  let text = '';
  let time = 0;
  const words: SpokenWord[] = [];
  for (const { word, start, end } of timed) {
    if (word === '' || word === '[unk]') continue;
    if (text !== '') text += ' ';
    const start_ms = Math.min(limit, Math.max(time, Math.round(start * 1000)));
    time = Math.min(limit, Math.max(start_ms, Math.round(end * 1000)));
    words.push({ offset: text.length, length: word.length, start_ms, end_ms: time });
    text += word;
  }
  return { text, words };
}
