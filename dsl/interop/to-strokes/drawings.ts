import { restOf } from '../../plan/motion.ts';
import type { DrawingState } from '../../plan/timeline.ts';
import type { V1Scale } from '../v1/scale.ts';
import { STILL, type Telling, type Told, whole } from './telling.ts';

/** Drawings, all in one little program. Free paths and drawings that are turned or stretched cannot be said. */
export function drawingStrokes(telling: Telling): Told[] {
  const commands = whole(telling, 'drawings').flatMap(({ id, patch }) => {
    const state = patch.value as DrawingState;
    const command = telling.sayable.has(id) ? commandOf(state, telling.scale) : null;
    if (command === null || restOf(state.scale) !== 1 || restOf(state.rotation) !== 0) return [];
    const look = {
      fill: state.fill === null ? null : restOf(state.fill),
      stroke: state.stroke === null ? null : restOf(state.stroke),
      width: telling.scale.size(restOf(state.stroke_width)),
      opacity: restOf(state.opacity),
    };
    return [{ ...command, id: telling.names.thing(id), ...look }];
  });
  return commands.length === 0 ? [] : [{ kind: 'runScreenScript', params: { commands }, timing: STILL }];
}

function commandOf({ shape, position }: DrawingState, scale: V1Scale): Readonly<Record<string, unknown>> | null {
  const middle = restOf(position);
  const [x, y] = scale.point(middle);
  switch (shape.kind) {
    case 'ellipse': {
      const [rx, ry] = scale.point({ x: shape.radius_x, y: shape.radius_y, z: 0 });
      return { op: 'ellipse', x, y, rx, ry };
    }
    case 'rect': {
      const [w, h] = scale.point({ x: shape.width, y: shape.height, z: 0 });
      return { op: 'rect', x, y, w, h, corner: scale.size(shape.corner) };
    }
    case 'line': {
      const points = shape.points.map((point) => scale.point({ x: point.x + middle.x, y: point.y + middle.y, z: 0 }));
      if (shape.closed && shape.smooth) return null;
      if (shape.closed) return points.length < 3 ? null : { op: 'polygon', points };
      return points.length < 2 ? null : { op: 'polyline', points, smooth: shape.smooth };
    }
    case 'path':
      return null;
  }
}
