/** The whole road of one script, and what must hold at its end whatever the script says. */
import {
  analyse,
  apply,
  compile,
  createSampler,
  diagnosticToJson,
  emptyState,
  format,
  highlight,
  parseTimeline,
  read,
} from '../../dsl/index.ts';

const MODES = ['2d', '3d'] as const;
const LARGEST_TIMELINE = 64 * 1024 * 1024;

/** @throws Error where a promise is broken; whatever else is thrown is a crash */
export function travel(text: string): void {
  const once = format(text);
  if (format(once) !== once) throw new Error('format is not idempotent');
  for (const { offset, length } of highlight(text)) {
    if (offset < 0 || length < 0 || offset + length > text.length)
      throw new Error('highlight lies outside of the text');
  }
  read(text);
  for (const diagnostic of analyse(text).diagnostics) {
    const { line, column, end_line } = diagnosticToJson(diagnostic, 'fuzz.scene', text);
    if (line < 1 || column < 1 || end_line < line) throw new Error(`${diagnostic.code} has no place`);
    for (const { edits } of diagnostic.cures) {
      if (edits.some(({ offset, length }) => offset < 0 || offset + length > text.length)) {
        throw new Error(`a cure of ${diagnostic.code} lies outside of the text`);
      }
    }
  }
  for (const mode of MODES) watch(text, mode);
}

function watch(text: string, mode: (typeof MODES)[number]): void {
  const { value: timeline } = compile(text, { mode });
  const written = JSON.stringify(timeline);
  if (written.length > LARGEST_TIMELINE) throw new Error(`the timeline grew to ${written.length} bytes`);
  const parsed = parseTimeline(JSON.parse(written));
  if (!parsed.ok) throw new Error(`the timeline is refused: ${JSON.stringify(parsed.issues[0])}`);
  let state: ReturnType<typeof emptyState> = emptyState(mode, timeline.stage);
  for (const patch of timeline.patches.slice(0, 500)) {
    const applied = apply(state, patch);
    if (!applied.ok) throw new Error(`a patch does not apply: ${patch.op} ${patch.path}`);
    state = applied.value as typeof state;
  }
  const sampler = createSampler(timeline);
  for (const share of [0, 0.37, 0.71, 1]) {
    const seen = JSON.stringify(sampler.frameAt(timeline.duration_ms * share), (_, value: unknown) => {
      if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('a frame holds a number that is none');
      return value;
    });
    if (seen.length === 0) throw new Error('a frame is empty');
  }
}
