import type { IToken } from 'chevrotain';
import type { ClauseNode, ClauseValue, EntryNode, PlaceNode } from './ast.ts';
import {
  easeNode,
  leadTime,
  nameNode,
  numberNode,
  placeNode,
  real,
  shiftNode,
  timeNode,
  valueNode,
} from './build-values.ts';
import type {
  AtClauseCstNode,
  ClauseCstNode,
  EntriesCstNode,
  EntryCstNode,
  NameClauseCstNode,
  PlaceClauseCstNode,
  ThroughClauseCstNode,
  TimeClauseCstNode,
  ValueClauseCstNode,
} from './generated/cst.ts';
import { join, spanOf } from './spans.ts';

/** A clause, or the words that are none. */
export type BuiltClause = ClauseNode | { readonly unknown: readonly IToken[] };

export function buildClause({ children }: ClauseCstNode): BuiltClause | null {
  if (children.valueClause) return valueClause(children.valueClause[0]);
  if (children.placeClause) return placeClause(children.placeClause[0]);
  if (children.atClause) return atClause(children.atClause[0]);
  if (children.nameClause) return nameClause(children.nameClause[0]);
  if (children.timeClause) return timeClause(children.timeClause[0]);
  if (children.throughClause) return throughClause(children.throughClause[0]);
  if (children.flagClause) return clause(real(children.flagClause[0]?.children.keyword), null, false);
  if (children.easeClause) {
    const [node] = children.easeClause;
    return clause(real(node?.children.keyword), node ? easeNode(node) : null, broken(node));
  }
  if (children.colorsClause) {
    const [node] = children.colorsClause;
    const [entries] = node?.children.entries ?? [];
    return clause(real(node?.children.keyword), entries ? entriesValue(entries) : null, broken(node));
  }
  const tokens = children.unknownClause?.[0]?.children.Anything;
  return tokens ? { unknown: tokens } : null;
}

/** Chevrotain marks what its recovery had to leave incomplete. */
const broken = (node: { readonly recoveredNode?: boolean } | undefined) => node?.recoveredNode === true;

function clause(keyword: IToken | null, value: ClauseValue | null, isBroken: boolean): ClauseNode | null {
  if (keyword === null) return null;
  const span = spanOf(keyword);
  const name = value?.kind === 'time' ? 'time' : keyword.tokenType.name;
  return {
    name,
    keyword: span,
    value,
    span: value ? join(span, value.span) : span,
    broken: isBroken || keyword.payload !== undefined,
  };
}

function valueClause(node: ValueClauseCstNode | undefined): ClauseNode | null {
  const [value] = node?.children.value ?? [];
  return clause(real(node?.children.keyword), value ? valueNode(value) : null, broken(node));
}

function nameClause(node: NameClauseCstNode | undefined): ClauseNode | null {
  return clause(real(node?.children.keyword), nameNode(real(node?.children.Name)), broken(node));
}

/** `at` is followed by a place or by a time, and the time may stand before or after a cue. */
export function atClause(node: AtClauseCstNode | undefined): ClauseNode | null {
  if (!node) return null;
  const { children } = node;
  const keyword = real(children.keyword);
  if (keyword === null) return null;
  const shift = shiftNode(children.shift?.[0]);
  const [lead] = children.lead ?? [];
  if (lead) return clause(keyword, leadTime(lead, shift, spanOf(keyword)), broken(node));
  const amount = numberNode(real(children.Number));
  if (amount) {
    const span = join(spanOf(keyword), (shift ?? amount).span);
    return clause(keyword, { kind: 'time', relation: 'at', amount, cue: null, shift, span }, broken(node));
  }
  const [place] = children.place ?? [];
  return clause(keyword, place ? placeNode(place) : null, broken(node));
}

function placeClause(node: PlaceClauseCstNode | undefined): ClauseNode | null {
  const [place] = node?.children.place ?? [];
  const value = numberNode(real(node?.children.Number)) ?? (place ? placeNode(place) : null);
  return clause(real(node?.children.keyword), value, broken(node));
}

function throughClause(node: ThroughClauseCstNode | undefined): ClauseNode | null {
  const places = (node?.children.place ?? []).flatMap((place): PlaceNode[] => {
    const built = placeNode(place);
    return built ? [built] : [];
  });
  const [first] = places;
  const last = places.at(-1);
  const value = first && last ? ({ kind: 'places', places, span: join(first.span, last.span) } as const) : null;
  return clause(real(node?.children.keyword), value, broken(node));
}

export function timeClause(node: TimeClauseCstNode | undefined): ClauseNode | null {
  if (!node) return null;
  const time = timeNode(node);
  if (time !== null) return { name: 'time', keyword: time.span, value: time, span: time.span, broken: broken(node) };
  const keyword = real(node.children.keyword) ?? real(node.children.lead?.[0]?.children.Lead);
  return keyword && { name: 'time', keyword: spanOf(keyword), value: null, span: spanOf(keyword), broken: true };
}

export function entriesValue(node: EntriesCstNode): Extract<ClauseValue, { kind: 'entries' }> {
  const { children } = node;
  const entries = [...(children.entry ?? []).map(entry), ...(children.valueClause ?? []).map(clauseEntry)];
  const open = real(children.LBrace);
  const close = real(children.RBrace);
  const found = entries.filter((each) => each !== null).sort((a, b) => a.span.offset - b.span.offset);
  const nowhere = { offset: 0, length: 0, line: 1, column: 1 };
  const first = open ? spanOf(open) : (found[0]?.span ?? nowhere);
  return { kind: 'entries', entries: found, span: join(first, close ? spanOf(close) : first) };
}

/** The block of `lyrics` holds clauses. */
export function entryClauses({ children }: EntriesCstNode): ClauseNode[] {
  return [
    ...(children.valueClause ?? []).map(valueClause),
    ...(children.nameClause ?? []).map(nameClause),
    ...(children.atClause ?? []).map(atClause),
  ].filter((each) => each !== null);
}

function entry({ children }: EntryCstNode): EntryNode | null {
  const name = nameNode(real(children.Name));
  if (name === null) return null;
  const [cst] = children.value ?? [];
  const value = cst ? valueNode(cst) : null;
  return { kind: 'entry', name, value, span: join(name.span, (value ?? name).span) };
}

/** In the braces of `colors` and `material` a keyword is a name like any other. */
function clauseEntry({ children }: ValueClauseCstNode): EntryNode | null {
  const name = nameNode(real(children.keyword));
  if (name === null) return null;
  const [cst] = children.value ?? [];
  const value = cst ? valueNode(cst) : null;
  return { kind: 'entry', name, value, span: join(name.span, (value ?? name).span) };
}
