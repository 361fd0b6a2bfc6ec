import { LATEST_MS } from './rounding.ts';
import type { Happening, Machine } from './timeline.ts';

/** What is done after this many happenings is not looked at: a day of a click every eight seconds. */
export const MAX_HAPPENINGS = 10_000;

/** One stay of a machine in one of its states. */
export interface Entry {
  readonly machine: string;
  readonly state: string;
  readonly at_ms: number;
  /** When it was left; infinity: never. */
  readonly until_ms: number;
  /** The stay in the first state since the start of the scene, whose doings stand in the patches already. */
  readonly opening: boolean;
}

/** All stays of all machines in the order of time. */
export function entriesOf(machines: readonly Machine[], happenings: readonly Happening[]): readonly Entry[] {
  const played = inTime(happenings);
  return machines.flatMap((machine) => staysOf(machine, played)).sort((a, b) => a.at_ms - b.at_ms);
}

function staysOf({ id, states, transitions }: Machine, played: readonly Happening[]): Entry[] {
  const first = states[0]?.name;
  if (first === undefined) return [];
  const known = new Set(states.map(({ name }) => name));
  const ways = new Map<string, { readonly from: string | null; readonly to: string }[]>();
  for (const { trigger, from, to } of transitions) {
    if (known.has(to)) ways.set(keyOf(trigger), [...(ways.get(keyOf(trigger)) ?? []), { from, to }]);
  }
  const stays: Entry[] = [];
  let stay = { machine: id, state: first, at_ms: 0, opening: true };
  for (const { at_ms, trigger } of played) {
    const way = ways.get(keyOf(trigger))?.find(({ from }) => from === null || from === stay.state);
    if (!way) continue;
    stays.push({ ...stay, until_ms: at_ms });
    stay = { machine: id, state: way.to, at_ms, opening: false };
  }
  return [...stays, { ...stay, until_ms: Number.POSITIVE_INFINITY }];
}

/** Whole milliseconds, earliest first; what is done at one time comes in the order of the triggers' names. */
function inTime(happenings: readonly Happening[]): readonly Happening[] {
  return happenings
    .filter(({ at_ms }) => Number.isFinite(at_ms) && at_ms <= LATEST_MS)
    .map(({ at_ms, trigger }) => ({ at_ms: Math.max(0, Math.round(at_ms)), trigger }))
    .sort((a, b) => a.at_ms - b.at_ms || (keyOf(a.trigger) < keyOf(b.trigger) ? -1 : 1))
    .slice(0, MAX_HAPPENINGS);
}

function keyOf(trigger: Happening['trigger']): string {
  switch (trigger.kind) {
    case 'click':
      return `click ${trigger.target}`;
    case 'key':
      return `key ${trigger.key}`;
    case 'signal':
      return `signal ${trigger.name}`;
  }
}
