import type { Mode } from './model.ts';

/** Actors and texts of one reading. */
export const MAX_ENTITIES: Readonly<Record<Mode, number>> = { '2d': 400, '3d': 250 };
/** Actions, spoken lines and beats, each repetition counted. */
export const MAX_ACTIONS = 20_000;
/** Statements visited, each repetition counted: bounds repeats that do nothing. */
export const MAX_VISITS = 200_000;
/** A day. */
export const MAX_DURATION_MS = 86_400_000;
export const MAX_DIAGNOSTICS = 100;
/** Pixels from the upper left corner of the stage, in any direction. */
export const MAX_DISTANCE = 100_000;
/** Prefabs inside of prefabs. */
export const MAX_PREFABS = 32;
/** Rounds of one `for`. */
export const MAX_ROUNDS = 1000;
/** Steps of writing out rounds, prefabs and formulas: more than the longest script takes without any of them. */
export const MAX_EXPANDED = 260_000;
/** Signs of a text once its variables are written out. */
export const MAX_WRITTEN = 10_000;
