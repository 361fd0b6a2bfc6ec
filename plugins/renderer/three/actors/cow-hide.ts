import type { BufferGeometry, Color } from 'three';
import { bar, bothSides, egg, flow } from '../field.ts';
import { noise } from '../noise.ts';
import type { Palette } from '../palette.ts';
import { type Brush, sculpt } from '../sculpt.ts';

export const SPOTTED = 'hide';

/** Centres and radii of the black patches on the right side, the back and the left side. */
const PATCHES = [
  [-0.62, 0.42, 0.2, 0.36], [-0.1, 0.02, 0.42, 0.3], [0.34, 0.42, 0.14, 0.3], [-0.98, 0.1, 0.12, 0.2], [0.62, -0.02, 0.3, 0.17],
  [-0.42, 0.3, -0.3, 0.4], [0.25, 0.1, -0.4, 0.34], [0.72, 0.5, -0.1, 0.2], [-0.75, -0.12, -0.3, 0.2], [-0.74, -0.3, 0.24, 0.16],
] as const; // biome-ignore format: a table of numbers

const smoothstep = (a: number, b: number, x: number): number => {
  const t = Math.min(1, Math.max(0, (x - a) / (b - a)));
  return t * t * (3 - 2 * t);
};

/** How black the hide is at a point of the body, 0–1: patches with ragged, rounded edges. */
export function spotAt(x: number, y: number, z: number): number {
  const ragged =
    (noise(x * 4.3 + 9, y * 4.3, z * 4.3 + 3, 11) - 0.5) * 0.3 + (noise(x * 11, y * 11, z * 11, 5) - 0.5) * 0.07;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [px, py, pz, r] of PATCHES) nearest = Math.min(nearest, Math.hypot(x - px, y - py, z - pz) - r);
  return 1 - smoothstep(-0.016, 0.016, nearest + ragged);
}

/** The brush for everything that wears the hide. */
export function cowHide(palette: Palette): Brush {
  const [white, black, pink] = [palette.color('body'), palette.color('spots'), palette.color('muzzle')];
  return (x, y, z, out: Color) => {
    out.copy(white).lerp(black, spotAt(x, y, z));
    // The bare skin of the udder shows through between the hind legs, and the belly is a little darker than the back.
    const udder = 1 - smoothstep(0.15, 0.3, Math.hypot(x + 0.36, (y + 0.33) * 1.1, z * 0.9));
    out.lerp(pink, udder);
    out.multiplyScalar(0.86 + 0.14 * smoothstep(-0.35, 0.15, y));
  };
}

/** Body and neck in one piece. Feet stand at y = −0.9. */
export function cowTorso(palette: Palette): BufferGeometry {
  const trunk = flow(
    0.22,
    bar([-0.66, 0.13, 0], 0.37, [0.38, 0.12, 0], 0.37),
    egg([-0.12, -0.02, 0], [0.62, 0.37, 0.43]),
    egg([0.5, 0.07, 0], [0.28, 0.36, 0.31]),
    egg([-0.78, 0.17, 0], [0.27, 0.34, 0.33]),
    bar([0.3, 0.37, 0], 0.16, [0.5, 0.4, 0], 0.14),
    bar([-0.86, 0.4, 0], 0.1, [-0.6, 0.4, 0], 0.12),
    bothSides(egg([-0.62, -0.08, 0.2], [0.22, 0.3, 0.16])),
    bothSides(egg([0.46, -0.1, 0.2], [0.16, 0.28, 0.13])),
  );
  const neck = flow(
    0.16,
    bar([0.52, 0.2, 0], 0.29, [0.84, 0.42, 0], 0.19),
    bar([0.6, -0.05, 0], 0.15, [0.8, 0.28, 0], 0.1),
  );
  const udder = flow(
    0.07,
    egg([-0.36, -0.34, 0], [0.2, 0.15, 0.19]),
    bothSides(bar([-0.29, -0.44, 0.08], 0.035, [-0.28, -0.53, 0.09], 0.022)),
    bothSides(bar([-0.44, -0.43, 0.08], 0.035, [-0.44, -0.52, 0.09], 0.022)),
  );
  return sculpt(
    flow(0.1, flow(0.2, trunk, neck), udder),
    [-1.16, -0.62, -0.54],
    [1.1, 0.7, 0.54],
    0.034,
    cowHide(palette),
  );
}
