import { tokensOf } from '../plan/pointer.ts';
import type { ActorState, ChartState, EnvironmentState, Timeline } from '../plan/timeline.ts';
import type { Scenario } from './report.ts';

/** Things of a timeline, by their collection. */
function added<T>(timeline: Timeline, collection: string): readonly T[] {
  return timeline.patches.flatMap(({ op, path, value }) => {
    const [part, id, property] = tokensOf(path) ?? [];
    return op === 'add' && part === collection && id !== undefined && property === undefined ? [value as T] : [];
  });
}

/** The times of day that the environment goes through: `noon` of `noon-valley`. */
function timesOfDay(timeline: Timeline): readonly string[] {
  return timeline.patches.flatMap(({ path, value }) => {
    const mood =
      path === '/environment'
        ? (value as EnvironmentState).mood
        : path === '/environment/mood'
          ? (value as EnvironmentState['mood'])
          : null;
    return mood ? [mood.to.split('-')[0] ?? ''] : [];
  });
}

/**
 * The certified scenario that a timeline tells, or null. A: a cow, a moon, and a sentence in which it jumps over it.
 * B: sun and moon under a sky that goes from day to night. C: a curve, bars and a pie. D: a fish in its bowl.
 */
export function recogniseScenario(timeline: Timeline): Scenario | null {
  const kinds = new Set(added<ActorState>(timeline, 'actors').map(({ kind }) => kind));
  const charts = new Set(added<ChartState>(timeline, 'charts').map(({ chart }) => chart));
  const words = timeline.words.map((word) => word.text.toLowerCase());
  const jumps = words.some((word) => word.startsWith('jump')) && words.includes('moon');
  if (kinds.has('cow') && kinds.has('moon') && jumps) return 'A';
  if (kinds.has('fish-bowl') && (kinds.has('goldfish') || kinds.has('fish'))) return 'D';
  const has = (...some: readonly ChartState['chart'][]) => some.some((kind) => charts.has(kind));
  if (has('curve', 'area') && has('bars', 'columns') && has('pie', 'donut')) return 'C';
  const times = timesOfDay(timeline);
  const goesDark = ['noon', 'day'].includes(times[0] ?? '') && times.includes('night');
  return goesDark && kinds.has('sun') && kinds.has('moon') ? 'B' : null;
}
