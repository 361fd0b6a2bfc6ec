import { analyse } from './analyse.ts';
import type { Surroundings } from './check/surroundings.ts';
import type { Staged } from './diagnostics.ts';
import { type PlanOptions, plan } from './plan/plan.ts';
import type { Timeline } from './plan/timeline.ts';

/**
 * The whole road at once, text to timeline. There is always a timeline, of whatever was understood; the diagnostics
 * of all stages stand in the order in which the stages found them.
 */
export function compile(
  text: string,
  options: PlanOptions & { readonly surroundings?: Surroundings },
): Staged<Timeline> {
  const model = analyse(text, options.surroundings);
  const timeline = plan(model.value, options);
  return { value: timeline.value, diagnostics: [...model.diagnostics, ...timeline.diagnostics] };
}
