import type { Cure, Span } from '../../diagnostics.ts';
import type { ClauseNode, DatumStatement, HoldingStatement, PlaceNode } from '../../read/ast.ts';
import { clausesOf } from '../clauses.ts';
import type { Context, Here } from '../context.ts';
import { readData } from '../data/read-data.ts';
import { isFault, type Table } from '../data/table.ts';
import { safePath } from '../files.ts';
import { numberOf } from '../measures.ts';
import type { ChartKind, ChartPart, ChartSeries } from '../model.ts';
import { type Slice, wholeOf } from './shares.ts';

export interface ChartData {
  readonly series: readonly ChartSeries[];
  readonly parts: readonly ChartPart[];
  /** Its values are percent. */
  readonly percent: boolean;
  /** Something in it was not understood, so that it may only seem empty. */
  readonly unclear: boolean;
}

/** Colours that stay apart for most eyes, on light and on dark (after Okabe and Ito 2008). */
const PALETTE = ['#38bdf8', '#f59e0b', '#34d399', '#f472b6', '#a78bfa', '#facc15', '#fb7185', '#94a3b8'] as const;
const colorAt = (index: number) => PALETTE[index % PALETTE.length] ?? PALETTE[0];

const HAS_SERIES: readonly ChartKind[] = ['curve', 'area'];
const VALUE = { what: 'value', min: -1e12, max: 1e12 };

export function dataInBlock(statement: HoldingStatement, chart: ChartKind, here: Here, context: Context): ChartData {
  const series: ChartSeries[] = [];
  const parts: Slice[] = [];
  let unclear = statement.broken;
  for (const each of statement.body ?? []) {
    unclear ||= each.broken;
    const wanted = HAS_SERIES.includes(chart) ? ['series'] : ['bar', 'slice'];
    if (each.kind !== 'series' && each.kind !== 'bar' && each.kind !== 'slice') {
      unclear = true;
      if (each.kind === 'unknown') continue;
      context.report('dsl/misplaced', each.keyword, { statement: each.kind, where: 'outside of charts' });
    } else if (!wanted.includes(each.kind)) {
      unclear = true;
      const where = each.kind === 'series' ? 'in a chart of kind curve or area' : 'in charts of bars or slices';
      context.report('dsl/misplaced', each.keyword, { statement: each.kind, where });
    } else if (each.kind === 'series') {
      const made = seriesOf(each, series.length, here, context);
      if (made) series.push(made);
      else unclear = true;
    } else {
      const made = partOf(each, parts.length, here, context);
      if (made) parts.push(made);
      else unclear = true;
    }
  }
  const percent = parts.length > 0 && parts.every((part) => part.percent);
  if (chart !== 'pie' && chart !== 'donut') return { series, parts: parts.map(({ part }) => part), percent, unclear };
  return { series, parts: wholeOf(parts, !unclear, context), percent: true, unclear };
}

function seriesOf(statement: DatumStatement, index: number, here: Here, context: Context): ChartSeries | null {
  const clauses = clausesOf(statement, ['points', 'color'], here, context);
  const color = clauses.color('color', colorAt(index));
  const clause = clauses.get('points');
  if (!clause?.value) return clause?.broken ? null : clauses.missing('its points');
  const points = clause.value.kind === 'places' ? clause.value.places.flatMap((each) => pointOf(each, context)) : [];
  if (points.length === 0) return null;
  const name = statement.label?.value ?? `Series ${index + 1}`;
  return { name, color, points: ascending(points, clause, context) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function pointOf(place: PlaceNode, context: Context): Point[] {
  if (place.kind !== 'point') {
    const params = { clause: 'points', expected: 'points such as (2020, 12)', found: place.name.text };
    context.report('dsl/wrong-value', place.span, params);
    return [];
  }
  const x = numberOf(place.x, { ...VALUE, what: 'x' }, [], context);
  // 30% is thirty of the hundred that the axis goes up to, not 0.3.
  const y = numberOf({ ...place.y, unit: place.y.unit === '%' ? '' : place.y.unit }, VALUE, [], context);
  return x === null || y === null ? [] : [{ x, y }];
}

/** Upwards in x, and one value at each x. */
function ascending(points: readonly Point[], { value, keyword }: ClauseNode, context: Context): Point[] {
  const span = value?.span ?? keyword;
  const sorted = [...points].sort((a, b) => a.x - b.x);
  const last = new Map(sorted.map((point) => [point.x, point]));
  const unsorted = points.some(({ x }, at) => x < (points[at - 1]?.x ?? x));
  const text = [...last.values()].map(({ x, y }) => `(${x}, ${y})`).join(' ');
  const literal =
    value?.kind === 'places' &&
    value.places.every((each) => each.kind === 'point' && !each.x.formula && !each.y.formula);
  const edits = [{ offset: span.offset, length: span.length, text }];
  const cures: Cure[] = literal ? [{ title: 'Put them in order', edits }] : [];
  if (unsorted) context.report('dsl/unsorted', span, { what: 'The x of these points' }, cures);
  const doubled = sorted.find(({ x }, at) => sorted[at - 1]?.x === x);
  if (doubled) context.report('dsl/stands-twice', span, { what: `x = ${doubled.x}` }, cures);
  return [...last.values()];
}

function partOf(statement: DatumStatement, index: number, here: Here, context: Context): Slice | null {
  const clauses = clausesOf(statement, ['color'], here, context);
  const color = clauses.color('color', colorAt(index));
  const { value: node, label } = statement;
  if (!node) return clauses.missing('how much it is');
  const percent = node.unit === '%';
  const range = percent
    ? { what: 'share', min: 0, max: 1 }
    : { ...VALUE, min: statement.kind === 'slice' ? 0 : VALUE.min };
  const value = numberOf(node, range, ['%'], context);
  if (value === null) return null;
  const amount = percent ? Number((value * 100).toFixed(9)) : value;
  const name = label?.value ?? `${statement.kind} ${index + 1}`;
  return { part: { name, color, value: amount }, percent, span: node.span, cured: !node.formula };
}

/** Null: the file says nothing that could be shown; that is reported. */
export function dataInFile(
  path: string | null,
  from: ClauseNode,
  chart: ChartKind,
  context: Context,
): ChartData | null {
  if (path === null) return null;
  const span = from.value?.span ?? from.span;
  if (!safePath(path)) {
    context.report('dsl/unsafe-file', span, { path });
    return null;
  }
  if (!/\.(?:csv|json)$/i.test(path)) {
    context.report('dsl/wrong-file-type', span, { path, wanted: 'data: csv or json' });
    return null;
  }
  const text = Object.hasOwn(context.files, path) ? context.files[path] : undefined;
  if (text === undefined) {
    context.report('dsl/missing-file', span, { path });
    return null;
  }
  const table = readData(path, text);
  if (isFault(table)) {
    context.report('dsl/unusable-data', span, { path, line: String(table.line ?? ''), why: table.why });
    return null;
  }
  return { ...shown(table, chart, span, context), percent: false, unclear: false };
}

function shown(table: Table, chart: ChartKind, span: Span, context: Context): Pick<ChartData, 'series' | 'parts'> {
  if (HAS_SERIES.includes(chart)) {
    const numbered = table.rows.every(({ x }) => x !== null);
    const series = table.series.map((name, index): ChartSeries => {
      const points = table.rows.map(({ x, values }, at) => ({
        x: numbered ? (x ?? 0) : at + 1,
        y: values[index] ?? 0,
      }));
      const last = new Map(points.sort((a, b) => a.x - b.x).map((point) => [point.x, point]));
      return { name, color: colorAt(index), points: [...last.values()] };
    });
    return { series, parts: [] };
  }
  const parts = table.rows.map(({ name, values }, at) => {
    return { part: { name, color: colorAt(at), value: values[0] ?? 0 }, percent: false, span, cured: false };
  });
  const round = chart === 'pie' || chart === 'donut';
  return { series: [], parts: round ? wholeOf(parts, true, context) : parts.map(({ part }) => part) };
}
