import type { Shape } from '../../check/model.ts';
import { shape as mark } from '../chart/marks.ts';
import type { Mark } from '../frame.ts';
import { firstOf, outlinesOf } from './outline.ts';

export interface DrawingNow {
  /** 0–1: how much of it is drawn. */
  readonly progress: number;
  readonly fill: string | null;
  readonly stroke: string | null;
  readonly stroke_width: number;
}

/** The outline is drawn first; from this share on the inside is filled. */
const FILLED_FROM = 0.6;

/** The marks of a free drawing: its strokes as far as they are drawn, and its inside, which comes softly at the end. */
export function drawingMarks({ shape }: { readonly shape: Shape }, now: DrawingNow): readonly Mark[] {
  const { progress, fill, stroke, stroke_width } = now;
  if (progress <= 0) return [];
  const outlines = outlinesOf(shape);
  if (progress >= 1) {
    return outlines.map(({ points, closed }) =>
      mark(points, { closed, fill: inside(fill, closed), stroke, stroke_width }),
    );
  }
  const filled = stroke === null ? progress : (progress - FILLED_FROM) / (1 - FILLED_FROM);
  return outlines.flatMap((outline) => {
    const area = inside(fill, outline.closed);
    const marks: Mark[] = [];
    if (area !== null && filled > 0) marks.push(mark(outline.points, { fill: area, opacity: filled }));
    if (stroke !== null) marks.push(mark(firstOf(outline, progress), { closed: false, stroke, stroke_width }));
    return marks;
  });
}

/** What is open is filled as if it were closed only where the script asks for a colour, as SVG does. */
const inside = (fill: string | null, closed: boolean): string | null => (closed ? fill : null);
