import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Frame, Sampler, Timeline } from '../dsl/index.ts';
import type { Clock } from './clock.ts';
import { clamp, type Loop, type Transport } from './transport.ts';

/** In and out points as the viewer set them, whether they are looped or not. */
export interface Marks {
  readonly in_ms: number | null;
  readonly out_ms: number | null;
}

const NO_MARKS: Marks = { in_ms: null, out_ms: null };

/**
 * Plays one timeline against one clock. It knows no document and no audio: `tick` is called for every picture that can
 * be shown, reads the clock once and answers with the frame to draw, or null when nothing changed since the last.
 */
export class Player {
  private clock: Clock;
  private sampler: Sampler | null = null;
  private drawn: { readonly sampler: Sampler; readonly position_ms: number } | null = null;

  private readonly playingSignal = signal(false);
  private readonly positionSignal = signal(0);
  private readonly timelineSignal = signal<Timeline | null>(null);
  private readonly loopingSignal = signal(false);
  private readonly marksSignal = signal<Marks>(NO_MARKS);
  private readonly rateSignal = signal(1);

  constructor(clock: Clock) {
    this.clock = clock;
  }

  get playing(): ReadonlySignal<boolean> {
    return this.playingSignal;
  }
  /** Scene milliseconds of the latest tick. */
  get position(): ReadonlySignal<number> {
    return this.positionSignal;
  }
  get timeline(): ReadonlySignal<Timeline | null> {
    return this.timelineSignal;
  }
  get looping(): ReadonlySignal<boolean> {
    return this.loopingSignal;
  }
  get marks(): ReadonlySignal<Marks> {
    return this.marksSignal;
  }
  get rate(): ReadonlySignal<number> {
    return this.rateSignal;
  }
  /** What sound must follow; the same object as long as nothing was asked for. */
  get transport(): Transport {
    return this.clock.transport();
  }

  /** Goes on by another clock from where it stands. */
  useClock(clock: Clock): void {
    const { playing, rate, duration_ms, loop } = this.clock.transport();
    clock.setDuration(duration_ms);
    clock.setRate(rate);
    clock.setLoop(loop);
    clock.seek(this.clock.position());
    if (playing) clock.play();
    this.clock = clock;
  }

  /** Another reading of the scene, or another scene: the position stays where it can. */
  load(sampler: Sampler): void {
    this.sampler = sampler;
    this.clock.setDuration(sampler.timeline.duration_ms);
    this.applyLoop();
    this.timelineSignal.value = sampler.timeline;
    this.positionSignal.value = this.clock.position();
  }

  play(): void {
    this.clock.play();
    this.playingSignal.value = this.clock.transport().playing;
  }

  pause(): void {
    this.clock.pause();
    this.playingSignal.value = false;
    this.positionSignal.value = this.clock.position();
  }

  seek(position_ms: number): void {
    this.clock.seek(position_ms);
    this.positionSignal.value = this.clock.position();
  }

  seekBy(by_ms: number): void {
    this.seek(this.clock.position() + by_ms);
  }

  setRate(rate: number): void {
    this.clock.setRate(rate);
    this.rateSignal.value = this.clock.transport().rate;
  }

  setLooping(looping: boolean): void {
    this.loopingSignal.value = looping;
    this.applyLoop();
  }

  /** Sets the in or the out point to a position, or forgets it (null). A crossed partner is forgotten. */
  mark(edge: 'in' | 'out', position_ms: number | null): void {
    const at = position_ms === null ? null : clamp(position_ms, 0, this.duration);
    const { in_ms, out_ms } = this.marksSignal.value;
    this.marksSignal.value =
      edge === 'in'
        ? { in_ms: at, out_ms: at !== null && out_ms !== null && out_ms <= at ? null : out_ms }
        : { in_ms: at !== null && in_ms !== null && in_ms >= at ? null : in_ms, out_ms: at };
    this.applyLoop();
  }

  clearMarks(): void {
    this.marksSignal.value = NO_MARKS;
    this.applyLoop();
  }

  /** Draws again at the next tick although nothing moved: the canvas was resized or replaced. */
  invalidate(): void {
    this.drawn = null;
  }

  tick(): Frame | null {
    const sampler = this.sampler;
    if (sampler === null) return null;
    if (this.clock.ended()) {
      this.clock.seek(this.duration);
      this.pause();
    }
    const position_ms = this.clock.position();
    this.positionSignal.value = position_ms;
    if (this.drawn?.sampler === sampler && this.drawn.position_ms === position_ms) return null;
    this.drawn = { sampler, position_ms };
    return sampler.frameAt(position_ms);
  }

  private get duration(): number {
    return this.sampler?.timeline.duration_ms ?? 0;
  }

  private applyLoop(): void {
    const { in_ms, out_ms } = this.marksSignal.value;
    const loop: Loop | null = this.loopingSignal.value ? { in_ms: in_ms ?? 0, out_ms: out_ms ?? this.duration } : null;
    const now = this.clock.transport().loop;
    if (loop?.in_ms === now?.in_ms && loop?.out_ms === now?.out_ms) return;
    this.clock.setLoop(loop);
  }
}
