import { tokensOf } from '../../plan/pointer.ts';
import type { ChartState } from '../../plan/timeline.ts';
import type { Frame, FrameDrawing, Mark } from '../../sample/frame.ts';
import { type Footage, pairs } from '../footage.ts';
import { atLeast, atMost, type QualityCheck, worstOf } from '../report.ts';

export interface Chart {
  readonly id: string;
  readonly state: ChartState;
}

export const chartsOf = ({ timeline }: Footage): readonly Chart[] =>
  timeline.patches.flatMap(({ op, path, value }) => {
    const [part, id, property] = tokensOf(path) ?? [];
    return op === 'add' && part === 'charts' && id !== undefined && property === undefined
      ? [{ id, state: value as ChartState }]
      : [];
  });

export const chartIn = (frame: Frame, id: string): FrameDrawing | null => {
  const found = frame.entities.find((entity) => entity.role === 'chart' && entity.id === id);
  return found?.role === 'chart' ? found : null;
};

export const labelsOf = ({ marks }: FrameDrawing) =>
  marks.filter((mark): mark is Extract<Mark, { kind: 'label' }> => mark.kind === 'label');

const LEAST_STEP = -1e-6;

/** C.x-increasing and no x twice: a curve goes from left to right. */
export function xIncreases(footage: Footage): QualityCheck {
  const steps = chartsOf(footage).flatMap(({ state }) =>
    state.series.flatMap(({ points }) => points.slice(1).map(({ x }, at) => (points[at]?.x ?? 0) - x)),
  );
  const back = Math.max(-1, ...steps);
  return atMost('C.x-increasing', LEAST_STEP, { at_ms: 0, figure: back }, (figure) =>
    figure < 0 ? 'every x is larger than the one before' : `an x is ${figure} less than the one before`,
  );
}

/** C.growth: what is told as growth does not turn down. */
export function growthRises(footage: Footage): QualityCheck {
  const falls = chartsOf(footage).flatMap(({ state }) =>
    state.series.flatMap(({ points }) => points.slice(1).map(({ y }, at) => (points[at]?.y ?? 0) - y)),
  );
  return atMost('C.growth', 0, { at_ms: 0, figure: Math.max(0, ...falls) }, (figure) =>
    figure > 0 ? `a curve falls by ${figure}` : 'no curve turns down',
  );
}

/** C.progress: no chart shrinks, and each is complete at its end. */
export function progressRises(footage: Footage): QualityCheck {
  const charts = chartsOf(footage);
  const backward = charts.flatMap(({ id }) =>
    [...pairs(footage.slow)].map(([before, now]) => ({
      at_ms: now.at_ms,
      figure: (chartIn(before, id)?.progress ?? 0) - (chartIn(now, id)?.progress ?? 1),
    })),
  );
  const worst = worstOf(backward);
  if (worst.figure > 1e-9) return atMost('C.progress', 0, worst, (figure) => `a chart shrinks by ${figure}`);
  const last = footage.frames.at(-1);
  const complete = charts.map(({ id }) => (last && chartIn(last, id)?.progress) ?? 0);
  const sample = { at_ms: last?.at_ms ?? 0, figure: Math.min(...complete) };
  return atLeast('C.progress', 1, sample, (figure) =>
    figure < 1 ? `a chart ends at ${figure} of its growth` : 'every chart grows to its end',
  );
}

/** C.shares: the slices of a pie add up to 100 %, bars of percent stay within 0–100. */
export function sharesFit(footage: Footage): QualityCheck {
  const off = chartsOf(footage).map(({ state }) => {
    const round = state.chart === 'pie' || state.chart === 'donut';
    if (round) return Math.abs(state.parts.reduce((sum, { value }) => sum + value, 0) - 100);
    if (state.unit !== '%') return 0;
    return Math.max(0, ...state.parts.map(({ value }) => Math.max(-value, value - 100)));
  });
  return atMost('C.shares', 0.1, { at_ms: 0, figure: Math.max(0, ...off) }, (figure) =>
    figure > 0.1 ? `shares are ${figure} % off` : 'slices add up to 100 %, bars lie within 0–100 %',
  );
}

/** C.explained: every chart has its title, its axes or the names of its parts, and all its figures at the end. */
export function explained(footage: Footage): QualityCheck {
  const last = footage.frames.at(-1);
  const missing = chartsOf(footage).flatMap(({ id, state }) => {
    const chart = last && chartIn(last, id);
    const texts = chart ? labelsOf(chart).map(({ text }) => text) : [];
    const lines = state.chart === 'curve' || state.chart === 'area';
    const wanted = lines ? [state.x_axis, state.y_axis] : state.parts.map(({ name }) => name);
    const figures = lines ? state.series.map(({ points }) => points.at(-1)?.y) : state.parts.map(({ value }) => value);
    return [
      ...[state.title, ...wanted].filter((text) => text === null || !texts.includes(text)).map(() => `a name in ${id}`),
      ...figures
        .filter((value) => value !== undefined && !texts.some((text) => numberIn(text) === value))
        .map((value) => `${value} in ${id}`),
    ];
  });
  const sample = { at_ms: last?.at_ms ?? 0, figure: missing.length };
  return atMost('C.explained', 0, sample, () =>
    missing[0] ? `${missing[0]} is not to be seen` : 'titles, axes, names and figures are shown',
  );
}

/** The figure that a label shows: `1,234.5 M` is 1234.5; NaN where it shows none. */
export const numberIn = (text: string): number => {
  const [digits] = /-?\d[\d,]*(?:\.\d+)?/.exec(text) ?? [];
  return digits === undefined ? Number.NaN : Number(digits.replaceAll(',', ''));
};

/** Around a word, how long its figure may be looked for, milliseconds. */
const AROUND_MS = 150;

/** C.narration: each spoken number that is a figure of a chart is what the chart shows while it is said. */
export function narrationReaches(footage: Footage): QualityCheck {
  const { timeline, frames } = footage;
  const charts = chartsOf(footage);
  const figures = new Map<number, string[]>();
  for (const { id, state } of charts) {
    const values = [
      ...state.parts.map(({ value }) => value),
      ...state.series.flatMap(({ points }) => points.map(({ y }) => y)),
    ];
    for (const value of values) figures.set(value, [...(figures.get(value) ?? []), id]);
  }
  const spoken = timeline.words.filter(({ text }) => figures.has(numberIn(text)) && /^\d/.test(text));
  const rule = 'C.narration';
  if (spoken.length === 0)
    return atLeast(rule, 1, { at_ms: 0, figure: 0 }, () => 'the narration names no figure of a chart');
  const unseen = spoken.find((word) => {
    const value = numberIn(word.text);
    const meanwhile = frames.filter(
      ({ at_ms }) => at_ms >= word.start_ms - AROUND_MS && at_ms <= word.end_ms + AROUND_MS,
    );
    return !meanwhile.some((frame) =>
      (figures.get(value) ?? []).some((id) => {
        const chart = chartIn(frame, id);
        return chart !== null && labelsOf(chart).some(({ text, weight }) => weight === 700 && numberIn(text) === value);
      }),
    );
  });
  if (unseen)
    return atMost(
      rule,
      0,
      { at_ms: unseen.start_ms, figure: 1 },
      () => `no chart shows ${unseen.text} while it is said`,
    );
  return atLeast(
    rule,
    1,
    { at_ms: spoken[0]?.start_ms ?? 0, figure: spoken.length },
    (figure) => `${figure} figures are shown while they are said`,
  );
}
