import { restOf } from '../../plan/motion.ts';
import { escapeToken } from '../../plan/pointer.ts';
import type { ChartState } from '../../plan/timeline.ts';
import { changed } from './actor.ts';
import type { Bare, Translation } from './translation.ts';

/** Charts under the names of v1: the first curve is `/charts/adoption_curve`, and so on. */
export function chart({ id, property, patch, scale, names }: Translation): Bare[] {
  const name = names.chart(id);
  const path = `/charts/${escapeToken(name)}`;
  if (patch.op === 'remove') return [{ op: 'remove', path }];
  if (property !== undefined) return changed(path, property, patch.value, scale);
  const state = patch.value as ChartState;
  const [x, y] = scale.point(restOf(state.position));
  const [width, height] = scale.point({ x: state.width, y: state.height, z: 0 });
  const value = {
    id: name,
    type: state.chart,
    x,
    y,
    width,
    height,
    opacity: restOf(state.opacity),
    title: state.title,
    x_axis: state.x_axis,
    y_axis: state.y_axis,
    unit: state.unit,
    color: state.color,
    progress: restOf(state.progress),
    ...(state.series.length > 0 ? { series: state.series } : {}),
    ...(state.parts.length > 0 ? { parts: state.parts } : {}),
  };
  return [{ op: 'add', path, value }];
}
