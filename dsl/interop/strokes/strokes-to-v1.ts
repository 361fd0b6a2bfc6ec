import type { Timeline } from '../../plan/timeline.ts';
import { translateToV1 } from '../to-v1-patches.ts';
import { OWN_NAMES } from '../v1/names.ts';
import { v1Scale } from '../v1/scale.ts';
import type { V1Patch } from '../v1-patch.ts';
import { type StrokeDraft, toldKey } from './stroke-draft.ts';

/** A stroke that was understood: when it begins and which paths are its own. */
export interface SpokenStroke {
  readonly start_ms: number;
  readonly paths: readonly string[];
}

type Members = Readonly<Record<string, unknown>>;

/**
 * The patches that come from strokes, each under the paths of its own stroke. What the contract has no path for (how a
 * chart grows, how a remark fades in) stands in the value of the thing it is about. A timeline adds things at its
 * beginning and lets them appear; to v1 a thing is added when its stroke begins.
 */
export function v1PatchesOfStrokes(
  timeline: Timeline,
  spoken: ReadonlyMap<number, SpokenStroke>,
  draft: StrokeDraft,
): V1Patch[] {
  const scale = v1Scale(timeline.stage, OWN_NAMES.thing);
  const made: { patch: V1Patch; stroke: number }[] = [];
  const free = [...draft.direct];
  const covered = new Set<string>();
  for (const patch of timeline.patches) {
    const stroke = spoken.get(patch.origin.offset);
    if (stroke === undefined) continue;
    for (const each of translateToV1(patch, scale, OWN_NAMES)) {
      const own = ownPath(each.path, stroke.paths);
      if (own === null) continue;
      if (own === each.path) {
        const at_ms = patch.op === 'add' ? Math.max(each.at_ms, stroke.start_ms) : each.at_ms;
        made.push({ patch: { ...each, at_ms }, stroke: patch.origin.offset });
        covered.add(each.path);
      } else fold(made, own, each, patch.origin.offset, stroke);
    }
  }
  const told = made.map(({ patch, stroke }) => withMembers(patch, draft.told.get(toldKey(stroke, patch.path))));
  const extra = free.filter(({ path }) => !covered.has(path) || path === '/annotations/-');
  return [...told, ...extra].sort((a, b) => a.at_ms - b.at_ms);
}

/** The path of a stroke under which a patch belongs: that path itself or what lies below it. Null: not the stroke's. */
function ownPath(path: string, paths: readonly string[]): string | null {
  for (const own of paths) {
    if (own.endsWith('*') ? path.startsWith(own.slice(0, -1)) : path === own) return path;
    if (path.startsWith(`${own}/`)) return own;
  }
  return null;
}

/** Puts a change of a part into the value of the whole; where the stroke has not made the whole, it does now. */
function fold(
  made: { patch: V1Patch; stroke: number }[],
  own: string,
  change: V1Patch,
  stroke: number,
  { start_ms }: SpokenStroke,
): void {
  const member = change.path.slice(own.length + 1);
  const whole = made.find(({ patch, stroke: by }) => by === stroke && patch.path === own);
  const members = { [member]: change.value };
  if (whole) whole.patch = withMembers(whole.patch, members);
  else made.push({ patch: { op: 'add', path: own, value: members, at_ms: Math.max(start_ms, change.at_ms) }, stroke });
}

function withMembers(patch: V1Patch, members: Members | undefined): V1Patch {
  const { value } = patch;
  if (members === undefined || patch.op === 'remove') return patch;
  const known: Members = typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
  return { ...patch, value: { ...known, ...members } };
}
