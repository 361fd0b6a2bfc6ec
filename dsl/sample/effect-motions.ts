import type { StageSize } from '../plan/empty-state.ts';

/** One particle at one age. `share` 0–1 of its life, `seconds` since its birth, `dice(n)` its own constants 0–1. */
export interface Age {
  readonly share: number;
  readonly seconds: number;
  readonly dice: (purpose: number) => number;
  readonly stage: StageSize;
}

/** Offsets from where it was born; with `across`, from the top left corner of the stage. */
export interface Speck {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly size: number;
  readonly rotation: number;
  readonly opacity: number;
  readonly across?: boolean;
}

/** Each effect as a closed form of age: nothing is integrated, so any time can be asked for at once. */
export type EffectMotion = (age: Age) => Speck;

const TURN = Math.PI * 2;
const GRAVITY = 620;

/** Rises from 0 in the first tenth of life and falls to 0 over the last `fall` of it. */
const presence = (share: number, fall: number): number =>
  Math.max(0, Math.min(1, share * 10, (1 - share) / Math.max(fall, 0.01)));

/** Way of a thing thrown at `speed` px/s that drag slows with time constant `tau` s. */
const dragged = (speed: number, tau: number, seconds: number): number => speed * tau * (1 - Math.exp(-seconds / tau));

/** A direction in space: even around the compass, `spread` of it towards the viewer or away. */
function thrown({ dice }: Age, spread: number) {
  const angle = dice(1) * TURN;
  return { x: Math.cos(angle), y: Math.sin(angle), z: (dice(2) * 2 - 1) * spread };
}

const sparkles: EffectMotion = (age) => {
  const { share, seconds, dice } = age;
  const way = 26 + dragged(120 + 300 * dice(3), 0.32, seconds);
  const toward = thrown(age, 0.7);
  const twinkle = 0.55 + 0.45 * Math.cos(seconds * (16 + 14 * dice(4)) + dice(5) * TURN);
  return {
    x: toward.x * way,
    y: toward.y * way + 60 * seconds * seconds,
    z: toward.z * way,
    size: (7 + 15 * dice(6)) * (0.6 + 0.4 * twinkle) * (1 - 0.5 * share),
    rotation: dice(7) * 90 + seconds * 60,
    opacity: presence(share, 0.6) * (0.45 + 0.55 * twinkle),
  };
};

const stars: EffectMotion = (age) => {
  const { share, seconds, dice } = age;
  const toward = thrown(age, 0.5);
  const way = dragged(180 + 260 * dice(3), 0.6, seconds);
  return {
    x: toward.x * way,
    y: toward.y * way - 120 * seconds + 0.4 * GRAVITY * seconds * seconds,
    z: toward.z * way,
    size: 14 + 16 * dice(6),
    rotation: dice(7) * 360 + seconds * (dice(8) - 0.5) * 360,
    opacity: presence(share, 0.4),
  };
};

const hearts: EffectMotion = ({ share, seconds, dice }) => ({
  x: (dice(1) - 0.5) * 90 + Math.sin(seconds * 3 + dice(5) * TURN) * 22,
  y: -(70 + 80 * dice(3)) * seconds,
  z: (dice(2) - 0.5) * 60,
  size: (16 + 18 * dice(6)) * Math.min(1, 0.4 + share * 4),
  rotation: Math.sin(seconds * 3 + dice(5) * TURN) * 14,
  opacity: presence(share, 0.4),
});

const bubbles: EffectMotion = ({ share, seconds, dice }) => ({
  x: (dice(1) - 0.5) * 50 + Math.sin(seconds * (3 + 2 * dice(4)) + dice(5) * TURN) * (6 + 8 * dice(8)),
  y: -(60 + 70 * dice(3)) * seconds - 10 * seconds * seconds,
  z: (dice(2) - 0.5) * 40,
  size: (8 + 18 * dice(6)) * (0.7 + 0.3 * share),
  rotation: 0,
  opacity: 0.85 * presence(share, 0.12),
});

const confetti: EffectMotion = (age) => {
  const { share, seconds, dice } = age;
  const aside = (dice(1) - 0.5) * 2;
  const flutter = Math.sin(seconds * (5 + 4 * dice(4)) + dice(5) * TURN) * 14 * Math.min(1, seconds * 2);
  return {
    x: aside * dragged(420, 0.7, seconds) + flutter,
    y: -dragged(520 + 420 * dice(3), 0.45, seconds) + dragged(150 + 60 * dice(8), 5, seconds) + 40 * seconds * seconds,
    z: (dice(2) - 0.5) * dragged(300, 0.7, seconds),
    size: 10 + 9 * dice(6),
    rotation: dice(7) * 360 + seconds * (dice(9) - 0.5) * 900,
    opacity: presence(share, 0.25),
  };
};

const dust: EffectMotion = ({ share, seconds, dice }) => ({
  x: (dice(1) - 0.5) * 2 * dragged(220, 0.3, seconds),
  y: -dragged(30 + 70 * dice(3), 0.4, seconds),
  z: (dice(2) - 0.5) * dragged(120, 0.3, seconds),
  size: (18 + 26 * dice(6)) * (0.5 + share),
  rotation: dice(7) * 360,
  opacity: 0.5 * presence(share, 0.8),
});

const smoke: EffectMotion = ({ share, seconds, dice }) => ({
  x: (dice(1) - 0.5) * 40 + Math.sin(seconds * 1.4 + dice(5) * TURN) * 26 * share,
  y: -(50 + 40 * dice(3)) * seconds,
  z: (dice(2) - 0.5) * 40,
  size: (30 + 26 * dice(6)) * (0.5 + 1.4 * share),
  rotation: dice(7) * 360 + seconds * 12,
  opacity: 0.42 * presence(share, 0.8),
});

const snow: EffectMotion = ({ share, seconds, dice, stage }) => ({
  x: dice(1) * stage.width * 1.1 - stage.width * 0.05 + Math.sin(seconds * 1.3 + dice(5) * TURN) * 30,
  y: -30 + share * (stage.height + 60),
  z: (dice(2) - 0.5) * 300,
  size: 4 + 8 * dice(6),
  rotation: seconds * 40,
  opacity: 0.9 * presence(share, 0.1),
  across: true,
});

const rain: EffectMotion = ({ share, dice, stage }) => ({
  x: dice(1) * stage.width * 1.2 - share * stage.width * 0.08,
  y: -40 + share * (stage.height + 80),
  z: (dice(2) - 0.5) * 300,
  size: 14 + 12 * dice(6),
  rotation: 6,
  opacity: 0.55 * presence(share, 0.1),
  across: true,
});

/** A crown of drops, thrown up and out, falling back. */
const splash: EffectMotion = ({ share, seconds, dice }) => {
  const aside = (dice(1) - 0.5) * 2;
  return {
    x: aside * (60 + 150 * dice(4)) * seconds + aside * 18,
    y: -(190 + 210 * dice(3)) * seconds + 0.5 * GRAVITY * seconds * seconds,
    z: (dice(2) - 0.5) * 160 * seconds,
    size: (5 + 9 * dice(6)) * (1 - 0.4 * share),
    rotation: aside * 40,
    opacity: presence(share, 0.35),
  };
};

export const EFFECT_MOTIONS: Readonly<Record<string, EffectMotion>> = {
  sparkles,
  stars,
  hearts,
  bubbles,
  confetti,
  dust,
  smoke,
  snow,
  rain,
  splash,
};
