import type { Timeline } from '../plan/timeline.ts';
import type { Frame, FrameActor } from '../sample/frame.ts';
import { createSampler } from '../sample/sampler.ts';

export const FRAMES_PER_SECOND = 60;
export const FRAME_MS = 1000 / FRAMES_PER_SECOND;

/** A timeline as rules look at it: all its frames at 60 a second, and any other moment on demand. */
export interface Footage {
  readonly timeline: Timeline;
  readonly frames: readonly Frame[];
  /** Every second one of them: 30 a second. */
  readonly slow: readonly Frame[];
  frameAt(ms: number): Frame;
}

export function filmOf(timeline: Timeline): Footage {
  const sampler = createSampler(timeline);
  const count = Math.floor(timeline.duration_ms / FRAME_MS) + 1;
  const frames = Array.from({ length: count }, (_, at) => sampler.frameAt(at * FRAME_MS));
  const slow = frames.filter((_, at) => at % 2 === 0);
  return { timeline, frames, slow, frameAt: (ms) => sampler.frameAt(ms) };
}

/** The first actor of a kind in a frame. */
export const actorIn = (frame: Frame, kind: string): FrameActor | null =>
  (frame.entities.find((entity) => entity.role === 'actor' && entity.kind === kind) as FrameActor | undefined) ?? null;

/** Every millisecond from `from` to `until` inside the timeline, both included. */
export function* milliseconds({ timeline }: Footage, from: number, until: number): Generator<number> {
  for (let ms = Math.max(0, Math.ceil(from)); ms <= Math.min(until, timeline.duration_ms); ms += 1) yield ms;
}

/** Each frame with the one before it. */
export function* pairs(frames: readonly Frame[]): Generator<readonly [Frame, Frame]> {
  for (let at = 1; at < frames.length; at += 1) {
    const [before, now] = [frames[at - 1], frames[at]];
    if (before && now) yield [before, now];
  }
}
