import type { Shape } from '../check/model.ts';
import type { Extent } from './places.ts';

/** The box that a shape fills at scale 1. Of a curved path its corners and handles count, which hold it. */
export function shapeExtent(shape: Shape): Extent {
  switch (shape.kind) {
    case 'ellipse':
      return { width: 2 * shape.radius_x, height: 2 * shape.radius_y };
    case 'rect':
      return { width: shape.width, height: shape.height };
    case 'line':
      return extentOf(shape.points.map(({ x, y }) => [x, y]));
    case 'path':
      // Path data is drawn around its own (0, 0).
      return extentOf(
        pathPoints(shape.data).flatMap(([x, y]): Pair[] => [
          [x, y],
          [-x, -y],
        ]),
      );
  }
}

type Pair = readonly [number, number];

function extentOf(points: readonly Pair[]): Extent {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return points.length > 0 ? { width: right - left, height: bottom - top } : { width: 0, height: 0 };
}

/** Numbers that a command of SVG path data takes at a time. */
const TAKES: Readonly<Record<string, number>> = { m: 2, l: 2, h: 1, v: 1, c: 6, s: 4, q: 4, t: 2, a: 7, z: 0 };

/** Corners and handles of SVG path data; what is no path ends it. */
function pathPoints(data: string): Pair[] {
  const points: Pair[] = [];
  let [x, y] = [0, 0];
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-zA-Z])([^a-zA-Z]*(?:[eE][-+]?\d[^a-zA-Z]*)*)/g)) {
    const command = letter.toLowerCase();
    const takes = TAKES[command];
    if (takes === undefined) break;
    const relative = letter === command;
    const numbers = (rest.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/g) ?? []).map(Number);
    for (let at = 0; takes > 0 && at + takes <= numbers.length; at += takes) {
      const [fromX, fromY] = relative ? [x, y] : [0, 0];
      const number = (index: number) => numbers[at + index] ?? 0;
      if (command === 'h') x = fromX + number(0);
      else if (command === 'v') y = fromY + number(0);
      else {
        for (let pair = command === 'a' ? 5 : 0; pair + 1 < takes; pair += 2) {
          points.push([fromX + number(pair), fromY + number(pair + 1)]);
        }
        [x, y] = points.at(-1) ?? [x, y];
      }
      points.push([x, y]);
    }
  }
  return points;
}
