import { z } from 'zod';
import {
  animated,
  color,
  ease,
  factor,
  location,
  name,
  number,
  paint,
  part,
  share,
  size,
  timeMs,
  vec3,
  weight,
  words,
} from './value-schemas.ts';

const placed = {
  position: animated(vec3),
  scale: factor,
  rotation: number,
  opacity: part,
  group: name.nullable(),
};
const label = z.string().max(1000).nullable();
const shape = z.union([
  z.strictObject({ kind: z.literal('ellipse'), radius_x: size, radius_y: size }),
  z.strictObject({ kind: z.literal('rect'), width: size, height: size, corner: size }),
  z.strictObject({
    kind: z.literal('line'),
    points: z.array(vec3).min(1).max(10_000),
    closed: z.boolean(),
    smooth: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('path'), data: z.string().max(100_000) }),
]);

/** What charts and texts tell may be billions. */
const figure = z.number().min(-1e15).max(1e15);

/** The shapes of what patches carry, for timelines that come from outside. */
export const STATE_SCHEMAS = {
  render: z.strictObject({ mode: z.enum(['2d', '3d']) }),
  environment: z.strictObject({
    mood: z.strictObject({ from: name, to: name, start_ms: timeMs, duration_ms: timeMs, ease }),
  }),
  camera: z.strictObject({
    focus: animated(vec3),
    zoom: animated(z.number().min(0.01).max(100)),
    roll: number,
    angle: number,
    shake: factor,
    follow: z.strictObject({ of: name, start_ms: timeMs, duration_ms: timeMs, weight: share, ease }).nullable(),
    lens: z
      .strictObject({
        from: location.nullable(),
        to: location.nullable(),
        blur_from: share,
        blur: share,
        start_ms: timeMs,
        duration_ms: timeMs,
        ease,
      })
      .exactOptional(),
  }),
  transition: z.strictObject({
    style: z.enum(['fade', 'wipe', 'iris']),
    color,
    start_ms: timeMs,
    duration_ms: timeMs,
  }),
  groups: z.strictObject({ ...placed, origin: vec3 }),
  actors: z.strictObject({
    kind: name,
    label,
    ...placed,
    colors: z.record(z.string(), paint),
    facing: z.union([z.literal(1), z.literal(-1)]),
    animation: z.strictObject({ name, start_ms: timeMs }),
    material: name.nullable(),
  }),
  texts: z.strictObject({
    text: words,
    ...placed,
    value: animated(figure).nullable(),
    decimals: z.int().min(0).max(10),
    wrap: z.number().min(1).max(1e6).nullable(),
    background: color.nullable(),
    progress: part,
    size: animated(z.number().min(1).max(2000)),
    color: paint,
    weight,
    align: z.enum(['left', 'center', 'right']),
  }),
  charts: z.strictObject({
    chart: z.enum(['curve', 'area', 'columns', 'bars', 'pie', 'donut']),
    ...placed,
    width: size,
    height: size,
    title: words.nullable(),
    x_axis: words.nullable(),
    y_axis: words.nullable(),
    unit: z.string().max(100),
    color,
    series: z
      .array(
        z.strictObject({ name: words, color, points: z.array(z.strictObject({ x: figure, y: figure })).max(10_000) }),
      )
      .max(100),
    parts: z.array(z.strictObject({ name: words, color, value: figure })).max(1000),
    progress: part,
  }),
  drawings: z.strictObject({
    shape,
    ...placed,
    fill: paint.nullable(),
    stroke: paint.nullable(),
    stroke_width: animated(size),
    progress: part,
  }),
  pictures: z.strictObject({
    media: z.enum(['image', 'model']),
    source: z.string().min(1).max(1000),
    ...placed,
    width: size,
    height: size,
    label,
  }),
  sounds: z.strictObject({ sound: name, start_ms: timeMs, volume: share }),
  lights: z.strictObject({ from: location, color: paint, intensity: factor }),
  materials: z.strictObject({ recipe: name, uniforms: z.record(z.string(), number) }),
  lyrics: z.strictObject({
    line: name,
    shown_ms: timeMs,
    hidden_ms: timeMs,
    position: vec3,
    size: z.number().min(1).max(2000),
    color,
    highlight: color,
    ball: z.boolean(),
    items: z.array(z.strictObject({ text: z.string().max(1000), at_ms: timeMs, end_ms: timeMs })).max(10_000),
  }),
  fx: z.strictObject({
    kind: name,
    from: location,
    start_ms: timeMs,
    duration_ms: timeMs,
    count: z.int().min(0).max(5000),
    color: color.nullable(),
    seed: z.int().min(0).max(4294967295),
    within: name.nullable(),
  }),
} as const;

/** Collections of named numbers or colours inside of a thing, each of which can be set by itself. */
export const OPEN_MEMBERS: Readonly<Record<string, z.ZodType>> = {
  'actors/colors': paint,
  'materials/uniforms': number,
};
