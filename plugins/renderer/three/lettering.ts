import { CanvasTexture, LinearFilter } from 'three';
import { FAMILY } from './fonts.ts';

export interface Lettering {
  readonly texture: CanvasTexture;
  /** Of the whole texture, in the unit of the size asked for. */
  readonly width: number;
  readonly height: number;
  /** From the texture's left edge to where the text begins, and from its upper edge to the baseline. */
  readonly left: number;
  readonly baseline: number;
  /** Width of the text itself. */
  readonly advance: number;
}

export interface Style {
  /** Font size in stage pixels. */
  readonly size: number;
  readonly weight: number;
  readonly color: string;
  /** Colour of a thin outline with a soft shadow around the letters, or null. */
  readonly outline: string | null;
  /** Device pixels to a stage pixel. */
  readonly density: number;
}

const LIMIT = 96;
const LARGEST = 2048;

/** Written text as textures at the pixels it is shown in; the least recently used are let go. */
export class Letterer {
  readonly #kept = new Map<string, Lettering>();
  readonly #plates = new Map<string, CanvasTexture>();

  write(text: string, style: Style): Lettering {
    const key = JSON.stringify([text, style]);
    const known = this.#kept.get(key);
    const lettering = known ?? letter(text, style);
    this.#kept.delete(key);
    this.#kept.set(key, lettering);
    for (const [oldest, { texture }] of this.#kept) {
      if (this.#kept.size <= LIMIT) break;
      texture.dispose();
      this.#kept.delete(oldest);
    }
    return lettering;
  }

  /** A rounded plate of a colour to write on; width and height in stage pixels. */
  plate(color: string, width: number, height: number, density: number): CanvasTexture {
    const key = JSON.stringify([color, width, height, density]);
    const known = this.#plates.get(key) ?? plateTexture(color, width, height, density);
    this.#plates.delete(key);
    this.#plates.set(key, known);
    for (const [oldest, texture] of this.#plates) {
      if (this.#plates.size <= LIMIT / 4) break;
      texture.dispose();
      this.#plates.delete(oldest);
    }
    return known;
  }

  dispose(): void {
    for (const texture of this.#plates.values()) texture.dispose();
    this.#plates.clear();
    for (const { texture } of this.#kept.values()) texture.dispose();
    this.#kept.clear();
  }
}

/** Writes a text once; the caller disposes of the texture. */
export function letter(text: string, { size, weight, color, outline, density }: Style): Lettering {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas for text');
  const font = (pixels: number): string => `${weight} ${pixels}px "${FAMILY}", sans-serif`;
  context.font = font(size);
  const lines = text.split('\n');
  const advance = Math.max(1, ...lines.map((line) => context.measureText(line).width));
  const margin = size * 0.3;
  const height = size * (1.25 * lines.length + 0.2) + margin;
  const scale = Math.min(density, LARGEST / (advance + margin * 2), LARGEST / height);
  canvas.width = Math.max(1, Math.ceil((advance + margin * 2) * scale));
  canvas.height = Math.max(1, Math.ceil(height * scale));
  const baseline = size * 1.05 + margin / 2;
  context.font = font(size * scale);
  context.lineJoin = 'round';
  for (const [i, line] of lines.entries()) {
    const [x, y] = [margin * scale, (baseline + i * size * 1.25) * scale];
    if (outline) {
      context.shadowColor = outline;
      context.shadowBlur = size * 0.14 * scale;
      context.strokeStyle = outline;
      context.lineWidth = size * 0.09 * scale;
      context.strokeText(line, x, y);
      context.shadowBlur = 0;
    }
    context.fillStyle = color;
    context.fillText(line, x, y);
  }
  const texture = new CanvasTexture(canvas);
  texture.generateMipmaps = false;
  texture.minFilter = LinearFilter;
  texture.premultiplyAlpha = true;
  return { texture, width: canvas.width / scale, height: canvas.height / scale, left: margin, baseline, advance };
}

function plateTexture(color: string, width: number, height: number, density: number): CanvasTexture {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas for a plate');
  const scale = Math.min(density, LARGEST / Math.max(1, width), LARGEST / Math.max(1, height));
  canvas.width = Math.max(1, Math.ceil(width * scale));
  canvas.height = Math.max(1, Math.ceil(height * scale));
  context.fillStyle = color;
  context.beginPath();
  context.roundRect(0, 0, canvas.width, canvas.height, Math.min(16, height / 4, width / 4) * scale);
  context.fill();
  const texture = new CanvasTexture(canvas);
  texture.generateMipmaps = false;
  texture.minFilter = LinearFilter;
  texture.premultiplyAlpha = true;
  return texture;
}
