import { restOf } from '../../plan/motion.ts';
import { escapeToken } from '../../plan/pointer.ts';
import type { DrawingState, GroupState, PictureState } from '../../plan/timeline.ts';
import { changed } from './actor.ts';
import type { V1Scale } from './scale.ts';
import type { Bare, Translation } from './translation.ts';

/** Drawings and pictures are actors to v1; `type` is the shape, `image` or `model`. */
export function figure({ id, property, patch, scale, names }: Translation): Bare[] {
  const path = `/actors/${escapeToken(names.thing(id))}`;
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  if (property !== undefined) return changed(path, property, patch.value, scale);
  const state = patch.value as DrawingState | PictureState;
  const own = 'shape' in state ? drawn(state, scale) : pictured(state, scale);
  return [{ op: 'add', path, value: { id: names.thing(id), ...placed(state, scale), ...own } }];
}

/** Groups have no place in v1 of old, so they have one of their own; their members tell which they belong to. */
export function group({ id, property, patch, scale }: Translation): Bare[] {
  const path = `/groups/${escapeToken(id)}`;
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  if (property !== undefined) return changed(path, property, patch.value, scale);
  const state = patch.value as GroupState;
  const [origin_x, origin_y] = scale.point(state.origin);
  return [{ op: 'add', path, value: { id, ...placed(state, scale), origin_x, origin_y } }];
}

export function placed(state: GroupState | DrawingState | PictureState, scale: V1Scale) {
  const [x, y] = scale.point(restOf(state.position));
  const { group } = state;
  return {
    x,
    y,
    scale: restOf(state.scale),
    rotation: restOf(state.rotation),
    opacity: restOf(state.opacity),
    ...(group === null ? {} : { group }),
  };
}

const pictured = ({ media, source, width, height, label }: PictureState, scale: V1Scale) => ({
  type: media,
  source,
  width: scale.size(width),
  height: scale.size(height),
  label,
});

function drawn(state: DrawingState, scale: V1Scale) {
  const { shape } = state;
  const look = {
    fill: state.fill === null ? null : restOf(state.fill),
    stroke: state.stroke === null ? null : restOf(state.stroke),
    stroke_width: scale.size(restOf(state.stroke_width)),
    progress: restOf(state.progress),
  };
  switch (shape.kind) {
    case 'ellipse': {
      const [rx, ry] = scale.point({ x: shape.radius_x, y: shape.radius_y, z: 0 });
      return { type: 'ellipse', rx, ry, ...look };
    }
    case 'rect': {
      const [width, height] = scale.point({ x: shape.width, y: shape.height, z: 0 });
      return { type: 'rect', width, height, corner: scale.size(shape.corner), ...look };
    }
    case 'line': {
      const { closed, smooth } = shape;
      return { type: closed ? 'polygon' : 'polyline', points: shape.points.map(scale.point), smooth, ...look };
    }
    case 'path': {
      const [scale_x, scale_y] = scale.point({ x: 1, y: 1, z: 0 });
      return { type: 'path', data: shape.data, scale_x, scale_y, ...look };
    }
  }
}
