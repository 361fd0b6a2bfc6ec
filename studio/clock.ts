/**
 * The clocks: one way of playing, three sources of time. None of them knows a document; what they read is handed in.
 * While sound plays, the audio hardware is the master (`AudioClock`); pictures follow it.
 */
import { clamp, fitLoop, hasEnded, type Loop, positionAt, STOPPED, type Transport } from './transport.ts';

export interface Clock {
  /** Scene milliseconds, never backwards while playing except where a loop turns. */
  position(): number;
  /** True once a scene that does not loop has been played to its end. */
  ended(): boolean;
  transport(): Transport;
  play(): void;
  pause(): void;
  seek(position_ms: number): void;
  setRate(rate: number): void;
  setLoop(loop: Loop | null): void;
  /** The length of the scene; the position stays, or moves back to the new end. */
  setDuration(duration_ms: number): void;
}

abstract class TransportClock implements Clock {
  private state: Transport = STOPPED;

  /** Source time of what is seen and heard now. */
  protected abstract now(): number;
  /** The earliest source time at which playing can begin when asked for now. */
  protected abstract earliest(): number;

  position(): number {
    return positionAt(this.state, this.now());
  }

  ended(): boolean {
    return hasEnded(this.state, this.now());
  }

  transport(): Transport {
    return this.state;
  }

  play(): void {
    if (this.state.playing) return;
    const restart = this.state.position_ms >= this.state.duration_ms;
    this.anchor({ playing: true, position_ms: restart ? (this.state.loop?.in_ms ?? 0) : this.state.position_ms });
  }

  pause(): void {
    if (this.state.playing) this.anchor({ playing: false });
  }

  seek(position_ms: number): void {
    this.anchor({ position_ms: clamp(position_ms, 0, this.state.duration_ms) });
  }

  setRate(rate: number): void {
    if (rate !== this.state.rate) this.anchor({ rate: clamp(rate, 0.1, 4) });
  }

  setLoop(loop: Loop | null): void {
    this.anchor({ loop: fitLoop(loop, this.state.duration_ms) });
  }

  setDuration(duration_ms: number): void {
    if (duration_ms === this.state.duration_ms) return;
    this.anchor({
      duration_ms,
      position_ms: Math.min(this.position(), duration_ms),
      loop: fitLoop(this.state.loop, duration_ms),
    });
  }

  /** Ties the position of this moment (or the one given) to the source anew, with some things changed. */
  private anchor(change: Partial<Transport>): void {
    this.state = { ...this.state, position_ms: this.position(), ...change, anchor_ms: this.earliest() };
  }
}

/** Moved by hand: tests, and drawing frame by frame. */
export class ManualClock extends TransportClock {
  private time = 0;

  advance(by_ms: number): void {
    this.time += Math.max(0, by_ms);
  }

  protected now(): number {
    return this.time;
  }

  protected earliest(): number {
    return this.time;
  }
}

/** Follows the time that the browser gives to each drawn frame; for where there is no sound at all. */
export class FrameClock extends TransportClock {
  private time = 0;

  /** Takes the time of a frame, as `requestAnimationFrame` reports it. */
  frame(time_ms: number): void {
    this.time = Math.max(this.time, time_ms);
  }

  protected now(): number {
    return this.time;
  }

  protected earliest(): number {
    return this.time;
  }
}

/** What of an `AudioContext` tells the time. */
export interface AudioTime {
  /** Seconds: the first sample that is not rendered yet. */
  readonly currentTime: number;
  /** Seconds from being rendered to being heard. */
  readonly latency: number;
  readonly running: boolean;
}

/** Sound ordered this far ahead begins exactly when ordered, whatever the audio thread has rendered already. */
const LEAD_MS = 40;
/** Beyond this the smoothed time is no longer a better guess than the coarse one: jump. */
const LOST_MS = 30;
/** Time over which a difference between wall and audio time is evened out. */
const SETTLE_MS = 250;

/**
 * The master: time is what the audio hardware has let be heard. `currentTime` moves in steps of one hardware buffer
 * (often 10 ms), which would make pictures judder, so between steps it is carried on by a fine wall clock that is
 * pulled towards it all the time and can therefore never drift.
 */
export class AudioClock extends TransportClock {
  private readonly audio: AudioTime;
  private readonly wall: () => number;
  private last: { readonly heard: number; readonly wall: number } | null = null;

  /** `wall` gives milliseconds from any origin, monotone: `performance.now`. */
  constructor(audio: AudioTime, wall: () => number) {
    super();
    this.audio = audio;
    this.wall = wall;
  }

  protected now(): number {
    const coarse = (this.audio.currentTime - this.audio.latency) * 1000;
    if (!this.audio.running) {
      this.last = null;
      return coarse;
    }
    const wall = this.wall();
    if (this.last === null) {
      this.last = { heard: coarse, wall };
      return coarse;
    }
    const passed = wall - this.last.wall;
    const carried = this.last.heard + passed;
    const error = coarse - carried;
    const heard = Math.abs(error) > LOST_MS ? coarse : carried + error * Math.min(1, passed / SETTLE_MS);
    this.last = { heard: Math.max(this.last.heard, heard), wall };
    return this.last.heard;
  }

  protected earliest(): number {
    return this.audio.currentTime * 1000 + LEAD_MS;
  }
}
