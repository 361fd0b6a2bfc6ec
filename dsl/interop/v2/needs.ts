import { ENVIRONMENTS } from '../../check/vocabulary/environments.ts';
import { tokensOf } from '../../plan/pointer.ts';
import type { Patch } from '../../plan/timeline.ts';

type Members = Readonly<Record<string, unknown>>;

/** What a renderer must be able to do, told from the patches alone: for scenes without a script. Sorted, without doubles. */
export function needsOfPatches(patches: readonly Patch[]): string[] {
  return [...new Set(patches.flatMap(needOf))].sort();
}

function needOf({ path, op, value }: Patch): string[] {
  const [part, id, property] = tokensOf(path) ?? [];
  const members: Members = Object(value);
  if (op === 'remove') return [];
  if (part === 'environment') return moods(id === 'mood' ? members : Object(members.mood));
  if (part === 'transition') return ['transition'];
  if (property !== undefined) return [];
  switch (part) {
    case 'actors':
      return [`actor:${String(members.kind)}`];
    case 'materials':
      return [`material:${String(members.recipe)}`];
    case 'fx':
      return [`fx:${String(members.kind)}`];
    case 'pictures':
      return [String(members.media)];
    case 'texts':
      return ['text'];
    case 'lyrics':
      return ['lyrics'];
    case 'charts':
      return ['chart'];
    case 'drawings':
      return ['drawing'];
    default:
      return [];
  }
}

const moods = ({ from, to }: Members): string[] =>
  [from, to].map((preset) => `environment:${ENVIRONMENTS[String(preset)]?.scenery ?? String(preset)}`);
