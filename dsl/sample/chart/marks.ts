import { textWidth } from '../../plan/text-extent.ts';
import type { Mark } from '../frame.ts';

type Shape = Extract<Mark, { kind: 'shape' }>;
type Label = Extract<Mark, { kind: 'label' }>;

/** Engines may differ in the last digit of a sine: marks are the same in all of them to a hundredth of a pixel. */
const round = (value: number): number => Math.round(value * 100) / 100 + 0;

/** A closed area or an open line through x, y, x, y, …. */
export function shape(points: readonly number[], looks: Partial<Omit<Shape, 'kind' | 'points'>>): Shape {
  return {
    kind: 'shape',
    points: points.map(round),
    closed: true,
    fill: null,
    stroke: null,
    stroke_width: 0,
    opacity: 1,
    depth: 0,
    z: 0,
    ...looks,
  };
}

export function label(
  text: string,
  x: number,
  y: number,
  looks: Partial<Omit<Label, 'kind' | 'text' | 'x' | 'y' | 'width'>> & {
    readonly size: number;
    readonly color: string;
  },
): Label {
  const weight = looks.weight ?? 400;
  const width = round(textWidth(text, looks.size, weight));
  return {
    kind: 'label',
    text,
    x: round(x),
    y: round(y),
    width,
    align: 'left',
    opacity: 1,
    rotation: 0,
    z: 0,
    ...looks,
    weight,
  };
}

export const box = (left: number, top: number, right: number, bottom: number): readonly number[] => [
  ...[left, top, right, top],
  ...[right, bottom, left, bottom],
];

const CORNER_PARTS = 8;

/** A box whose corners are quarter circles. */
export function roundedBox(left: number, top: number, right: number, bottom: number, corner: number): number[] {
  const radius = Math.max(0, Math.min(corner, (right - left) / 2, (bottom - top) / 2));
  if (radius < 0.5) return [...box(left, top, right, bottom)];
  const corners = [
    [right - radius, top + radius, -90],
    [right - radius, bottom - radius, 0],
    [left + radius, bottom - radius, 90],
    [left + radius, top + radius, 180],
  ] as const;
  return corners.flatMap(([x, y, from]) =>
    Array.from({ length: CORNER_PARTS + 1 }, (_, part) =>
      turned(x, y, radius, from + (90 * part) / CORNER_PARTS),
    ).flat(),
  );
}

/** The point at an angle, degrees clockwise from the right, on a circle. */
export function turned(x: number, y: number, radius: number, degrees: number): [number, number] {
  const angle = (degrees * Math.PI) / 180;
  return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
}

export const circle = (x: number, y: number, radius: number): number[] =>
  Array.from({ length: 24 }, (_, part) => turned(x, y, radius, part * 15)).flat();
