import { textWidth } from '../../plan/text-extent.ts';
import type { ChartState } from '../../plan/timeline.ts';
import type { Mark } from '../frame.ts';
import { label, shape } from './marks.ts';

/** Sizes of a chart whose box is as large as it usually is; a larger chart is written larger, a smaller one never too small. */
const USUAL = { width: 560, height: 340 };
const SMALLEST = 16;

/** What all kinds of charts are set in: sizes of writing, and the area that is left for the figures, around the middle. */
export interface Layout {
  readonly color: string;
  readonly title: number;
  readonly text: number;
  readonly value: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Title and caption of the upright axis. */
  readonly heading: readonly Mark[];
}

export function layoutOf(state: ChartState): Layout {
  const { width, height, color } = state;
  const grown = Math.min(1.5, Math.max(0.7, Math.min(width / USUAL.width, height / USUAL.height)));
  const size = (usual: number) => Math.max(SMALLEST, Math.round(usual * grown));
  const [title, text, value] = [size(25), size(17), size(20)];
  const left = -width / 2;
  let top = -height / 2;
  const heading: Mark[] = [];
  if (state.title) {
    heading.push(label(state.title, left, top + title / 2, { size: title, color, weight: 700 }));
    top += title * 1.45;
  }
  if (state.y_axis) {
    heading.push(label(state.y_axis, left, top + text / 2, { size: text, color, opacity: 0.75 }));
    top += text * 1.5;
  }
  return { color, title, text, value, left, top, right: width / 2, bottom: height / 2, heading };
}

export const widest = (texts: readonly string[], size: number, weight: 400 | 700 = 400): number =>
  texts.reduce((most, text) => Math.max(most, textWidth(text, size, weight)), 0);

/** A thin line of the grid, or an axis where it is strong. */
export const rule = (x1: number, y1: number, x2: number, y2: number, color: string, strong = false): Mark =>
  shape([x1, y1, x2, y2], {
    closed: false,
    stroke: color,
    stroke_width: strong ? 2 : 1,
    opacity: strong ? 0.8 : 0.22,
    z: -2,
  });

/** Coloured dots with names, one after the other from the left, as far as there is room. */
export function legend(
  entries: readonly { readonly name: string; readonly color: string }[],
  x: number,
  y: number,
  layout: Layout,
): Mark[] {
  let at = x;
  return entries.flatMap(({ name, color }) => {
    const end = at + layout.text * 1.3 + textWidth(name, layout.text, 400);
    if (end > layout.right && at > x) return [];
    const dot = layout.text * 0.36;
    const marks = [
      shape([at, y - dot, at + 2 * dot, y - dot, at + 2 * dot, y + dot, at, y + dot], { fill: color }),
      label(name, at + layout.text, y, { size: layout.text, color: layout.color }),
    ];
    at = end + layout.text;
    return marks;
  });
}
