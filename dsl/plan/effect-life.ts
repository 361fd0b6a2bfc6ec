/** How long one particle of an effect lives after its birth, milliseconds. An emission is over that long after its last. */
export const EFFECT_LIFE_MS: Readonly<Record<string, number>> = {
  sparkles: 900,
  stars: 1300,
  hearts: 1800,
  bubbles: 2400,
  confetti: 2600,
  dust: 900,
  smoke: 2200,
  snow: 5200,
  rain: 900,
  splash: 950,
  caustics: 800,
  shimmer: 800,
};

export const effectLife = (kind: string): number => EFFECT_LIFE_MS[kind] ?? 1000;
