import { absolutize, normalize, parsePath } from 'path-data-parser';
import type { Shape } from '../../check/model.ts';
import { faultInPath } from '../../check/path-data.ts';
import { roundedBox, turned } from '../chart/marks.ts';
import { curveThrough } from '../curve.ts';

/** One stroke of the pen: x, y, x, y, …. */
export interface Outline {
  readonly points: readonly number[];
  readonly closed: boolean;
}

/** Parts a curve of a path, or the way between two points of a smooth line, is drawn in. */
const PARTS = 16;
const ELLIPSE_PARTS = 72;

/** The strokes that a shape is drawn in, around its middle, stage pixels. */
export function outlinesOf(shape: Shape): readonly Outline[] {
  switch (shape.kind) {
    case 'ellipse':
      return [{ points: ellipse(shape.radius_x, shape.radius_y), closed: true }];
    case 'rect': {
      const [x, y] = [shape.width / 2, shape.height / 2];
      return [{ points: roundedBox(-x, -y, x, y, shape.corner), closed: true }];
    }
    case 'line': {
      const points = shape.points.flatMap(({ x, y }) => [x, y]);
      if (!shape.smooth || shape.points.length < 3) return [{ points, closed: shape.closed }];
      const first = shape.points[0];
      const curve = curveThrough(shape.closed && first ? [...shape.points, first] : shape.points, 'spline');
      const count = PARTS * (shape.points.length - 1);
      const smooth = Array.from({ length: count + 1 }, (_, at) => curve.at(at / count)).flatMap(({ x, y }) => [x, y]);
      return [{ points: smooth, closed: shape.closed }];
    }
    case 'path':
      return pathOutlines(shape.data);
  }
}

const ellipse = (radius_x: number, radius_y: number): number[] =>
  Array.from({ length: ELLIPSE_PARTS }, (_, at) => {
    const [x, y] = turned(0, 0, 1, -90 + (at * 360) / ELLIPSE_PARTS);
    return [x * radius_x, y * radius_y];
  }).flat();

/** SVG path data (SVG 2, 9.3) as strokes; what is no path draws nothing. */
function pathOutlines(data: string): Outline[] {
  const outlines: { points: number[]; closed: boolean }[] = [];
  for (const { key, data: numbers } of segmentsOf(data)) {
    const last = outlines.at(-1);
    if (key === 'M') outlines.push({ points: [...numbers], closed: false });
    else if (!last) continue;
    else if (key === 'L') last.points.push(...numbers);
    else if (key === 'C') last.points.push(...cubic(last.points, numbers));
    else if (key === 'Z') last.closed = true;
  }
  return outlines.filter(({ points }) => points.length > 2 && points.every(Number.isFinite));
}

/** The parser does not end on what is no path: `check` refuses that in scripts, this in timelines from elsewhere. */
const segmentsOf = (data: string) => (faultInPath(data) === null ? normalize(absolutize(parsePath(data))) : []);

function cubic(
  before: readonly number[],
  [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0]: readonly number[],
): number[] {
  const [x0 = 0, y0 = 0] = before.slice(-2);
  return Array.from({ length: PARTS }, (_, at) => {
    const t = (at + 1) / PARTS;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
  }).flat();
}

/** The first `share` of a stroke, by length. */
export function firstOf({ points, closed }: Outline, share: number): readonly number[] {
  const whole = closed ? [...points, points[0] ?? 0, points[1] ?? 0] : points;
  const lengths: number[] = [];
  for (let at = 2; at < whole.length; at += 2) {
    lengths.push(Math.hypot((whole[at] ?? 0) - (whole[at - 2] ?? 0), (whole[at + 1] ?? 0) - (whole[at - 1] ?? 0)));
  }
  let left = lengths.reduce((sum, length) => sum + length, 0) * share;
  const drawn = whole.slice(0, 2);
  for (const [at, length] of lengths.entries()) {
    const part = length > 0 ? Math.min(1, left / length) : 1;
    const [x = 0, y = 0, nextX = 0, nextY = 0] = whole.slice(at * 2, at * 2 + 4);
    drawn.push(x + (nextX - x) * part, y + (nextY - y) * part);
    left -= length;
    if (left <= 0) break;
  }
  return drawn;
}
