import type { Vec3 } from '../check/model.ts';
import { isMotion, restOf } from '../plan/motion.ts';
import { escapeToken, tokensOf } from '../plan/pointer.ts';
import type {
  ActorState,
  Animated,
  CameraState,
  EnvironmentState,
  FxState,
  LightState,
  LyricsState,
  Patch,
  TextState,
  Timeline,
} from '../plan/timeline.ts';
import { easingName, type V1Scale, v1Number, v1Scale } from './scale-to-v1.ts';
import type { V1Patch } from './v1-patch.ts';

/**
 * The timeline as patches to the scene of v1 clients, lengths scaled to their stage of 720 × 360. Written lines become
 * `/lyrics/words` and `/fx/bouncing_ball`, of which v1 has one each: the last line written wins.
 */
export function toV1Patches(timeline: Timeline): V1Patch[] {
  const scale = v1Scale(timeline.stage);
  return timeline.patches.flatMap((patch) => translate(patch, scale));
}

type Bare = Omit<V1Patch, 'at_ms'>;

function translate(patch: Patch, scale: V1Scale): V1Patch[] {
  const [part, ...rest] = tokensOf(patch.path) ?? [];
  const timed = (patches: readonly Bare[]): V1Patch[] => patches.map((each) => ({ ...each, at_ms: patch.at_ms }));
  // A timeline's patches carry the state that their path names: the schema has checked it, or `plan` has written it.
  switch (part) {
    case 'render':
      return timed([{ op: 'add', path: '/render/mode', value: (patch.value as { readonly mode: string }).mode }]);
    case 'environment':
      return timed(mood(patch));
    case 'camera':
      return timed(camera(rest[0], patch, scale));
    case 'actors':
      return timed(actor(rest, patch, scale));
    case 'texts':
      return timed(annotation(rest, patch, scale));
    case 'lights':
      return timed(light(rest, patch, scale));
    case 'materials':
      return timed([{ op: patch.op, path: patch.path, ...(patch.op === 'remove' ? {} : { value: patch.value }) }]);
    case 'lyrics':
      return timed(lyrics(rest, patch));
    case 'fx':
      return timed(fx(rest, patch, scale));
    default:
      return [];
  }
}

function actor([id = '', property]: readonly string[], patch: Patch, scale: V1Scale): Bare[] {
  const path = `/actors/${escapeToken(id)}`;
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  if (property === 'position') return moved(`${path}/motion`, path, patch.value as Animated<Vec3>, scale);
  if (property === 'animation') {
    const { name, start_ms } = patch.value as ActorState['animation'];
    return [{ op: 'replace', path: `${path}/animation`, value: { name, start_ms } }];
  }
  if (property !== undefined) {
    const value = isMotion(patch.value) ? v1Number(patch.value as Animated<number>) : patch.value;
    return [{ op: 'replace', path: `${path}/${property}`, value }];
  }
  const state = patch.value as ActorState;
  const [x, y] = scale.point(restOf(state.position));
  const { kind, label, colors, facing, material } = state;
  const value = {
    id,
    type: kind,
    label,
    x,
    y,
    scale: restOf(state.scale),
    rotation: restOf(state.rotation),
    opacity: restOf(state.opacity),
    colors,
    facing,
    material,
    animation: state.animation,
  };
  return [{ op: 'add', path, value }];
}

function moved(way: string, whole: string, position: Animated<Vec3>, scale: V1Scale): Bare[] {
  if (isMotion(position)) return [{ op: 'add', path: way, value: scale.motion(position) }];
  const [x, y] = scale.point(position);
  return [
    { op: 'replace', path: `${whole}/x`, value: x },
    { op: 'replace', path: `${whole}/y`, value: y },
  ];
}

function annotation([id = '', property]: readonly string[], patch: Patch, scale: V1Scale): Bare[] {
  if (property !== undefined || patch.op === 'remove') return [];
  const state = patch.value as TextState;
  const [x, y] = scale.point(restOf(state.position));
  return [
    {
      op: 'add',
      path: '/annotations/-',
      value: { id, text: state.text, x, y, size: scale.size(restOf(state.size)), color: restOf(state.color) },
    },
  ];
}

function light([id = '', property]: readonly string[], patch: Patch, scale: V1Scale): Bare[] {
  if (property !== undefined || patch.op === 'remove') return [];
  const state = patch.value as LightState;
  const value = { ...scale.location(state.from), color: state.color, intensity: restOf(state.intensity) };
  return [{ op: 'add', path: `/lights/${escapeToken(id)}`, value }];
}

function lyrics(rest: readonly string[], patch: Patch): Bare[] {
  if (rest.length !== 1 || patch.op === 'remove') return [];
  const { items, highlight, color, ball } = patch.value as LyricsState;
  const start_ms = items[0]?.at_ms ?? patch.at_ms;
  const end_ms = items.at(-1)?.end_ms ?? start_ms;
  const step_ms =
    items.length > 1 ? Math.round(((items.at(-1)?.at_ms ?? start_ms) - start_ms) / (items.length - 1)) : 0;
  const words = { items: items.map(({ text, at_ms }) => ({ text, at_ms })), start_ms, step_ms, color, highlight };
  const bounce = {
    kind: 'bouncing_ball',
    start_ms,
    duration_ms: end_ms - start_ms,
    word_starts_ms: items.map((item) => item.at_ms),
  };
  const written: Bare = { op: 'add', path: '/lyrics/words', value: words };
  return ball ? [written, { op: 'add', path: '/fx/bouncing_ball', value: bounce }] : [written];
}

function fx([id = '', property]: readonly string[], patch: Patch, scale: V1Scale): Bare[] {
  const path = `/fx/${escapeToken(id)}`;
  if (property !== undefined) return [];
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  const { kind, from, start_ms, duration_ms, count, color, seed } = patch.value as FxState;
  return [{ op: 'add', path, value: { kind, from: scale.location(from), start_ms, duration_ms, count, color, seed } }];
}

function mood(patch: Patch): Bare[] {
  const shift = (
    patch.path === '/environment' ? (patch.value as EnvironmentState).mood : patch.value
  ) as EnvironmentState['mood'];
  const { from, to, start_ms, duration_ms } = shift;
  const value = { mood: to, from, start_ms, duration_ms, easing: easingName(shift.ease) };
  const set: Bare = { op: patch.op === 'add' ? 'add' : 'replace', path: '/environment/mood', value };
  return from === to
    ? [set]
    : [set, { op: 'add', path: '/scene/transition', value: { from, to, start_ms, duration_ms } }];
}

function camera(property: string | undefined, patch: Patch, scale: V1Scale): Bare[] {
  if (property === undefined) {
    const [x, y] = scale.point(restOf((patch.value as CameraState).focus));
    return [{ op: 'add', path: '/camera/motion', value: { x, y, zoom: restOf((patch.value as CameraState).zoom) } }];
  }
  const path = `/camera/motion/${property}`;
  if (property === 'focus') {
    const focus = patch.value as Animated<Vec3>;
    return [{ op: 'add', path, value: isMotion(focus) ? scale.motion(focus) : scale.location(focus) }];
  }
  if (property === 'follow') return [{ op: 'add', path, value: patch.value }];
  return [{ op: 'add', path, value: v1Number(patch.value as Animated<number>) }];
}
