import { restOf } from '../../plan/motion.ts';
import type { ChartState } from '../../plan/timeline.ts';
import { hardenedPoints } from '../strokes/adoption-curve.ts';
import type { StrokeKind } from '../strokes/stroke.ts';
import { changesOf, STILL, type Telling, type Told, timingOf, whole } from './telling.ts';

const KINDS: Readonly<Record<ChartState['chart'], StrokeKind>> = {
  curve: 'drawAdoptionCurve',
  area: 'drawAdoptionCurve',
  pie: 'drawPieSaturation',
  donut: 'drawPieSaturation',
  bars: 'drawSegmentedAttachBars',
  columns: 'drawSegmentedAttachBars',
};

/** v1 has one chart of each family: the first. What its hardening would change is not said. */
export function chartStrokes(telling: Telling): Told[] {
  const said = new Set<StrokeKind>();
  return whole(telling, 'charts').flatMap(({ id, patch }): Told[] => {
    const state = patch.value as ChartState;
    const kind = KINDS[state.chart];
    const content = contentOf(state);
    if (said.has(kind) || content === null) return [];
    said.add(kind);
    const [x, y] = telling.scale.point(restOf(state.position));
    const [width, height] = telling.scale.point({ x: state.width, y: state.height, z: 0 });
    const { title, x_axis, y_axis, unit, color } = state;
    const [growth] = changesOf(telling, 'charts', id, 'progress');
    const frame = { title, x, y, width, height, x_axis, y_axis, unit, color, progress: restOf(state.progress) };
    return [{ kind, params: { ...frame, ...content }, timing: growth ? timingOf(growth.patch) : STILL }];
  });
}

function contentOf({ chart, series, parts }: ChartState): Readonly<Record<string, unknown>> | null {
  if (KINDS[chart] === 'drawAdoptionCurve') {
    const grows = series.every(({ points }) => JSON.stringify(hardenedPoints(points)) === JSON.stringify(points));
    const named = series.map(({ name, color, points }) => ({ name, color, points }));
    return grows && series.length > 0 ? { series: named } : null;
  }
  const shares = parts.map(({ name, color, value }) => ({ label: name, color, value }));
  if (parts.length === 0 || parts.some(({ value }) => value < 0 || value > 100)) return null;
  return KINDS[chart] === 'drawPieSaturation'
    ? { slices: shares, donut: chart === 'donut' }
    : { bars: shares, columns: chart === 'columns' };
}
