import type { Drawing } from '../gpu/texture-cache.ts';
import { throughX, throughY } from '../paint/affine.ts';
import { mixRgb, type Rgb } from '../paint/colour.ts';
import { bucket, type Picture, view } from '../picture.ts';
import { groundLine } from './ground-line.ts';

/** A strip of scenery as a grey mask: dark for its lower colour, bright for its upper, clear where it is not. */
export interface Band {
  readonly name: string;
  /** Height of the mask in stage pixels; its line `rest` lies on the horizon. */
  readonly height: number;
  readonly rest: number;
  /** Length after which it repeats, in stage pixels. */
  readonly length: number;
  /** How bright it is from its lower edge on, where it goes on below. */
  readonly floor?: number;
  /** Draws in stage pixels from (0, 0); must look the same at both ends. */
  readonly paint: (ctx: CanvasRenderingContext2D, grain: CanvasPattern) => void;
}

export interface BandLook {
  readonly depth: number;
  readonly dark: Rgb;
  readonly light: Rgb;
  readonly opacity: number;
  /** Moves it sideways and down, in stage pixels. */
  readonly shiftX?: number;
  readonly shiftY?: number;
  /** Ends at its lower edge instead of going on to the bottom of the picture. */
  readonly ends?: boolean;
}

function drawBand(band: Band, pixels: number, grainTile: HTMLCanvasElement): Drawing<null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(band.length * pixels);
  canvas.height = Math.ceil(band.height * pixels);
  const ctx = canvas.getContext('2d');
  const grain = ctx?.createPattern(grainTile, 'repeat');
  if (ctx && grain) {
    ctx.scale(canvas.width / band.length, canvas.height / band.height);
    band.paint(ctx, grain);
    if (band.floor !== undefined) {
      const settle = ctx.createLinearGradient(0, band.height - 28, 0, band.height - 3);
      settle.addColorStop(0, grey(band.floor, 0));
      settle.addColorStop(1, grey(band.floor));
      ctx.fillStyle = settle;
      ctx.fillRect(0, band.height - 28, band.length, 28);
    }
  }
  return { canvas, plan: null, repeat: 'x' };
}

/** Lays the strip across the whole picture, however far the camera went; below it goes on in its last line. */
export function putBand(picture: Picture, band: Band, look: BandLook): void {
  if (look.opacity <= 0) return;
  const { stage, environment } = picture.frame;
  const pixels = Math.min(2, 3072 / band.length, bucket(picture.scale));
  const { texture } = picture.textures.get(`band:${band.name}:${pixels}`, () => drawBand(band, pixels, picture.grain));
  const m = view(picture, look.depth);
  const top = environment.horizon - band.rest + (look.shiftY ?? 0);
  const shift = look.shiftX ?? 0;
  const margin = stage.width;
  const zoom = Math.hypot(m[0], m[1]) / picture.scale;
  const middle = stage.width / 2 - (m[4] - picture.width / 2) / picture.scale / zoom - stage.width / 2;
  const left = middle - margin * Math.max(1, 1 / zoom);
  const right = middle + stage.width + margin * Math.max(1, 1 / zoom);
  const below = look.ends ? top + band.height : Math.max(top + band.height, stage.height * 2);
  const hidden = look.depth < 1 ? (groundLine(picture) - m[5]) / m[3] : below;
  const bottom = picture.frame.camera.roll === 0 ? Math.min(below, hidden) : below;
  if (bottom <= top) return;
  const corner = (x: number, y: number): readonly [number, number] => [
    throughX(m, x, top + y),
    throughY(m, x, top + y),
  ];
  picture.quads.corners(
    texture,
    {
      u0: (left - shift) / band.length,
      u1: (right - shift) / band.length,
      v0: 0,
      v1: (bottom - top) / band.height,
    },
    [...corner(left, 0), ...corner(right, 0)],
    [...corner(left, bottom - top), ...corner(right, bottom - top)],
    {
      tint: mixRgb(
        [0, 0, 0],
        [look.light[0] - look.dark[0], look.light[1] - look.dark[1], look.light[2] - look.dark[2]],
        1,
      ),
      ink: look.dark,
      opacity: look.opacity,
    },
  );
}

/** A rolling outline: sums of waves that fit the length whole, so that the strip meets itself. */
export function ridge(length: number, waves: readonly (readonly [turns: number, height: number, phase: number])[]) {
  return (x: number): number =>
    waves.reduce(
      (sum, [turns, height, phase]) => sum + Math.sin((x / length) * turns * Math.PI * 2 + phase) * height,
      0,
    );
}

/** Everything under an outline. */
export function under(outline: (x: number) => number, length: number, bottom: number): Path2D {
  const area = new Path2D();
  area.moveTo(-20, bottom);
  for (let x = -20; x <= length + 20; x += 4) area.lineTo(x, outline(x));
  area.lineTo(length + 20, bottom);
  area.closePath();
  return area;
}

export const grey = (share: number, alpha = 1): string => {
  const value = Math.round(Math.max(0, Math.min(1, share)) * 255);
  return `rgba(${value}, ${value}, ${value}, ${alpha})`;
};

/** Draws a thing that reaches `reach` around x, and again a length away where it straddles the seam. */
export function wrapped(
  ctx: CanvasRenderingContext2D,
  length: number,
  x: number,
  reach: number,
  draw: () => void,
): void {
  for (const shift of [-length, 0, length]) {
    if (x + shift + reach < 0 || x + shift - reach > length) continue;
    ctx.save();
    ctx.translate(shift, 0);
    draw();
    ctx.restore();
  }
}
