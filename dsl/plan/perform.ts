import { admit } from './admission.ts';
import { contentHash } from './canonical-json.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { timedChanges } from './machine-changes.ts';
import { type Entry, entriesOf } from './machine-play.ts';
import { isMotion, restOf } from './motion.ts';
import { LATEST_MS } from './rounding.ts';
import type { Change, EnvironmentState, Happening, Patch, Timeline } from './timeline.ts';
import { turnFirst } from './turn-first.ts';

const MOOD = '/environment/mood';

/**
 * Writes what viewers set off into the patches of a planned timeline. Pure: the same happenings, in whatever order they
 * are told, give the same timeline; always give all of them together with the timeline as it was planned. A trigger
 * that leads nowhere is ignored. What a state that is left had still to come is cancelled; motions that it has begun go
 * on until something else takes the property over.
 */
export function perform(timeline: Timeline, happenings: readonly Happening[]): Timeline {
  const entries = entriesOf(timeline.machines, happenings);
  if (entries.every(({ opening }) => opening)) return timeline;
  const { cancelled, changes } = timedChanges(timeline.machines, entries);
  const kept = timeline.patches.filter((patch) => !cancelled(patch));
  const patches = rewrite(kept, changes);
  const { hash: _, ...rest } = timeline;
  const performed = { ...rest, duration_ms: Math.max(timeline.duration_ms, lastEnd(timeline, entries)), patches };
  return { ...performed, hash: contentHash(performed) };
}

function lastEnd({ machines }: Timeline, entries: readonly Entry[]): number {
  const durations = new Map(machines.flatMap(({ id, states }) => states.map((each) => [`${id}/${each.name}`, each])));
  return entries.reduce((latest, { machine, state, at_ms, opening }) => {
    const end = at_ms + (durations.get(`${machine}/${state}`)?.duration_ms ?? 0);
    return opening ? latest : Math.min(LATEST_MS, Math.max(latest, end));
  }, 0);
}

/**
 * Goes through all that happens in the order of time. A property that a viewer's doing changes is told anew from there
 * on: each later motion takes it over from where it then is.
 */
function rewrite(base: readonly Patch[], changes: readonly Change[]): readonly Patch[] {
  const touched = new Set(changes.map(({ path }) => path));
  const roots = new Set([...touched].map(rootOf));
  const turning = new Set([...touched].filter((path) => path.endsWith('/position')).map(facingOf));
  const ledger = createLedger();
  const kinds = new Map<string, string>();
  let next = 0;

  const replay = (patch: Patch) => {
    const { path, op, value, at_ms, origin } = patch;
    if (turning.has(path)) return;
    if (touched.has(path) && op !== 'remove') {
      if (path === MOOD) shiftMood(value, patch, ledger);
      else if (isMotion(value)) {
        turn(path, at_ms, origin);
        const { duration_ms, ease, curve, through } = value;
        ledger.change<unknown>(path, { at_ms, duration_ms, ease, curve, through, origin }, through[0]);
      } else set(patch);
      return;
    }
    if (op === 'add' && roots.has(path)) {
      admit(path, value, ledger);
      if (typeof value === 'object' && value !== null && 'kind' in value) kinds.set(path, String(value.kind));
    }
    ledger.write(patch);
  };
  const set = (patch: Patch) => {
    ledger.begin(patch.path, patch.value);
    ledger.write(patch);
  };
  const turn = (path: string, at_ms: number, origin: Patch['origin']) => {
    const kind = path.endsWith('/position') ? kinds.get(rootOf(path)) : undefined;
    if (kind !== undefined) turnFirst(path, kind, at_ms, origin, ledger);
  };
  const doing = ({ op, path, at_ms, motion, value, origin }: Change) => {
    if (op === 'change' && motion) {
      if (ledger.current<unknown>(path, at_ms, UNKNOWN) === UNKNOWN) return;
      turn(path, at_ms, origin);
      ledger.change<unknown>(path, { at_ms, ...motion, origin }, motion.through[0]);
    } else if (op === 'remove') ledger.write({ at_ms, op, path, origin });
    else if (path === MOOD) shiftMood(value, { at_ms, op: 'replace', path, origin }, ledger);
    else if (op !== 'change') set({ at_ms, op, path, value, origin });
  };

  for (const change of changes) {
    for (let patch = base[next]; patch && patch.at_ms <= change.at_ms; patch = base[next]) {
      replay(patch);
      next += 1;
    }
    doing(change);
  }
  for (let patch = base[next]; patch; patch = base[next]) {
    replay(patch);
    next += 1;
  }
  return [...ledger.patches].sort((a, b) => a.at_ms - b.at_ms);
}

/** Stands for “nothing there”, which no value of a property is. */
const UNKNOWN = Symbol('unknown');

/** The thing a property belongs to: `/actors/cow` of `/actors/cow/position`, `/camera` of `/camera/zoom`. */
function rootOf(path: string): string {
  const [, part = '', id = ''] = path.split('/');
  return part === 'camera' || part === 'environment' || part === 'transition' ? `/${part}` : `/${part}/${id}`;
}

const facingOf = (position: string): string => position.replace(/position$/, 'facing');

/** As when it was planned: a mood waits until the one before has settled, and comes from where that ended. */
function shiftMood(value: unknown, patch: Patch, ledger: Ledger): void {
  // The value of `/environment/mood`, whose shape the schema of timelines holds.
  const wanted = value as EnvironmentState['mood'];
  const before = restOf(ledger.current<EnvironmentState['mood'] | null>(MOOD, patch.at_ms, null));
  const start_ms = Math.max(wanted.start_ms, before ? before.start_ms + before.duration_ms : 0);
  const end = Math.max(start_ms, wanted.start_ms + wanted.duration_ms);
  const mood = { ...wanted, from: before?.to ?? wanted.from, start_ms, duration_ms: end - start_ms };
  ledger.begin(MOOD, mood);
  ledger.write({ ...patch, at_ms: start_ms, value: mood });
}
