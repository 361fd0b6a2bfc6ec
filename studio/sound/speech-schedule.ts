import { passes, type Transport } from '../transport.ts';

/** A spoken line as sound: where it begins in the scene and how long its audio is. */
export interface Clip {
  readonly id: string;
  readonly start_ms: number;
  readonly length_ms: number;
}

/** An order to the audio hardware: play `length_ms` of the clip's audio from `offset_ms` on, beginning at `when_ms`. */
export interface Cue {
  readonly clip: string;
  /** Source time (audio clock). */
  readonly when_ms: number;
  /** Into the clip's audio, at its own speed. */
  readonly offset_ms: number;
  readonly length_ms: number;
}

/**
 * What must sound, and exactly when, for a transport: the clips that the coming passes touch, cut where a pass begins
 * inside them or ends before they do. Passes that ended before `since_ms` are over; `until_ms` bounds how far ahead loop
 * passes are ordered (both source times).
 */
export function scheduleSpeech(
  transport: Transport,
  clips: readonly Clip[],
  since_ms: number,
  until_ms: number,
): Cue[] {
  const cues: Cue[] = [];
  for (const pass of passes(transport, since_ms, until_ms)) {
    for (const clip of clips) {
      const from = Math.max(clip.start_ms, pass.from_ms);
      const to = Math.min(clip.start_ms + clip.length_ms, pass.to_ms);
      if (to <= from) continue;
      cues.push({
        clip: clip.id,
        when_ms: pass.start_ms + (from - pass.from_ms) / transport.rate,
        offset_ms: from - clip.start_ms,
        length_ms: to - from,
      });
    }
  }
  return cues;
}
