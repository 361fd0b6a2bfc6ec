import type { Entry } from './machine-play.ts';
import { LATEST_MS } from './rounding.ts';
import type { Change, Machine, Patch } from './timeline.ts';

/** More changes than this are not written into one timeline: those of the latest stays are left out. */
const MAX_CHANGES = 100_000;
/** What exists for a while by itself: each stay has its own. */
const BRIEF = /^\/(?:fx|sounds)\//;

interface TimedChanges {
  /** Whether a patch was something that the first state had still to come when it was left. */
  cancelled(patch: Patch): boolean;
  /** With times of the scene, in order. */
  readonly changes: readonly Change[];
}

/** What the stays in states come to: everything that came before its state was left. */
export function timedChanges(machines: readonly Machine[], entries: readonly Entry[]): TimedChanges {
  const states = new Map(machines.flatMap(({ id, states }) => states.map((each) => [`${id}/${each.name}`, each])));
  const cancelled = new Set<string>();
  const changes: Change[] = [];
  entries.forEach(({ machine, state, at_ms, until_ms, opening }, index) => {
    const begun = new Set<string>();
    for (const change of states.get(`${machine}/${state}`)?.changes ?? []) {
      const at = at_ms + change.at_ms;
      // What has begun to be there must go again, whatever the machine does by then.
      const comes = change.op === 'remove' ? begun.has(change.path) : at < until_ms || (opening && at === until_ms);
      if (comes) begun.add(change.path);
      if (opening && !comes) cancelled.add(keyOf(at, change));
      if (!opening && comes && at <= LATEST_MS && changes.length < MAX_CHANGES) {
        changes.push(moved(change, at_ms, index));
      }
    }
  });
  return {
    cancelled: (patch) => cancelled.size > 0 && cancelled.has(keyOf(patch.at_ms, patch)),
    changes: changes.sort((a, b) => a.at_ms - b.at_ms),
  };
}

const keyOf = (at_ms: number, { path, origin }: Pick<Patch, 'path' | 'origin'>): string =>
  `${at_ms} ${origin.offset} ${origin.length} ${path}`;

function moved(change: Change, by_ms: number, stay: number): Change {
  const path = BRIEF.test(change.path) ? `${change.path}@${stay}` : change.path;
  const later = { ...change, at_ms: change.at_ms + by_ms, path };
  return 'value' in change ? { ...later, value: startingLater(change.value, by_ms) } : later;
}

/** A value whose own times count from the entry, with times of the scene. */
function startingLater(value: unknown, by_ms: number): unknown {
  if (typeof value !== 'object' || value === null || !('start_ms' in value)) return value;
  return { ...value, start_ms: Number(value.start_ms) + by_ms };
}
