/** Opus works at this rate, and AAC likes it. */
export const SAMPLE_RATE = 48_000;

/** Something that is heard, and where in the scene it begins. */
export interface HeardClip {
  readonly sound: AudioBuffer;
  readonly start_ms: number;
}

/** Everything that is heard from `from_ms` to `to_ms` of a scene, as the studio plays it; null where nothing is. */
export async function mixSound(
  clips: readonly HeardClip[],
  from_ms: number,
  to_ms: number,
): Promise<AudioBuffer | null> {
  const heard = clips.filter(({ sound, start_ms }) => start_ms < to_ms && start_ms + sound.duration * 1000 > from_ms);
  if (heard.length === 0) return null;
  const length = Math.max(1, Math.round(((to_ms - from_ms) / 1000) * SAMPLE_RATE));
  const desk = new OfflineAudioContext({ numberOfChannels: 2, length, sampleRate: SAMPLE_RATE });
  for (const { sound, start_ms } of heard) {
    const source = new AudioBufferSourceNode(desk, { buffer: sound });
    source.connect(desk.destination);
    const begins = (start_ms - from_ms) / 1000;
    if (begins >= 0) source.start(begins);
    else source.start(0, -begins);
  }
  return desk.startRendering();
}
