/** For browser tests: how far picture and sound are apart, from what the tap has noted. */
import { createSampler, type Timeline } from '../dsl/index.ts';
import type { Click, Drawn } from './audio-tap.ts';

export interface Step {
  readonly word: string;
  /** Scene time at which the player stands at the instant when the word's first sample is heard, less the word's start. */
  readonly drift_ms: number;
  /** From the instant when the word is heard to the instant when the player stands where the ball first touches it. */
  readonly ball_ms: number;
  /**
   * From the instant when the word is heard to the drawing of the nearest picture in which the ball touches it.
   * It can be no finer than the pictures are apart; null where they are so far apart that none shows the touch.
   */
  readonly touch_ms: number | null;
}

/** Pictures further apart than this belong to different passes of a loop, or to before and after a seek. */
const ONE_PASS_S = 0.4;

/**
 * Matches clicks to words by their order, from the word `first` on and round again in a loop, and looks up what was
 * drawn when each was heard. Clicks that were still on their way to the loudspeaker are left out.
 */
export function measureSteps(
  clicks: readonly Click[],
  drawn: readonly Drawn[],
  timeline: Timeline,
  first: number,
): readonly Step[] {
  const { words } = timeline;
  const balls = ballTouches(timeline);
  return clicks.flatMap(({ at_s }, count) => {
    const index = (first + count) % words.length;
    const word = words[index];
    const after = drawn.findIndex(({ read_s }) => read_s >= at_s);
    const [a, b] = [drawn[after - 1], drawn[after]];
    if (word === undefined || a === undefined || b === undefined || b.read_s - a.read_s > ONE_PASS_S) return [];
    const shown_ms = a.at_ms + ((b.at_ms - a.at_ms) * (at_s - a.read_s)) / (b.read_s - a.read_s);
    const touches = drawn
      .filter(({ touching, drawn_s }) => touching === keyOf(word) && Math.abs(drawn_s - at_s) < ONE_PASS_S)
      .map(({ drawn_s }) => (drawn_s - at_s) * 1000);
    const touch_ms = touches.length === 0 ? null : touches.reduce((x, y) => (Math.abs(x) <= Math.abs(y) ? x : y));
    const ball_ms = (balls.get(keyOf(word)) ?? Number.POSITIVE_INFINITY) - shown_ms;
    return [{ word: word.text, drift_ms: shown_ms - word.start_ms, ball_ms, touch_ms }];
  });
}

export const largest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));

/** The median time between pictures, ms. */
export function pictureGap(drawn: readonly Drawn[]): number {
  const gaps = drawn.slice(1).map((each, at) => (each.drawn_s - (drawn[at]?.drawn_s ?? 0)) * 1000);
  return gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
}

const keyOf = (word: { readonly line: string; readonly index: number }): string => `${word.line}:${word.index}`;

/** The scene times at which the ball first touches each word, found in the sampled frames. */
function ballTouches(timeline: Timeline): ReadonlyMap<string, number> {
  const sampler = createSampler(timeline);
  const touches = new Map<string, number>();
  for (let ms = 0; ms <= timeline.duration_ms; ms++) {
    for (const { line, ball } of sampler.frameAt(ms).lyrics) {
      if (ball === null || ball.touching < 0) continue;
      const key = keyOf({ line, index: ball.touching });
      if (!touches.has(key)) touches.set(key, ms);
    }
  }
  return touches;
}
