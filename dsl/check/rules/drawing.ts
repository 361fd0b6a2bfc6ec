import type { PairStatement } from '../../read/ast.ts';
import { choose } from '../choose.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import type { Context, Here, Rule } from '../context.ts';
import type { Place, Shape, Vec3 } from '../model.ts';
import { faultInPath } from '../path-data.ts';
import { resolvePlace } from '../places.ts';
import { declaredHere, firstDeclaration, named } from './declaring.ts';

const COMMON = ['at', 'fill', 'stroke', 'stroke-width', 'scale', 'rotation', 'opacity', 'progress'];
/** What each shape is made of besides. */
const SHAPES = {
  dot: ['radius'],
  circle: ['radius'],
  ellipse: ['width', 'height', 'radius'],
  rect: ['width', 'height', 'corner'],
  line: ['through', 'from', 'to'],
  polyline: ['through'],
  polygon: ['through'],
  curve: ['through'],
  path: ['data'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
type Kind = keyof typeof SHAPES;
const KINDS = Object.keys(SHAPES) as Kind[];

const LENGTH = { min: 0, max: 100_000 };
const PEN = { what: 'width of the line', min: 0, max: 400 };
const USUAL_PEN = 4;
const OPEN: readonly Kind[] = ['line', 'polyline', 'curve', 'path'];

export const drawRule: Rule<PairStatement> = (statement, here, context) => {
  const word = statement.word && choose('dsl/unknown-choice', statement.word, KINDS, context);
  const kind = KINDS.find((each) => each === word);
  const own: readonly string[] = kind ? SHAPES[kind] : Object.values(SHAPES).flat();
  const clauses = clausesOf(statement, [...COMMON, ...own], here, context);
  const name = named(statement, context);
  if (!statement.word && name) clauses.missing('which shape it has');
  if (!name || !kind || !declaredHere(statement, here, context) || !firstDeclaration(name, context)) return null;
  const made = shapeOf(kind, clauses, here, context);
  if (!made) return null;
  const pen = penOf(kind, clauses, context.ink);
  context.draft.drawings.push({
    id: name.text,
    only: here.only,
    span: statement.span,
    group: here.group,
    shape: made.shape,
    at: clauses.place('at') ?? made.at ?? context.middle(here),
    ...pen,
    scale: clauses.number('scale', { what: 'scale', min: 0.01, max: 50 }, 1, ['%']),
    rotation: clauses.angle('rotation', 0),
    opacity: clauses.number('opacity', { what: 'opacity', min: 0, max: 1 }, 1, ['%']),
    progress: clauses.number('progress', { what: 'progress', min: 0, max: 1 }, 1, ['%']),
  });
  if (clauses.has('progress')) context.draft.begun.add(name.text);
  return null;
};

/** Something is always to be seen: areas are filled, lines drawn, unless the script says how. */
function penOf(kind: Kind, clauses: Clauses, ink: string) {
  const says = clauses.has('fill') || clauses.has('stroke');
  const open = OPEN.includes(kind);
  const fill = clauses.color('fill', says || open ? null : ink);
  const stroke = clauses.color('stroke', (!says && open) || (fill === null && says) ? ink : null);
  const stroke_width = clauses.number('stroke-width', PEN, USUAL_PEN, ['px']);
  return { fill, stroke, stroke_width };
}

interface Made {
  readonly shape: Shape;
  /** Where its points are, when it says where by them. */
  readonly at: Place | null;
}

function shapeOf(kind: Kind, clauses: Clauses, here: Here, context: Context): Made | null {
  const length = (name: string, usual: number) => clauses.number(name, { what: name, ...LENGTH }, usual, ['px']);
  switch (kind) {
    case 'dot':
    case 'circle': {
      const radius = length('radius', kind === 'dot' ? 6 : 50);
      return { shape: { kind: 'ellipse', radius_x: radius, radius_y: radius }, at: null };
    }
    case 'ellipse': {
      const radius = length('radius', 60);
      const [width, height] = [length('width', radius * 2), length('height', (radius * 4) / 3)];
      return { shape: { kind: 'ellipse', radius_x: width / 2, radius_y: height / 2 }, at: null };
    }
    case 'rect': {
      const [width, height] = [length('width', 160), length('height', 100)];
      return { shape: { kind: 'rect', width, height, corner: length('corner', 0) }, at: null };
    }
    case 'path': {
      const data = clauses.text('data');
      if (data === null) return clauses.has('data') ? null : clauses.missing('its data');
      const found = faultInPath(data);
      if (found === null) return { shape: { kind: 'path', data }, at: null };
      const span = clauses.get('data')?.value?.span;
      if (span) context.report('dsl/not-a-path', span, { found });
      return null;
    }
    default:
      return through(kind, clauses, here, context);
  }
}

function through(kind: Kind, clauses: Clauses, here: Here, context: Context): Made | null {
  const value = clauses.get('through')?.value;
  const nodes = value?.kind === 'places' ? value.places : [];
  const between = nodes.map((node) => ({ node, place: resolvePlace(node, here, context) }));
  if (between.some(({ place }) => place === null)) return null;
  const beside = between.find(({ place }) => place?.kind !== 'point');
  if (beside) {
    const params = { clause: 'through', expected: 'points such as (100, 200)', found: '' };
    context.report('dsl/wrong-value', beside.node.span, params);
    return null;
  }
  const ends = kind === 'line' ? [clauses.place('from'), clauses.place('to')] : [null, null];
  const points = [ends[0], ...between.map(({ place }) => place), ends[1]].flatMap((place) =>
    place?.kind === 'point' ? [{ x: place.x, y: place.y, z: place.z }] : [],
  );
  if (points.length < 2) return clauses.missing('through which points');
  const middle = middleOf(points);
  const around = points.map(({ x, y, z }) => ({ x: x - middle.x, y: y - middle.y, z: z - middle.z }));
  const shape = { kind: 'line', points: around, closed: kind === 'polygon', smooth: kind === 'curve' } as const;
  return { shape, at: { kind: 'point', ...middle } };
}

function middleOf(points: readonly Vec3[]): Vec3 {
  const mid = (values: readonly number[]) => (least(values) - least(values.map((value) => -value))) / 2;
  return { x: mid(points.map(({ x }) => x)), y: mid(points.map(({ y }) => y)), z: mid(points.map(({ z }) => z)) };
}

const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
