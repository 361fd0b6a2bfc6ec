import { z } from 'zod';
import { splitWords } from '../../check/words.ts';
import { color, length, size } from './fields.ts';
import { at, atMs, freeName } from './stroke-draft.ts';
import { strokeRule } from './stroke-rule.ts';

const LAST_WORD_MS = 400;
const STEP_MS = 350;

const item = z.union([
  z
    .string()
    .max(200)
    .transform((text) => ({ text, at_ms: undefined })),
  z.object({ text: z.string().max(200), at_ms: z.number().min(0).max(86_400_000).optional() }),
]);

interface TimedWord {
  readonly text: string;
  readonly at_ms: number;
}

/**
 * The words of the items, each with its time: an item of several words shares its time among them. Times never go
 * back, and what says nothing comes a step after the word before it.
 */
function timedWords(items: readonly z.output<typeof item>[], start_ms: number, step_ms: number): TimedWord[] {
  let next = start_ms;
  const times = items.map(({ at_ms }) => {
    const begins = Math.max(Math.round(at_ms ?? next), items.length > 0 ? next - step_ms : 0, 0);
    next = begins + step_ms;
    return begins;
  });
  return items.flatMap(({ text }, index) => {
    const begins = times[index] ?? start_ms;
    const lasts = Math.max(0, (times[index + 1] ?? begins + step_ms) - begins);
    const words = splitWords(text);
    return words.map((word, nth) => ({ text: word.text, at_ms: begins + Math.round((lasts * nth) / words.length) }));
  });
}

/** A written line whose words light up at their times; it is spoken too where somebody has a voice. */
export const setLyricsTrack = strokeRule({
  params: z.object({
    items: z.array(item).max(500).optional(),
    words: z.array(item).max(500).optional(),
    text: z.string().max(10_000).optional(),
    start_ms: z.number().min(0).max(86_400_000).optional(),
    step_ms: z.number().min(1).max(60_000).default(STEP_MS),
    end_ms: z.number().min(0).max(86_400_000).optional(),
    x: length.default(360),
    y: length.default(332),
    size: size.default(22),
    color: color.default('#ffffff'),
    highlight: color.default('#fde68a'),
  }),
  duration_ms: 0,
  paths: () => ['/lyrics/words', '/fx/bouncing_ball'],
  draw({ params, timing, span, draft, stroke_id }) {
    const items =
      params.items ?? params.words ?? splitWords(params.text ?? '').map(({ text }) => ({ text, at_ms: undefined }));
    const words = timedWords(items, params.start_ms ?? timing.start_ms, params.step_ms);
    const [first] = words;
    const last = words.at(-1);
    if (first === undefined || last === undefined) {
      draft.warnings.push('lyrics_without_words');
      return;
    }
    const taken = new Set(draft.model.lines.map((line) => line.id));
    const line = freeName('line', taken);
    const written = items.map(({ text }) => text.trim()).join(' ');
    const cut = splitWords(written).length === words.length ? written : words.map(({ text }) => text).join(' ');
    const end = Math.max(last.at_ms, params.end_ms ?? last.at_ms + LAST_WORD_MS);
    draft.model.lines.push({ id: line, only: null, span, text: cut, voice: null, start: atMs(first.at_ms) });
    draft.words.set(
      line,
      words.map(({ at_ms }, index) => ({
        start_ms: at_ms - first.at_ms,
        end_ms: (words[index + 1]?.at_ms ?? end) - first.at_ms,
      })),
    );
    const { highlight, color, size, x, y } = params;
    const look = { highlight, color, size, at: at(x, y) };
    draft.model.lyrics.push({
      id: freeName(`${stroke_id}-words`, taken),
      only: null,
      span,
      line,
      ball: false,
      ...look,
    });
  },
});
