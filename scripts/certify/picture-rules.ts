import type { Frame } from '../../dsl/index.ts';
import type { Raster } from './raster.ts';

/** A rule that a picture breaks, with its figure and the limit. */
export interface PictureFault {
  readonly rule: 'blank' | 'frozen' | 'clipped';
  readonly figure: number;
  readonly limit: number;
  readonly message: string;
}

/** Fewer colours than this (of 4,096, four bits a channel) is no picture but a surface. */
const FEWEST_COLOURS = 40;
/** Mean difference of a channel between two moments of a scene, 0–255. */
const LEAST_MOTION = 0.25;
/** Writing keeps this share of the picture's sides free (the title-safe area of SMPTE ST 2046-1 is 5 %). */
const SAFE_MARGIN = 0.05;

export function blankFault({ pixels }: Raster): PictureFault | null {
  const colours = new Set<number>();
  for (let i = 0; i < pixels.length; i += 4) {
    colours.add((((pixels[i] ?? 0) >> 4) << 8) | (((pixels[i + 1] ?? 0) >> 4) << 4) | ((pixels[i + 2] ?? 0) >> 4));
  }
  if (colours.size >= FEWEST_COLOURS) return null;
  const message = `The stage is blank: ${colours.size} colours, at least ${FEWEST_COLOURS} are expected.`;
  return { rule: 'blank', figure: colours.size, limit: FEWEST_COLOURS, message };
}

export function frozenFault(before: Raster, after: Raster): PictureFault | null {
  let sum = 0;
  for (let i = 0; i < before.pixels.length; i += 1) sum += Math.abs((before.pixels[i] ?? 0) - (after.pixels[i] ?? 0));
  const motion = sum / before.pixels.length;
  if (motion >= LEAST_MOTION) return null;
  const message = `The stage is frozen: two moments differ by ${motion.toFixed(3)} of 255, at least ${LEAST_MOTION} is expected.`;
  return { rule: 'frozen', figure: motion, limit: LEAST_MOTION, message };
}

/** Writing that hangs out of the safe area. What is invisible, or wholly outside on its way in or out, does not count. */
export function clippedFault(frame: Frame): PictureFault | null {
  const { width, height } = frame.stage;
  for (const { name, box } of writingOf(frame)) {
    const outside = Math.max(
      width * SAFE_MARGIN - box.x,
      height * SAFE_MARGIN - box.y,
      box.x + box.width - width * (1 - SAFE_MARGIN),
      box.y + box.height - height * (1 - SAFE_MARGIN),
    );
    const gone = box.x > width || box.y > height || box.x + box.width < 0 || box.y + box.height < 0;
    if (outside <= 0.5 || gone) continue;
    const message = `"${name}" stands ${outside.toFixed(0)} px outside the safe area of the picture.`;
    return { rule: 'clipped', figure: outside, limit: 0, message };
  }
  return null;
}

interface Writing {
  readonly name: string;
  readonly box: Frame['entities'][number]['bounds'];
}

function writingOf(frame: Frame): readonly Writing[] {
  const texts = frame.entities
    .filter(({ role, opacity }) => role === 'text' && opacity > 0.05)
    .map(({ id, bounds }) => ({ name: id, box: bounds }));
  const sung = frame.lyrics
    .filter(({ opacity }) => opacity > 0.05)
    .flatMap(({ words, size }) =>
      words.map(({ text, x, y, width }) => ({ name: text, box: { x, y: y - size * 0.75, width, height: size } })),
    );
  return [...texts, ...sung];
}
