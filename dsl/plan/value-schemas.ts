import { z } from 'zod';
import { FURTHEST_PX, LATEST_MS } from './rounding.ts';

/** The shapes of single values in patches that come from outside. Ranges keep arithmetic far from infinity. */
export const finite = z.number().min(-FURTHEST_PX).max(FURTHEST_PX);
export const size = z.number().min(0).max(1e6);
export const timeMs = z.int().min(0).max(LATEST_MS);
export const name = z.string().min(1).max(200);
export const share = z.number().min(0).max(1);
export const words = z.string().max(10_000);
export const color = z.string().regex(/^#[0-9a-fA-F]{6}$/, 'a colour like #1a2b3c');
export const vec3 = z.strictObject({ x: finite, y: finite, z: finite });

export const ease = z.union([
  z.string().max(40),
  z.strictObject({ bezier: z.tuple([share, finite, share, finite]) }),
  z.strictObject({ spring: share }),
  z.strictObject({ steps: z.int().min(1).max(1000) }),
]);

export const curve = z.union([
  z.enum(['line', 'spline', 'loop']),
  z.strictObject({ bend: finite }),
  z.strictObject({ orbit: z.strictObject({ radius: size.nullable(), flatness: share, by: finite }) }),
]);

/** A value or a motion; motions nest, which `parseTimeline` limits before this is asked. */
export function animated(value: z.ZodType): z.ZodType {
  const motion: z.ZodType = z.strictObject({
    start_ms: timeMs,
    duration_ms: timeMs,
    ease,
    curve,
    get from() {
      return either;
    },
    through: z.array(value).min(1).max(1000),
  });
  const either: z.ZodType = z.union([value, motion]);
  return either;
}

const relation = z.enum(['at', 'above', 'below', 'left-of', 'right-of', 'inside', 'in-front-of', 'behind']);
export const boxPoint = z.strictObject({ x: z.number(), y: z.number() });
export const location = z.union([
  vec3,
  z.strictObject({ of: name, part: boxPoint.exactOptional(), relation, offset: vec3 }),
]);
export const weight = z.union([z.literal(400), z.literal(700), z.literal(900)]);
export const number = animated(finite);
export const factor = animated(z.number().min(0).max(1000));
export const part = animated(share);
export const paint = animated(color);
