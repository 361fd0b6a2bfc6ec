import { linearOf, luminance } from '../../sample/colour.ts';
import type { Frame, FrameDrawing } from '../../sample/frame.ts';
import type { Footage } from '../footage.ts';
import { atLeast, atMost, type QualityCheck } from '../report.ts';
import { chartIn, chartsOf, labelsOf } from './figures.ts';

const SMALLEST_PX = 14;
/** Of large text, WCAG 2.2, 1.4.3. */
const CONTRAST = 3;

interface Box {
  readonly text: string;
  readonly size: number;
  readonly color: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The labels of a chart as boxes on the stage. */
function boxesOf(chart: FrameDrawing): Box[] {
  return labelsOf(chart).map(({ text, x, y, width, size, align, color }) => {
    const start = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
    const left = chart.x + start * chart.scale;
    const middle = chart.y + y * chart.scale;
    const half = size * 0.36 * chart.scale;
    return {
      text,
      size: size * chart.scale,
      color,
      left,
      right: left + width * chart.scale,
      top: middle - half,
      bottom: middle + half,
    };
  });
}

/** Two frames a second: writing does not move faster than that can tell. */
const every = ({ slow }: Footage): readonly Frame[] => slow.filter((_, at) => at % 15 === 0);

function boxesIn(footage: Footage): { readonly frame: Frame; readonly boxes: readonly Box[] }[] {
  const charts = chartsOf(footage);
  return every(footage).map((frame) => ({
    frame,
    boxes: charts.flatMap(({ id }) => {
      const chart = chartIn(frame, id);
      return chart && chart.opacity > 0.1 ? boxesOf(chart) : [];
    }),
  }));
}

/** C.label-size: nothing is written smaller than 14 px, as the camera shows it. */
export function labelSize(footage: Footage): QualityCheck {
  let worst = { at_ms: 0, figure: Number.POSITIVE_INFINITY, text: '' };
  for (const { frame, boxes } of boxesIn(footage)) {
    for (const { size, text } of boxes) {
      const seen = size * frame.camera.zoom;
      if (seen < worst.figure) worst = { at_ms: frame.at_ms, figure: seen, text };
    }
  }
  return atLeast(
    'C.label-size',
    SMALLEST_PX,
    worst,
    (figure) => `the smallest label, “${worst.text}”, is ${figure} px`,
  );
}

/** C.label-contrast: writing stands out from what lies behind it by 3 : 1 at least. */
export function labelContrast(footage: Footage): QualityCheck {
  let worst = { at_ms: 0, figure: Number.POSITIVE_INFINITY, text: '' };
  for (const { frame, boxes } of boxesIn(footage)) {
    const { sky_top, sky_bottom } = frame.environment;
    for (const { color, text } of boxes) {
      const ratio = Math.min(contrast(color, sky_top), contrast(color, sky_bottom));
      if (ratio < worst.figure) worst = { at_ms: frame.at_ms, figure: ratio, text };
    }
  }
  return atLeast(
    'C.label-contrast',
    CONTRAST,
    worst,
    (figure) => `“${worst.text}” has the weakest contrast, ${figure} : 1`,
  );
}

function contrast(a: string, b: string): number {
  const [x, y] = [luminance(linearOf(a)), luminance(linearOf(b))];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** C.label-overlap: no label lies over another. */
export function labelOverlap(footage: Footage): QualityCheck {
  for (const { frame, boxes } of boxesIn(footage)) {
    for (const [at, a] of boxes.entries()) {
      const over = boxes
        .slice(at + 1)
        .find((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom);
      if (over)
        return atMost(
          'C.label-overlap',
          0,
          { at_ms: frame.at_ms, figure: 1 },
          () => `“${a.text}” lies over “${over.text}”`,
        );
    }
  }
  return atMost('C.label-overlap', 0, { at_ms: 0, figure: 0 }, () => 'no label lies over another');
}

/** C.label-inside: all writing is on the stage. */
export function labelInside(footage: Footage): QualityCheck {
  const { width, height } = footage.timeline.stage;
  let worst = { at_ms: 0, figure: 0, text: '' };
  for (const { frame, boxes } of boxesIn(footage)) {
    for (const { left, right, top, bottom, text } of boxes) {
      const over = Math.max(-left, -top, right - width, bottom - height);
      if (over > worst.figure) worst = { at_ms: frame.at_ms, figure: over, text };
    }
  }
  return atMost('C.label-inside', 0, worst, (figure) =>
    figure > 0 ? `“${worst.text}” leaves the stage by ${figure} px` : 'all writing is on the stage',
  );
}
