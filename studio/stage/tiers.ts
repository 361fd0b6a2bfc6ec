import type { Quality } from '../../dsl/index.ts';

export interface Tier {
  /** What renderers are told: 1 as well as they can, 0 as fast as they can. */
  readonly quality: number;
  /** Share of the full resolution. */
  readonly detail: number;
  /** What a frame should keep to; more is shown in the stats, and a sign to choose a lower tier. */
  readonly draw_calls: number;
  readonly triangles: number;
  readonly texture_bytes: number;
}

const MIB = 1024 * 1024;

/** The tiers that a script can pin. Texture memory of the highest is the contract's limit. */
export const TIERS: Readonly<Record<Quality, Tier>> = {
  low: { quality: 0.25, detail: 0.5, draw_calls: 150, triangles: 150_000, texture_bytes: 32 * MIB },
  medium: { quality: 0.6, detail: 0.75, draw_calls: 300, triangles: 400_000, texture_bytes: 64 * MIB },
  high: { quality: 1, detail: 1, draw_calls: 600, triangles: 1_000_000, texture_bytes: 128 * MIB },
};

/** Without a pin: the tier that the share of the resolution which is drawn comes closest to. */
export function tierAt(detail: number): Quality {
  if (detail >= 0.9) return 'high';
  return detail >= 0.7 ? 'medium' : 'low';
}
