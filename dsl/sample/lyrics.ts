import type { StageSize } from '../plan/empty-state.ts';
import type { LyricsState } from '../plan/timeline.ts';
import { ballAt, bounceOf } from './ball.ts';
import type { FrameLyrics } from './frame.ts';
import { layLyrics } from './lyrics-layout.ts';

/** A word not yet sung is dimmed, so that the line can be read ahead. */
const DIMMED = 0.6;
const FADE_IN_MS = 350;
const FADE_OUT_MS = 400;
/** A word brightens over this long at its start. */
const BRIGHTEN_MS = 90;

const share = (value: number): number => Math.min(1, Math.max(0, value));

/** Makes a written line ready to be asked. */
export function lyricsTrack(id: string, state: LyricsState, stage: StageSize): (ms: number) => FrameLyrics {
  const layout = layLyrics(state, stage);
  const bounce = bounceOf(state, layout);
  const { shown_ms, hidden_ms } = state;
  // Fades never reach into the singing: they are over when the first word begins, and begin when the last has ended.
  const fadeIn = Math.max(1, Math.min(FADE_IN_MS, (state.items[0]?.at_ms ?? shown_ms) - shown_ms));
  const fadeOut = Math.max(1, Math.min(FADE_OUT_MS, hidden_ms - (state.items.at(-1)?.end_ms ?? hidden_ms)));
  const opacityAt = (ms: number) => Math.min(share((ms - shown_ms) / fadeIn), share((hidden_ms - ms) / fadeOut));
  return (ms) => ({
    id,
    line: state.line,
    opacity: opacityAt(ms),
    size: layout.size,
    color: state.color,
    highlight: state.highlight,
    words: state.items.map((item, at) => {
      const laid = layout.words[at] ?? { x: 0, y: 0, width: 0 };
      return {
        text: item.text,
        x: laid.x,
        y: laid.y,
        width: laid.width,
        opacity: DIMMED + (1 - DIMMED) * share((ms - item.at_ms) / BRIGHTEN_MS),
        sung: share((ms - item.at_ms) / Math.max(1, item.end_ms - item.at_ms)),
        active: ms >= item.at_ms && ms < item.end_ms,
      };
    }),
    ball: state.ball ? faded(ballAt(bounce, ms), opacityAt(ms)) : null,
  });
}

const faded = (ball: FrameLyrics['ball'], opacity: number): FrameLyrics['ball'] =>
  ball && { ...ball, opacity: Math.min(ball.opacity, opacity) };
