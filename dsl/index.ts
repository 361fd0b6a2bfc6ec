/**
 * The only door of the language, and the whole road:
 *
 *   text --read--> Script --check--> Model --plan(alignment)--> Timeline --createSampler().frameAt(t)--> Frame
 */

export type * from './check/model.ts';
export { ACTOR_KINDS, type ActorKind } from './check/vocabulary/actor-kinds.ts';
export { EFFECTS } from './check/vocabulary/effects.ts';
export { DEFAULT_ENVIRONMENT, ENVIRONMENTS, type Environment } from './check/vocabulary/environments.ts';
export { MATERIAL_RECIPES, type Uniform } from './check/vocabulary/material-recipes.ts';
export type { Cure, Diagnostic, Edit, Severity, Span, Staged } from './diagnostics.ts';
export { emptyState } from './plan/empty-state.ts';
export { estimateLine } from './plan/estimate.ts';
export { apply, invert } from './plan/patch.ts';
export { type PlanOptions, plan } from './plan/plan.ts';
export type * from './plan/timeline.ts';
export { TIMELINE_VERSION } from './plan/timeline.ts';
export type * from './sample/frame.ts';
export { createSampler, type Sampler, sampleState } from './sample/sampler.ts';
