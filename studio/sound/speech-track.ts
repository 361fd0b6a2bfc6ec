import type { Transport } from '../transport.ts';
import { type Clip, scheduleSpeech } from './speech-schedule.ts';

/** What the track needs of the sound system; times in seconds of the audio clock. */
export interface SoundOutput<Sound> {
  readonly currentTime: number;
  start(
    sound: Sound,
    cue: { readonly when: number; readonly offset: number; readonly length: number; readonly rate: number },
  ): () => void;
}

export interface SpokenClip<Sound> extends Clip {
  readonly sound: Sound;
}

/** Loop passes are ordered this long before they begin. */
const AHEAD_MS = 2000;

/** Keeps what is ordered from the loudspeaker equal to what the transport says should sound. */
export class SpeechTrack<Sound> {
  private readonly output: SoundOutput<Sound>;
  private clips: readonly SpokenClip<Sound>[] = [];
  private transport: Transport | null = null;
  /** What was ordered, by clip and instant: when it is over (source time) and how to stop it. */
  private readonly ordered = new Map<string, { readonly over_ms: number; readonly stop: () => void }>();

  constructor(output: SoundOutput<Sound>) {
    this.output = output;
  }

  /** Other clips: what sounds already goes on only if it is ordered again, so this is for between two readings of a scene. */
  setClips(clips: readonly SpokenClip<Sound>[]): void {
    const same = clips.length === this.clips.length && clips.every((clip, at) => sameClip(clip, this.clips[at]));
    if (same) return;
    this.clips = clips;
    this.silence();
    this.pump();
  }

  /** To be called whenever the transport changed and, while playing, with every drawn frame. */
  follow(transport: Transport): void {
    if (transport !== this.transport) {
      this.transport = transport;
      this.silence();
    }
    this.pump();
  }

  silence(): void {
    for (const order of this.ordered.values()) order.stop();
    this.ordered.clear();
  }

  private pump(): void {
    const transport = this.transport;
    if (!transport?.playing) return;
    const now_ms = this.output.currentTime * 1000;
    for (const [key, order] of this.ordered) if (order.over_ms < now_ms - AHEAD_MS) this.ordered.delete(key);
    for (const cue of scheduleSpeech(transport, this.clips, now_ms, now_ms + AHEAD_MS)) {
      const key = `${cue.clip}@${cue.when_ms}`;
      if (this.ordered.has(key)) continue;
      const clip = this.clips.find((each) => each.id === cue.clip);
      const missed_ms = Math.max(0, now_ms - cue.when_ms) * transport.rate;
      if (clip === undefined || missed_ms >= cue.length_ms) continue;
      const stop = this.output.start(clip.sound, {
        when: Math.max(cue.when_ms, now_ms) / 1000,
        offset: (cue.offset_ms + missed_ms) / 1000,
        length: (cue.length_ms - missed_ms) / 1000,
        rate: transport.rate,
      });
      this.ordered.set(key, { over_ms: cue.when_ms + cue.length_ms / transport.rate, stop });
    }
  }
}

const sameClip = <Sound>(a: SpokenClip<Sound>, b: SpokenClip<Sound> | undefined): boolean =>
  b !== undefined && a.id === b.id && a.start_ms === b.start_ms && a.length_ms === b.length_ms && a.sound === b.sound;
