import type { Region } from '../gpu/quads.ts';
import type { Drawing } from '../gpu/texture-cache.ts';
import type { Box, Brush } from './brush.ts';

/** One piece of a figure: drawn around its own origin, which is the joint it turns about. */
export interface Part {
  /** All that it may cover. */
  readonly box: Box;
  readonly paint: (brush: Brush) => void;
}

export type Parts = Readonly<Record<string, Part>>;

export interface SheetPiece {
  readonly region: Region;
  readonly box: Box;
}

export type SheetPlan = ReadonlyMap<string, SheetPiece>;

/** Clear pixels around each piece, so that filtering never reaches a neighbour. */
const GAP = 3;
const SIDE = 2048;

interface Slot {
  readonly name: string;
  readonly part: Part;
  readonly width: number;
  readonly height: number;
  x: number;
  y: number;
}

/** Rows of equal-ish heights, tallest first. */
function pack(slots: readonly Slot[], side: number): { readonly width: number; readonly height: number } {
  let x = 0;
  let y = 0;
  let row = 0;
  let width = 1;
  for (const slot of [...slots].sort((one, other) => other.height - one.height)) {
    if (x > 0 && x + slot.width > side) {
      x = 0;
      y += row;
      row = 0;
    }
    slot.x = x;
    slot.y = y;
    x += slot.width;
    row = Math.max(row, slot.height);
    width = Math.max(width, x);
  }
  return { width, height: Math.max(1, y + row) };
}

/** Draws all parts of a figure onto one canvas, at `pixels` device pixels per unit. */
export function drawSheet(parts: Parts, pixels: number, grainTile: HTMLCanvasElement): Drawing<SheetPlan> {
  const slots = Object.entries(parts).map(([name, part]): Slot => {
    const width = Math.ceil(part.box[2] * pixels) + GAP * 2;
    const height = Math.ceil(part.box[3] * pixels) + GAP * 2;
    return { name, part, width, height, x: 0, y: 0 };
  });
  const { width, height } = pack(slots, Math.max(SIDE / 2, ...slots.map((slot) => slot.width)));
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  const plan = new Map<string, SheetPiece>();
  const grain = ctx?.createPattern(grainTile, 'repeat');
  if (!ctx || !grain) return { canvas, plan };
  grain.setTransform(new DOMMatrix().scale(1 / pixels));
  for (const { name, part, x, y, width: slotWidth, height: slotHeight } of slots) {
    ctx.save();
    ctx.beginPath();
    ctx.rect(x, y, slotWidth, slotHeight);
    ctx.clip();
    ctx.translate(x + GAP, y + GAP);
    ctx.scale(pixels, pixels);
    ctx.translate(-part.box[0], -part.box[1]);
    part.paint({ ctx, grain });
    ctx.restore();
    const region = {
      u0: (x + GAP) / width,
      v0: (y + GAP) / height,
      u1: (x + GAP + part.box[2] * pixels) / width,
      v1: (y + GAP + part.box[3] * pixels) / height,
    };
    plan.set(name, { region, box: part.box });
  }
  return { canvas, plan };
}
