import type { HoldingStatement } from '../../read/ast.ts';
import { choose } from '../choose.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import type { Context, Rule } from '../context.ts';
import type { ChartDecl, ChartKind } from '../model.ts';
import { type ChartData, dataInBlock, dataInFile } from './chart-data.ts';
import { declaredHere, firstDeclaration, named } from './declaring.ts';

const CLAUSES = [
  ...['is', 'at', 'from', 'width', 'height', 'title', 'x-axis', 'y-axis', 'unit', 'color', 'opacity', 'progress'],
];
const KINDS = ['curve', 'area', 'columns', 'bars', 'pie', 'donut'] satisfies ChartKind[];
const SIDE = { what: 'side of the chart', min: 40, max: 8192 };
const SHARE = { what: 'share', min: 0, max: 1 };

export const chartRule: Rule<HoldingStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, CLAUSES, here, context);
  const name = named(statement, context);
  if (!name || !declaredHere(statement, here, context) || !firstDeclaration(name, context)) return null;
  const chart = kindOf(clauses, context);
  if (!chart) return null;
  const from = clauses.get('from');
  const data = from
    ? dataInFile(clauses.text('from'), from, chart, context)
    : dataInBlock(statement, chart, here, context);
  if (data === null) return null;
  if (data.series.length + data.parts.length === 0) {
    if (!data.unclear) clauses.missing('what it shows');
    return null;
  }
  const round = chart === 'pie' || chart === 'donut';
  context.draft.charts.push({
    id: name.text,
    only: here.only,
    span: statement.span,
    group: here.group,
    chart,
    at: clauses.place('at') ?? context.middle(here),
    width: clauses.number('width', SIDE, round ? 420 : 560, ['px']),
    height: clauses.number('height', SIDE, 340, ['px']),
    ...lettering(clauses, data, round),
    color: clauses.color('color', context.ink),
    opacity: clauses.number('opacity', SHARE, 1, ['%']),
    progress: clauses.number('progress', SHARE, 1, ['%']),
    series: data.series,
    parts: data.parts,
  });
  if (clauses.has('progress')) context.draft.begun.add(name.text);
  return null;
};

function kindOf(clauses: Clauses, context: Context): ChartKind | null {
  const word = clauses.word('is');
  if (!word) return clauses.has('is') ? null : clauses.missing('of which kind it is');
  const chosen = choose('dsl/unknown-choice', word, KINDS, context);
  return KINDS.find((kind) => kind === chosen) ?? null;
}

const lettering = (
  clauses: Clauses,
  data: ChartData,
  round: boolean,
): Pick<ChartDecl, 'title' | 'x_axis' | 'y_axis' | 'unit'> => ({
  title: clauses.text('title'),
  x_axis: clauses.text('x-axis'),
  y_axis: clauses.text('y-axis'),
  unit: round ? '%' : (clauses.text('unit') ?? (data.percent ? '%' : '')),
});
