import { TIMELINE_VERSION, type Timeline } from '../../dsl/index.ts';

const FITS: { readonly [K in keyof Timeline]: (value: unknown) => boolean } = {
  version: (value) => value === TIMELINE_VERSION,
  title: (value) => typeof value === 'string',
  mode: (value) => value === '2d' || value === '3d',
  seed: Number.isFinite,
  quality: (value) => value === null || value === 'low' || value === 'medium' || value === 'high',
  stage: (value) => typeof value === 'object' && value !== null && 'width' in value && 'height' in value,
  duration_ms: (value) => Number.isFinite(value),
  alignment: (value) => value === 'measured' || value === 'aligned' || value === 'estimated',
  lines: Array.isArray,
  words: Array.isArray,
  needs: Array.isArray,
  machines: Array.isArray,
  patches: Array.isArray,
  hash: (value) => typeof value === 'string',
};

/**
 * Whether something is a timeline that this studio can play. It is large and comes from our own compiler, so its head
 * is checked, not every patch; by hand, because it stands before the first picture.
 */
export function isTimeline(value: unknown): value is Timeline {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map(Object.entries(value));
  return Object.entries(FITS).every(([field, fits]) => fits(fields.get(field)));
}
