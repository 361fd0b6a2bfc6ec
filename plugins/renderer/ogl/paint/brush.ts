import { darker, fade, lighter } from './colour.ts';
import { hash } from './noise.ts';
import { paintPixels } from './pixels.ts';

export type Box = readonly [x: number, y: number, width: number, height: number];

/** A canvas to draw on, in the units of what is drawn, with the paper's grain. */
export interface Brush {
  readonly ctx: CanvasRenderingContext2D;
  readonly grain: CanvasPattern;
}

export interface ShapeStyle {
  readonly fill: string;
  /** Where light and shade lie across the shape; also how deep the soft edge goes. */
  readonly box: Box;
  /** 0 flat, 1 fully modelled. */
  readonly depth?: number;
  readonly outline?: number;
}

export const path = (data: string): Path2D => new Path2D(data);

export function oval(x: number, y: number, radiusX: number, radiusY = radiusX, degrees = 0): Path2D {
  const shape = new Path2D();
  shape.ellipse(x, y, radiusX, radiusY, (degrees * Math.PI) / 180, 0, Math.PI * 2);
  return shape;
}

/** A tapering limb with round ends from (x0, y0) to (x1, y1). */
export function limb(x0: number, y0: number, r0: number, x1: number, y1: number, r1: number): Path2D {
  const angle = Math.atan2(y1 - y0, x1 - x0);
  const shape = new Path2D();
  shape.arc(x0, y0, r0, angle + Math.PI / 2, angle - Math.PI / 2);
  shape.arc(x1, y1, r1, angle - Math.PI / 2, angle + Math.PI / 2);
  shape.closePath();
  return shape;
}

export function rounded(x: number, y: number, width: number, height: number, radius: number): Path2D {
  const shape = new Path2D();
  shape.roundRect(x, y, width, height, radius);
  return shape;
}

/**
 * A soft, modelled shape: lit from the upper left, shaded along the lower right edge by strokes that widen and fade,
 * with the paper's grain and a thin darker line around it.
 */
export function shape(brush: Brush, form: Path2D, style: ShapeStyle): void {
  const { ctx, grain } = brush;
  const { fill, box, depth = 1, outline = 0.4 } = style;
  const [x, y, width, height] = box;
  const reach = Math.min(width, height);
  const body = ctx.createLinearGradient(x + width * 0.3, y, x + width * 0.62, y + height);
  body.addColorStop(0, lighter(fill, 0.22 * depth));
  body.addColorStop(0.42, fill);
  body.addColorStop(1, darker(fill, 0.3 * depth));
  ctx.save();
  ctx.fillStyle = body;
  ctx.fill(form);
  ctx.clip(form);
  ctx.lineJoin = 'round';
  if (depth > 0) {
    ctx.save();
    ctx.translate(-reach * 0.035, -reach * 0.05);
    ctx.strokeStyle = darker(fill, 0.75, 0.07 * depth);
    for (const share of [0.42, 0.3, 0.2, 0.12, 0.06]) {
      ctx.lineWidth = reach * share;
      ctx.stroke(form);
    }
    ctx.restore();
    ctx.save();
    ctx.translate(reach * 0.05, reach * 0.06);
    ctx.strokeStyle = lighter(fill, 0.8, 0.09 * depth);
    for (const share of [0.16, 0.1, 0.05]) {
      ctx.lineWidth = reach * share;
      ctx.stroke(form);
    }
    ctx.restore();
  }
  ctx.globalAlpha = 0.5;
  ctx.fillStyle = grain;
  ctx.fillRect(x - width, y - height, width * 3, height * 3);
  ctx.restore();
  if (outline > 0) {
    ctx.save();
    ctx.strokeStyle = darker(fill, 0.62, outline);
    ctx.lineWidth = Math.min(2, Math.max(0.7, reach * 0.03));
    ctx.lineJoin = 'round';
    ctx.stroke(form);
    ctx.restore();
  }
}

/** A patch of colour inside `form`, its edge softened. */
export function patch(brush: Brush, form: Path2D, inside: Path2D, colour: string, softness: number): void {
  const { ctx } = brush;
  ctx.save();
  ctx.clip(form);
  ctx.fillStyle = fade(colour, 0.94);
  ctx.fill(inside);
  ctx.strokeStyle = fade(colour, 0.35);
  ctx.lineWidth = softness;
  ctx.lineJoin = 'round';
  ctx.stroke(inside);
  ctx.restore();
}

/** A round glow that fades to nothing at `radius`. */
export function glow(brush: Brush, x: number, y: number, radius: number, colour: string, alpha = 1): void {
  const { ctx } = brush;
  const light = ctx.createRadialGradient(x, y, 0, x, y, radius);
  for (const at of [0, 0.2, 0.4, 0.6, 0.8, 1]) light.addColorStop(at, fade(colour, alpha * (1 - at) ** 2));
  ctx.fillStyle = light;
  ctx.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

/** The grain of the paper as a tile: light and dark flecks, faint. */
export const grainTile = (): HTMLCanvasElement =>
  paintPixels(128, 128, (x, y) => {
    const value = hash(x, y, 11) + hash(x >> 1, y >> 1, 5) - 1;
    const fleck = value > 0 ? 255 : 0;
    return [fleck, fleck, fleck, Math.abs(value) * 34];
  });
