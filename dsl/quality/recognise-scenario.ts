import type { ActorState, Timeline } from '../plan/timeline.ts';
import type { Scenario } from './report.ts';

/** The certified scenario that a timeline tells, or null: A is a cow, a moon, and a sentence in which it jumps over it. */
export function recogniseScenario(timeline: Timeline): Scenario | null {
  const kinds = new Set(
    timeline.patches
      .filter(({ op, path }) => op === 'add' && /^\/actors\/[^/]+$/.test(path))
      .map(({ value }) => (value as ActorState).kind),
  );
  const words = timeline.words.map((word) => word.text.toLowerCase());
  const jumps = words.some((word) => word.startsWith('jump')) && words.includes('moon');
  return kinds.has('cow') && kinds.has('moon') && jumps ? 'A' : null;
}
