import { LINE_SHARE, textWidth } from '../plan/text-extent.ts';
import { rowsExtent, rowsOf, saying } from '../plan/text-layout.ts';
import type { TextState } from '../plan/timeline.ts';
import type { EntityTrack } from './entity-track.ts';
import type { FrameText } from './frame.ts';
import { lettersOf } from './letters.ts';
import { lyingTrack, unit } from './lying.ts';
import { remembering } from './remembering.ts';
import { colourTrack, numberTrack } from './track.ts';

const SHIFT = { left: 0.5, center: 0, right: -0.5 } as const;
/** Free space of the plate around the text, as shares of the font size. */
const PLATE_X = 0.55;
const PLATE_Y = 0.3;

interface Layout {
  readonly text: string;
  readonly size: number;
  readonly rows: readonly string[];
  readonly width: number;
  readonly height: number;
  readonly background: FrameText['background'];
}

/** Makes one state of a text ready to be asked. (x, y) is its middle, or its left or right edge by `align`. */
export function textTrack(id: string, origin: number, state: TextState): EntityTrack {
  const { weight, align, wrap } = state;
  const lying = lyingTrack(state);
  const size = numberTrack(state.size);
  const value = state.value === null ? null : numberTrack(state.value);
  const progress = numberTrack(state.progress);
  const color = colourTrack(state.color);
  const rest_ms = Math.max(lying.rest_ms, size.end_ms, value?.end_ms ?? 0, progress.end_ms, color.end_ms);

  let layout: Layout | null = null;
  const layoutAt = (ms: number): Layout => {
    const text = saying(state.text, value ? value.at(ms) : null, state.decimals);
    const px = Math.max(1, size.at(ms));
    if (layout && layout.text === text && layout.size === px) return layout;
    const rows = rowsOf(text, px, weight, wrap);
    const { width, height } = rowsExtent(rows, px, weight);
    const plate = { width: width + 2 * PLATE_X * px, height: height + 2 * PLATE_Y * px };
    const background = state.background === null ? null : { color: state.background, ...plate };
    layout = { text, size: px, rows, width, height, background };
    return layout;
  };
  let written: { readonly layout: Layout; readonly count: number; readonly lines: FrameText['lines'] } | null = null;
  const linesOf = (laid: Layout, share: number): FrameText['lines'] => {
    const all = laid.rows.reduce((sum, row) => sum + lettersOf(row).length, 0);
    const count = share >= 1 ? all : Math.floor(unit(share) * all + 1e-6);
    if (written?.layout === laid && written.count === count) return written.lines;
    written = { layout: laid, count, lines: writtenLines(laid, count, weight) };
    return written.lines;
  };

  return remembering(
    rest_ms,
    (ms, view, group): FrameText => {
      const laid = layoutAt(ms);
      const { x, y, z, scale, rotation, opacity } = lying.at(ms, group);
      const middle = x + laid.width * scale * SHIFT[align];
      const seen = laid.background ?? laid;
      return {
        role: 'text',
        kind: 'text',
        id,
        text: laid.text,
        lines: linesOf(laid, progress.at(ms)),
        background: laid.background,
        x,
        y,
        z,
        scale,
        rotation,
        opacity,
        bounds: view.bounds(middle, y, z, seen.width * scale, seen.height * scale, rotation),
        size: laid.size,
        color: color.at(ms),
        weight,
        align,
        origin,
      };
    },
    (ms, group) => lying.landmarkAt(ms, layoutAt(ms), group),
  );
}

/** The rows as far as `count` letters go; rows not yet begun are left out. */
function writtenLines({ rows, size }: Layout, count: number, weight: TextState['weight']): FrameText['lines'] {
  const lines: { text: string; y: number; width: number }[] = [];
  let left = count;
  rows.forEach((row, at) => {
    const letters = lettersOf(row);
    const text = left >= letters.length ? row : letters.slice(0, Math.max(0, left)).join('');
    left -= letters.length;
    if (text === '' && left < 0) return;
    const y = (at - (rows.length - 1) / 2) * size * LINE_SHARE;
    lines.push({ text, y, width: textWidth(text, size, weight) });
  });
  return lines;
}
