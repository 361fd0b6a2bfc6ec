import type { Figures } from '../reading/figures.ts';
import type { Idea } from '../reading/idea.ts';
import { shortened } from '../reading/sentence.ts';
import { block, quoted } from './script-text.ts';

const COLOURS = ['#38bdf8', '#fbbf24', '#34d399', '#fb7185', '#a78bfa', '#f97316'] as const;
const ASKED_FOR =
  /^(?:(?:an?|the|some)\s+)?(?:(?:bar|pie|line|donut|doughnut|column|area)\s+)?(?:charts?|graphs?|diagrams?|curve|bars|pie|donut)\b\s*(?:of|for|about|with|showing|that shows)?\s*/i;
/** Figures that are spoken one by one; of more, only the highest and the lowest. */
const MOST_SPOKEN = 4;
const WHOLE = 100;

/** A prompt's figures as a chart that grows while they are named. */
export function chartScene({ chart, points, unit }: Figures, { quotes, sentence }: Idea, seed: number): string {
  const title = quotes[0] ?? titleOf(sentence, points);
  const written = unit === '%' ? ' percent' : '';
  const say = (label: string, value: number): string => `${label}: ${value}${written}.`;
  const spoken = points.length <= MOST_SPOKEN ? points : extremes(points);
  const rises = chart === 'curve' && points.every(({ label }) => /^\d+$/.test(label));
  const [first, last] = [points[0], points.at(-1)];
  const lines =
    rises && first && last
      ? [`It goes from ${first.value} to ${last.value}${written}.`]
      : spoken.map(({ label, value }) => say(label.charAt(0).toUpperCase() + label.slice(1), value));
  const body = [
    `stage 1280 x 720   seed ${seed}`,
    '',
    'environment dark-studio',
    ...block(
      `chart figures is ${chart} at (640, 350) width 1040 height 480 title ${quoted(title)}${unit === '%' && chart !== 'curve' ? ' unit "%"' : ''}`,
      marks(chart, points, unit),
    ),
    '',
    `say line ${quoted(`${title.replace(/[.!?]$/, '')}.`)} at 0.5s`,
    ...lines.map(
      (text, at) => `say figure-${at + 1} ${quoted(text)} after ${at === 0 ? 'line' : `figure-${at}`} + 0.3s`,
    ),
    '',
    ...growth(chart, points, lines.length),
  ];
  return `${block(`scene ${quoted(title)}`, body)
    .join('\n')
    .replace(/ +$/gm, '')}\n`;
}

/** The slices of a round chart open one by one, each as it is named; everything else grows at once. */
function growth(chart: Figures['chart'], points: Figures['points'], spoken: number): string[] {
  if (!isRound(chart) || spoken !== points.length)
    return [
      'after line { reveal figures over 3s ease in-out-sine as growth }',
      'after growth { camera push-in figures by 1.05 over 2s }',
    ];
  const shares = sharesOf(points);
  const opened = shares.map((_, at) => shares.slice(0, at + 1).reduce((sum, share) => sum + share, 0));
  return [
    ...opened.map(
      (share, at) => `0.1s before figure-${at + 1} { reveal figures to ${share}% over 1s ease in-out-sine }`,
    ),
    `after figure-${points.length} { camera push-in figures by 1.05 over 2s }`,
  ];
}

const isRound = (chart: Figures['chart']): boolean => chart === 'pie' || chart === 'donut';

/** What the chart is about: the prompt without its figures and without "a bar chart of", or else what is counted. */
function titleOf(sentence: string, points: Figures['points']): string {
  const [head = ''] = sentence.replace(ASKED_FOR, '').split(/[:;]|\s\d/);
  const said = head.replace(/[\s,.:;]+$/, '').replace(/\s(?:of|from|as|in|with|is|are|and)$/i, '');
  const labels = points.map(({ label }) => label).filter((label) => !/^\d+$/.test(label));
  const listed = labels.length > 1 ? `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}` : 'In numbers';
  const text = shortened(said === '' || labels.includes(said) ? listed : said, 60);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function extremes(points: Figures['points']): Figures['points'] {
  const sorted = points.toSorted((a, b) => b.value - a.value);
  return [...sorted.slice(0, 1), ...sorted.slice(-1)];
}

function marks(chart: Figures['chart'], points: Figures['points'], unit: string): string[] {
  const colour = (at: number): string => COLOURS[at % COLOURS.length] ?? COLOURS[0];
  if (chart === 'curve') {
    const numbered = points.every(({ label }) => /^\d+$/.test(label));
    const along = points.map(({ label, value }, at) => `(${numbered ? label : at + 1}, ${value})`);
    return [`series "Value" color ${colour(0)} points ${along.join(' ')}`];
  }
  const round = isRound(chart);
  const shares = round ? sharesOf(points) : [];
  return points.map(({ label, value }, at) => {
    const amount = round ? `${shares[at]}%` : `${value}${unit}`;
    return `${round ? 'slice' : 'bar'} ${quoted(label)} ${amount} color ${colour(at)}`;
  });
}

/** Whole shares that make up a hundred: the last takes what rounding leaves. */
function sharesOf(points: Figures['points']): number[] {
  const whole = Math.max(
    points.reduce((sum, { value }) => sum + value, 0),
    1e-9,
  );
  const rounded = points.slice(0, -1).map(({ value }) => Math.round((value / whole) * WHOLE));
  return [...rounded, WHOLE - rounded.reduce((sum, share) => sum + share, 0)];
}
