import type { Mode } from '../../dsl/index.ts';

/** The scenes that are certified, by their files in `scenarios/`. */
export const CERTIFIED_SCENES = ['a-cow-moon', 'b-day-night', 'c-market-growth', 'd-fish-bowl'] as const;

export const MODES: readonly Mode[] = ['2d', '3d'];

/** Shares of the scene's duration at which it is certified: the middles of five equal parts. */
export const MOMENTS: readonly number[] = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Small, so that forty pictures are drawn in seconds without a GPU. */
export const GOLDEN_SIZE = { width: 320, height: 180 } as const;

export interface GoldenShot {
  readonly scene: string;
  readonly mode: Mode;
  readonly at_ms: number;
  /** Names its picture: `a-cow-moon.3d.50`. */
  readonly name: string;
}

export function shotsOf(scene: string, mode: Mode, duration_ms: number): readonly GoldenShot[] {
  return MOMENTS.map((share) => ({
    scene,
    mode,
    at_ms: Math.round(duration_ms * share),
    name: `${scene}.${mode}.${Math.round(share * 100)}`,
  }));
}
