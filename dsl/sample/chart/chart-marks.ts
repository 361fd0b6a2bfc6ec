import type { ChartKind } from '../../check/model.ts';
import type { ChartState } from '../../plan/timeline.ts';
import type { Mark } from '../frame.ts';
import { barChart, columnChart } from './bar-chart.ts';
import { curveChart } from './curve-chart.ts';
import { pieChart } from './pie-chart.ts';

const DRAW: Readonly<Record<ChartKind, (state: ChartState, progress: number) => Mark[]>> = {
  curve: curveChart,
  area: curveChart,
  columns: columnChart,
  bars: barChart,
  pie: pieChart,
  donut: pieChart,
};

/**
 * A chart of which `progress` (0–1) has grown, as marks from back to front around the middle of its box. At 0 only title,
 * axes and names are there; what has grown never shrinks again, and at 1 it is complete.
 */
export const chartMarks = (state: ChartState, progress: number): readonly Mark[] => DRAW[state.chart](state, progress);
