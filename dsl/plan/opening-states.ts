import type {
  ActorDecl,
  ChartDecl,
  DrawingDecl,
  GroupDecl,
  PictureDecl,
  Shape,
  TextDecl,
  Vec3,
} from '../check/model.ts';
import { round3, roundPoint } from './rounding.ts';
import type { ActorState, ChartState, DrawingState, GroupState, PictureState, TextState } from './timeline.ts';

export type Placed = GroupDecl | ActorDecl | TextDecl | ChartDecl | DrawingDecl | PictureDecl;

type Opened = ActorState | ChartState | DrawingState | GroupState | PictureState | TextState;

/** What a thing is when the scene begins, standing at `position`. */
export function opened(thing: Placed, position: Vec3): Opened {
  if ('origin' in thing) return { ...lying(thing, position), origin: roundPoint(thing.origin) };
  if ('kind' in thing) return actorState(thing, position);
  if ('text' in thing) return textState(thing, position);
  if ('chart' in thing) return chartState(thing, position);
  return 'shape' in thing ? drawingState(thing, position) : pictureState(thing, position);
}

interface Lying {
  readonly scale?: number;
  readonly rotation?: number;
  readonly opacity: number;
  readonly group: string | null;
}

const lying = ({ scale = 1, rotation = 0, opacity, group }: Lying, position: Vec3) => ({
  position,
  scale: round3(scale),
  rotation: round3(rotation),
  opacity: round3(opacity),
  group,
});

const actorState = (actor: ActorDecl, position: Vec3): ActorState => ({
  kind: actor.kind,
  label: actor.label,
  ...lying(actor, position),
  colors: actor.colors,
  facing: actor.facing,
  animation: { name: actor.animation, start_ms: 0 },
  material: null,
});

const textState = (text: TextDecl, position: Vec3): TextState => ({
  text: text.text,
  value: text.value === null ? null : round3(text.value),
  decimals: text.decimals,
  wrap: text.wrap === null ? null : round3(text.wrap),
  background: text.background,
  progress: 1,
  ...lying(text, position),
  size: round3(text.size),
  color: text.color,
  weight: text.weight,
  align: text.align,
});

const chartState = (chart: ChartDecl, position: Vec3): ChartState => ({
  chart: chart.chart,
  ...lying(chart, position),
  width: round3(chart.width),
  height: round3(chart.height),
  title: chart.title,
  x_axis: chart.x_axis,
  y_axis: chart.y_axis,
  unit: chart.unit,
  color: chart.color,
  series: chart.series,
  parts: chart.parts,
  progress: round3(chart.progress),
});

const drawingState = (drawing: DrawingDecl, position: Vec3): DrawingState => ({
  shape: roundShape(drawing.shape),
  ...lying(drawing, position),
  fill: drawing.fill,
  stroke: drawing.stroke,
  stroke_width: round3(drawing.stroke_width),
  progress: round3(drawing.progress),
});

const pictureState = (picture: PictureDecl, position: Vec3): PictureState => ({
  media: picture.media,
  source: picture.source,
  ...lying(picture, position),
  width: round3(picture.width),
  height: round3(picture.height),
  label: picture.label,
});

function roundShape(shape: Shape): Shape {
  switch (shape.kind) {
    case 'ellipse':
      return { ...shape, radius_x: round3(shape.radius_x), radius_y: round3(shape.radius_y) };
    case 'rect':
      return {
        kind: 'rect',
        width: round3(shape.width),
        height: round3(shape.height),
        corner: round3(shape.corner),
      };
    case 'line':
      return { ...shape, points: shape.points.map(roundPoint) };
    case 'path':
      return shape;
  }
}
