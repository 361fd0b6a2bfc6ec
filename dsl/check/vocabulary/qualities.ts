import type { Quality } from '../model.ts';

/** The tiers of quality that a script can pin, worst first. */
export const QUALITIES = ['low', 'medium', 'high'] as const satisfies readonly Quality[];
