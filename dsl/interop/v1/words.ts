import { restOf } from '../../plan/motion.ts';
import type { LyricsState, TextState } from '../../plan/timeline.ts';
import type { Bare, Translation } from './translation.ts';

/** Texts are annotations, which v1 only ever adds to. */
export function annotation({ id, property, patch, scale }: Translation): Bare[] {
  if (property !== undefined || patch.op === 'remove') return [];
  const state = patch.value as TextState;
  const [x, y] = scale.point(restOf(state.position));
  const value = {
    id,
    text: state.text,
    x,
    y,
    size: scale.size(restOf(state.size)),
    color: restOf(state.color),
  };
  return [{ op: 'add', path: '/annotations/-', value }];
}

/** v1 has one written line and one ball: the last that comes wins. */
export function lyrics({ property, patch, scale }: Translation): Bare[] {
  if (property !== undefined || patch.op === 'remove') return [];
  const { items, highlight, color, ball, position, size } = patch.value as LyricsState;
  const start_ms = items[0]?.at_ms ?? patch.at_ms;
  const end_ms = items.at(-1)?.end_ms ?? start_ms;
  const step_ms =
    items.length > 1 ? Math.round(((items.at(-1)?.at_ms ?? start_ms) - start_ms) / (items.length - 1)) : 0;
  const [x, y] = scale.point(position);
  const words = {
    items: items.map(({ text, at_ms }) => ({ text, at_ms })),
    start_ms,
    step_ms,
    end_ms,
    color,
    highlight,
    size: scale.size(size),
    x,
    y,
  };
  const bounce = {
    kind: 'bouncing_ball',
    start_ms,
    duration_ms: end_ms - start_ms,
    word_starts_ms: items.map((item) => item.at_ms),
  };
  const written: Bare = { op: 'add', path: '/lyrics/words', value: words };
  return ball ? [written, { op: 'add', path: '/fx/bouncing_ball', value: bounce }] : [written];
}
