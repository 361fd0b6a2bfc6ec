import type { Affine } from '../paint/affine.ts';
import type { Box, Brush } from '../paint/brush.ts';
import type { Part } from '../paint/sheet.ts';
import type { Placed } from './form.ts';

/** How far neighbouring slices overlap, so that no seam shows. */
const LAP = 0.7;

export interface Sliced {
  readonly name: string;
  readonly box: Box;
  readonly count: number;
  /** `x`: cut into columns that move up and down; `y`: cut into rows that move sideways. */
  readonly along: 'x' | 'y';
}

const partName = ({ name }: Sliced, slice: number): string => `${name}${slice}`;

/** One painting cut into slices, so that it can bend. */
export function slicesOf(sliced: Sliced, paint: (brush: Brush) => void): Readonly<Record<string, Part>> {
  const [x, y, width, height] = sliced.box;
  const { count, along } = sliced;
  return Object.fromEntries(
    Array.from({ length: count }, (_, slice): [string, Part] => {
      const box: Box =
        along === 'x'
          ? [x + (width * slice) / count - LAP, y, width / count + LAP * 2, height]
          : [x, y + (height * slice) / count - LAP, width, height / count + LAP * 2];
      return [partName(sliced, slice), { box, paint }];
    }),
  );
}

/** Where the edge of a slice comes to lie: along the painting and across it, in its units. */
export interface Bent {
  readonly along: number;
  readonly across: number;
}

/** The slices again, each sheared between the places of its two edges: `bend` is asked for every edge, 0–1 along. */
export function bentSlices(
  sliced: Sliced,
  at: (inner: Affine) => Affine,
  bend: (share: number) => Bent,
): readonly Placed[] {
  const [x, y, width, height] = sliced.box;
  const { count, along } = sliced;
  const [start, length] = along === 'x' ? [x, width] : [y, height];
  return Array.from({ length: count }, (_, slice): Placed => {
    const [from, to] = [slice / count, (slice + 1) / count];
    const [one, other] = [bend(from), bend(to)];
    const step = length / count;
    const stretch = (other.along - one.along) / step;
    const shear = (other.across - one.across) / step;
    const edge = start + length * from;
    const inner: Affine =
      along === 'x'
        ? [stretch, shear, 0, 1, one.along - edge * stretch, one.across - edge * shear]
        : [1, 0, shear, stretch, one.across - edge * shear, one.along - edge * stretch];
    return { part: partName(sliced, slice), at: at(inner) };
  });
}
