import { z } from 'zod';

/** The shapes of what patches carry, for timelines that come from outside. Ranges keep arithmetic far from infinity. */
export const finite = z.number().min(-1e6).max(1e6);
export const timeMs = z.int().min(0).max(86_400_000);
export const name = z.string().min(1).max(200);
const share = z.number().min(0).max(1);
const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour like #1a2b3c');
const vec3 = z.strictObject({ x: finite, y: finite, z: finite });

const ease = z.union([z.string().max(40), z.strictObject({ bezier: z.tuple([share, finite, share, finite]) })]);

/** A value or a motion; motions nest, which `parseTimeline` limits before this is asked. */
function animated(value: z.ZodType) {
  const motion: z.ZodType = z.strictObject({
    start_ms: timeMs,
    duration_ms: timeMs,
    ease,
    curve: z.enum(['line', 'spline']),
    get from() {
      return either;
    },
    through: z.array(value).min(1).max(1000),
  });
  const either: z.ZodType = z.union([value, motion]);
  return either;
}

const relation = z.enum(['at', 'above', 'below', 'left-of', 'right-of', 'inside', 'in-front-of', 'behind']);
const location = z.union([vec3, z.strictObject({ of: name, relation, offset: vec3 })]);
const weight = z.union([z.literal(400), z.literal(700), z.literal(900)]);
const scale = animated(z.number().min(0).max(1000));
const placed = { position: animated(vec3), scale, rotation: animated(finite), opacity: animated(share) };

export const STATE_SCHEMAS = {
  render: z.strictObject({ mode: z.enum(['2d', '3d']) }),
  environment: z.strictObject({
    mood: z.strictObject({ from: name, to: name, start_ms: timeMs, duration_ms: timeMs, ease }),
  }),
  camera: z.strictObject({
    focus: animated(vec3),
    zoom: animated(z.number().min(0.01).max(100)),
    shake: animated(z.number().min(0).max(1000)),
    follow: z.strictObject({ of: name, start_ms: timeMs, duration_ms: timeMs, weight: share, ease }).nullable(),
  }),
  actors: z.strictObject({
    kind: name,
    label: z.string().max(1000).nullable(),
    ...placed,
    colors: z.record(z.string(), color),
    facing: z.union([z.literal(1), z.literal(-1)]),
    animation: z.strictObject({ name, start_ms: timeMs }),
    material: name.nullable(),
  }),
  texts: z.strictObject({
    text: z.string().max(10_000),
    ...placed,
    size: z.number().min(1).max(2000),
    color,
    weight,
    align: z.enum(['left', 'center', 'right']),
  }),
  lights: z.strictObject({ from: location, color, intensity: animated(z.number().min(0).max(1000)) }),
  materials: z.strictObject({ recipe: name, uniforms: z.record(z.string(), finite) }),
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
  }),
} as const;
