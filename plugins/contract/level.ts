/** Peak aimed at: 1 dB under full scale. */
const PEAK = 0.89 * 32_767;

/** More than this would lift the engine's hiss rather than its voice. */
const MOST = 2;

/** Raises quiet speech, by one factor for the whole line, so that lines of all voices are about as loud. Never lowers, never clips. */
export function level(samples: Int16Array): Int16Array {
  const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
  const gain = peak === 0 ? 1 : Math.min(MOST, Math.max(1, PEAK / peak));
  return samples.map((sample) => Math.round(sample * gain));
}
