/**
 * The sounds that a script can ask for with `sound`, made from sines and noise: nothing is fetched, and every sample
 * of every sound is a pure function of its time.
 */

/** One sample, −1 to 1, `seconds` after the sound began; `noise` is white and the same every time. */
type Voice = (seconds: number, noise: number) => number;

interface Effect {
  readonly seconds: number;
  readonly at: Voice;
}

const TURN = Math.PI * 2;

const sine = (hertz: number, seconds: number): number => Math.sin(TURN * hertz * seconds);
/** Falls to 1/e in `tau` seconds, after a rise that is short enough to be heard as a strike but makes no click. */
const struck = (seconds: number, tau: number, rise = 0.004): number =>
  Math.min(1, seconds / rise) * Math.exp(-seconds / tau);
/** Rises and falls once over `length`. */
const arch = (seconds: number, length: number): number => Math.sin(Math.PI * Math.min(1, seconds / length)) ** 2;
/** Phase of a tone that glides from one pitch to another with time constant `tau`. */
const glide = (from: number, to: number, tau: number, seconds: number): number =>
  TURN * (to * seconds + (from - to) * tau * (1 - Math.exp(-seconds / tau)));

/** Partials of a struck bar, as in a glockenspiel: 1, 2.76, 5.40 (Fletcher and Rossing, The Physics of Musical Instruments, 2.15). */
const bar = (hertz: number, seconds: number, tau: number): number =>
  0.7 * sine(hertz, seconds) * struck(seconds, tau) +
  0.22 * sine(hertz * 2.76, seconds) * struck(seconds, tau / 3) +
  0.08 * sine(hertz * 5.4, seconds) * struck(seconds, tau / 8);

/** Claps that come at irregular but fixed times: each is a short burst. */
const clapping: Voice = (seconds, noise) => {
  let loud = 0;
  for (let clap = 0; clap < 60; clap += 1) {
    const begins = (clap * 0.618034) % 1.8;
    const since = seconds - begins;
    if (since >= 0 && since < 0.06) loud += struck(since, 0.012, 0.001);
  }
  return noise * Math.min(1.6, loud) * 0.5 * arch(seconds + 0.25, 2.4);
};

export const SOUND_EFFECTS: Readonly<Record<string, Effect>> = {
  chime: {
    seconds: 2.2,
    at: (t) => 0.5 * (bar(1046.5, t, 0.7) + (t > 0.14 ? bar(1568, t - 0.14, 0.8) : 0)),
  },
  ding: { seconds: 1.4, at: (t) => 0.8 * bar(1318.5, t, 0.45) },
  pop: { seconds: 0.16, at: (t) => 0.8 * Math.sin(glide(320, 900, 0.03, t)) * struck(t, 0.035) },
  click: { seconds: 0.05, at: (t, noise) => 0.6 * (0.5 * noise + 0.5 * sine(2400, t)) * struck(t, 0.006, 0.0005) },
  thud: {
    seconds: 0.5,
    at: (t, noise) => 0.9 * (sine(58 + 40 * Math.exp(-t / 0.03), t) + 0.1 * noise) * struck(t, 0.1),
  },
  drum: {
    seconds: 0.6,
    at: (t, noise) => 0.8 * (Math.sin(glide(210, 92, 0.05, t)) + 0.25 * noise * struck(t, 0.03)) * struck(t, 0.14),
  },
  whoosh: { seconds: 0.9, at: (t, noise) => 0.5 * noise * arch(t, 0.9) * (0.6 + 0.4 * sine(3, t)) },
  splash: {
    seconds: 0.9,
    at: (t, noise) => 0.6 * noise * struck(t, 0.2, 0.01) + 0.15 * Math.sin(glide(700, 1500, 0.2, t)) * struck(t, 0.1),
  },
  swell: {
    seconds: 2.4,
    at: (t) => 0.22 * arch(t, 2.4) * (sine(220, t) + sine(277.2, t) + sine(329.6, t) + 0.5 * sine(440.6, t)),
  },
  applause: { seconds: 2, at: clapping },
};

/** A simple low-pass takes the hiss out of noise; its memory makes it the only part that is not a function of time alone. */
const SOFTNESS = 0.35;

/**
 * The samples of one sound at `volume` 0–1, mono, at `sample_rate` hertz. A name that is not known is silence.
 */
export function synthesise(sound: string, volume: number, sample_rate: number): Float32Array<ArrayBuffer> {
  const effect = Object.hasOwn(SOUND_EFFECTS, sound) ? SOUND_EFFECTS[sound] : undefined;
  if (!effect) return new Float32Array(1);
  const samples = new Float32Array(Math.ceil(effect.seconds * sample_rate));
  let state = 0x2545f491;
  let soft = 0;
  for (let at = 0; at < samples.length; at += 1) {
    // xorshift32 (Marsaglia 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    soft += SOFTNESS * (state / 2 ** 31 - soft);
    const seconds = at / sample_rate;
    const fade = Math.min(1, (effect.seconds - seconds) / 0.02);
    samples[at] = Math.max(-1, Math.min(1, volume * fade * effect.at(seconds, soft * 1.6)));
  }
  return samples;
}
