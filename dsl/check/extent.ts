import type { ActorDecl, ChartDecl, DrawingDecl, PictureDecl, TextDecl } from './model.ts';
import { ACTOR_KINDS } from './vocabulary/actor-kinds.ts';

export type Shown = ActorDecl | TextDecl | ChartDecl | DrawingDecl | PictureDecl;

/** How far a thing reaches from its middle to each side, unturned. Of texts and paths only the middle is known. */
export function halfOf(thing: Shown): { readonly x: number; readonly y: number } {
  const scale = 'scale' in thing ? thing.scale : 1;
  const half = (width: number, height: number) => ({ x: (width / 2) * scale, y: (height / 2) * scale });
  if ('width' in thing) return half(thing.width, thing.height);
  if ('kind' in thing) {
    const form = ACTOR_KINDS[thing.kind];
    return half(form?.width ?? 0, form?.height ?? 0);
  }
  if (!('shape' in thing)) return { x: 0, y: 0 };
  const { shape } = thing;
  switch (shape.kind) {
    case 'ellipse':
      return half(shape.radius_x * 2, shape.radius_y * 2);
    case 'rect':
      return half(shape.width, shape.height);
    case 'line': {
      const reach = (axis: 'x' | 'y') => shape.points.reduce((most, point) => Math.max(most, Math.abs(point[axis])), 0);
      return half(reach('x') * 2, reach('y') * 2);
    }
    case 'path':
      return { x: 0, y: 0 };
  }
}
