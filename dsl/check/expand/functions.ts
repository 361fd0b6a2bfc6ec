/** A number with its unit as it is written; lengths and bare numbers have none. */
export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

const keep =
  (compute: (value: number) => number) =>
  ([first]: readonly Quantity[]): Quantity => ({ value: compute(first?.value ?? 0), unit: first?.unit ?? '' });
const of =
  (compute: (...values: number[]) => number) =>
  (all: readonly Quantity[]): Quantity => ({
    value: compute(...all.map(({ value }) => value)),
    unit: all[0]?.unit ?? '',
  });

interface Known {
  readonly least: number;
  readonly most: number;
  /** All of its values must have the same unit. */
  readonly compute: (values: readonly Quantity[]) => Quantity;
}

const MANY = 16;

/** What a formula can call. `random` needs a place in the script and is computed where formulas are. */
export const FUNCTIONS: Readonly<Record<string, Known>> = {
  min: { least: 1, most: MANY, compute: of(Math.min) },
  max: { least: 1, most: MANY, compute: of(Math.max) },
  round: { least: 1, most: 1, compute: keep(Math.round) },
  floor: { least: 1, most: 1, compute: keep(Math.floor) },
  ceil: { least: 1, most: 1, compute: keep(Math.ceil) },
  abs: { least: 1, most: 1, compute: keep(Math.abs) },
  sqrt: { least: 1, most: 1, compute: keep(Math.sqrt) },
  sin: { least: 1, most: 1, compute: ([angle]) => ({ value: sine(angle?.value ?? 0), unit: '' }) },
  cos: { least: 1, most: 1, compute: ([angle]) => ({ value: sine((angle?.value ?? 0) + 90), unit: '' }) },
};

/**
 * The sine of degrees, by Taylor's series on 0–45° (its error there is below 1e-15). `Math.sin` may differ in the last
 * digit from engine to engine; sums and products may not (ECMA-262, 21.3.2).
 */
export function sine(degrees: number): number {
  const turned = ((degrees % 360) + 360) % 360;
  const sign = turned >= 180 ? -1 : 1;
  const half = turned % 180;
  const folded = half > 90 ? 180 - half : half;
  const value = folded <= 45 ? series(folded, 1) : series(90 - folded, 0);
  return sign * value;
}

/** From the first power on: 1 for the sine, 0 for the cosine. */
function series(degrees: number, first: 0 | 1): number {
  const x = (degrees * Math.PI) / 180;
  let term = first === 1 ? x : 1;
  let sum = term;
  for (let power = first + 2; power < 20; power += 2) {
    term *= -(x * x) / (power * (power - 1));
    sum += term;
  }
  return sum;
}
