/**
 * Sine and cosine by plain arithmetic (Taylor series within 45°, exact at multiples of 90°), so that a planned place
 * has the same digits in every engine: `Math.sin` need not.
 */
export const sine = (degrees: number): number => cosine(degrees - 90);

export function cosine(degrees: number): number {
  const turn = Math.abs(degrees) % 360;
  const quarter = Math.round(turn / 90);
  const rest = ((turn - quarter * 90) * Math.PI) / 180;
  switch (quarter % 4) {
    case 0:
      return nearCosine(rest);
    case 1:
      return -nearSine(rest);
    case 2:
      return -nearCosine(rest);
    default:
      return nearSine(rest);
  }
}

const nearSine = (x: number): number => {
  const s = x * x;
  return x * (1 - (s / 6) * (1 - (s / 20) * (1 - (s / 42) * (1 - (s / 72) * (1 - (s / 110) * (1 - s / 156))))));
};

const nearCosine = (x: number): number => {
  const s = x * x;
  return (
    1 - (s / 2) * (1 - (s / 12) * (1 - (s / 30) * (1 - (s / 56) * (1 - (s / 90) * (1 - (s / 132) * (1 - s / 182))))))
  );
};
