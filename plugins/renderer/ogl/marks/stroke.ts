import { leftOf, type Outline, type Point, pointsOf, towards } from './outline.ts';

/** A cut across the stroke: its middle, and which way its left and its right edge lie. */
interface Section {
  readonly at: Point;
  readonly left: Point;
  readonly right: Point;
}

/** Bends flatter than this (cosine) need no arc at their outer side. */
const GENTLE = 0.94;
/** Radians of an arc a step. */
const STEP = 0.35;

const minus = ({ x, y }: Point): Point => ({ x: -x, y: -y });
const spin = ({ x, y }: Point, angle: number): Point => ({
  x: x * Math.cos(angle) - y * Math.sin(angle),
  y: x * Math.sin(angle) + y * Math.cos(angle),
});

/** A line of that width along the points, its ends and its bends round. */
export function strokeOf(flat: readonly number[], closed: boolean, width: number): Outline {
  const points = pointsOf(flat, closed);
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last) return { solid: [], fringe: [] };
  const sections: Section[] = [];
  const ring = closed && points.length > 2;
  if (!ring) sections.push(...capOf(first, towards(first, points[1] ?? { x: first.x + 1, y: first.y }), -1));
  points.forEach((point, index) => {
    const before = ring ? points.at(index - 1) : points[index - 1];
    const after = ring ? points[(index + 1) % points.length] : points[index + 1];
    if (before && after) sections.push(...bendOf(before, point, after, width / 2));
  });
  if (!ring) sections.push(...capOf(last, towards(points.at(-2) ?? { x: last.x - 1, y: last.y }, last), 1));
  return stripOf(ring ? [...sections, ...sections.slice(0, 1)] : sections);
}

/** Half a disc at an end: `way` −1 opens a line, 1 closes it. */
function capOf(at: Point, along: Point, way: -1 | 1): readonly Section[] {
  const side = leftOf(along);
  const steps = Math.ceil(Math.PI / 2 / STEP);
  const cuts = Array.from({ length: steps + 1 }, (_, step): Section => {
    const angle = (step / steps) * (Math.PI / 2);
    const out = { x: along.x * Math.cos(angle) * way, y: along.y * Math.cos(angle) * way };
    const wide = { x: side.x * Math.sin(angle), y: side.y * Math.sin(angle) };
    return { at, left: { x: out.x + wide.x, y: out.y + wide.y }, right: { x: out.x - wide.x, y: out.y - wide.y } };
  });
  return way === -1 ? cuts : cuts.toReversed();
}

/** Round on the outer side; on the inner side both edges meet where they cross, if the lines are long enough for that. */
function bendOf(before: Point, at: Point, after: Point, half: number): readonly Section[] {
  const [into, out] = [towards(before, at), towards(at, after)];
  const [one, other] = [leftOf(into), leftOf(out)];
  const cosine = one.x * other.x + one.y * other.y;
  const sine = one.x * other.y - one.y * other.x;
  const reach = 1 / Math.max(0.02, 1 + cosine);
  const mitre = { x: (one.x + other.x) * reach, y: (one.y + other.y) * reach };
  if (cosine > GENTLE) return [{ at, left: mitre, right: minus(mitre) }];
  const room = Math.min(Math.hypot(at.x - before.x, at.y - before.y), Math.hypot(after.x - at.x, after.y - at.y));
  const fits = Math.hypot(mitre.x, mitre.y) * half < room && cosine > -0.97;
  const angle = Math.atan2(sine, cosine);
  const steps = Math.ceil(Math.abs(angle) / STEP);
  return Array.from({ length: steps + 1 }, (_, step): Section => {
    const left = spin(one, (angle * step) / steps);
    if (!fits) return { at, left, right: minus(left) };
    return angle > 0 ? { at, left, right: minus(mitre) } : { at, left: mitre, right: minus(left) };
  });
}

function stripOf(sections: readonly Section[]): Outline {
  const solid: number[] = [];
  const fringe: number[] = [];
  const corner = ({ at }: Section, out: Point): readonly number[] => [at.x, at.y, out.x, out.y, 1];
  sections.forEach((section, index) => {
    const next = sections[index + 1];
    if (!next) return;
    const [a, b] = [corner(section, section.left), corner(section, section.right)];
    const [c, d] = [corner(next, next.left), corner(next, next.right)];
    solid.push(...a, ...b, ...c, ...b, ...d, ...c);
    fringe.push(...a, ...c, ...b, ...d);
  });
  return { solid, fringe };
}
