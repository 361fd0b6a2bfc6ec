import type { IToken } from 'chevrotain';
import type { ClauseNode, ClauseValue, EntryNode, NameNode, PlaceNode } from './ast.ts';
import { bracketedNode, nameNode, numberNode, pathNode, real } from './build-formulas.ts';
import { awayTime, easeNode, hashNode, placeNode, shiftNode, textNode, timeNode, valueNode } from './build-values.ts';
import type {
  AtClauseCstNode,
  ClauseCstNode,
  EntriesCstNode,
  EntryCstNode,
  NameClauseCstNode,
  PlaceClauseCstNode,
  PlacesClauseCstNode,
  PropertyCstNode,
  TimeClauseCstNode,
  ValueClauseCstNode,
  ValueCstNode,
} from './generated/cst.ts';
import { wordOf } from './keywords.ts';
import { join, spanOf } from './spans.ts';

/** A clause, or the words that are none. */
export type BuiltClause = ClauseNode | { readonly unknown: readonly IToken[] };

export function buildClause({ children }: ClauseCstNode): BuiltClause | null {
  if (children.valueClause) return valueClause(children.valueClause[0]);
  if (children.placeClause) return placeClause(children.placeClause[0]);
  if (children.atClause) return atClause(children.atClause[0]);
  if (children.nameClause) return nameClause(children.nameClause[0]);
  if (children.timeClause) return timeClause(children.timeClause[0]);
  if (children.placesClause) return placesClause(children.placesClause[0]);
  if (children.property) return property(children.property[0]);
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
  const name = value?.kind === 'time' ? 'time' : wordOf(keyword.tokenType);
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
  return clause(real(node?.children.keyword), pathNode(node?.children.path?.[0]), broken(node));
}

/** `at` is followed by a place or by a time, and the time may stand before or after a cue. */
export function atClause(node: AtClauseCstNode | undefined): ClauseNode | null {
  if (!node) return null;
  const { children } = node;
  const keyword = real(children.keyword);
  if (keyword === null) return null;
  const shift = shiftNode(children.shift?.[0]);
  const [lead] = children.lead ?? [];
  const distance = lead?.children.distance[0] ?? children.distance?.[0];
  const amount = numberNode(real(lead?.children.Lead ?? children.Number)) ?? bracketedNode(children.bracketed?.[0]);
  if (distance) return clause(keyword, awayTime(amount, distance, shift, spanOf(keyword)), broken(node));
  if (amount) {
    const span = join(spanOf(keyword), (shift ?? amount).span);
    return clause(keyword, { kind: 'time', relation: 'at', amount, cue: null, shift, span }, broken(node));
  }
  const [place] = children.place ?? [];
  return clause(keyword, place ? placeNode(place) : null, broken(node));
}

function placeClause(node: PlaceClauseCstNode | undefined): ClauseNode | null {
  if (!node) return null;
  const { keyword, Number: number, Hash, Text, bracketed, place } = node.children;
  const plain = numberNode(real(number)) ?? hashNode(real(Hash)) ?? textNode(real(Text));
  const value = plain ?? bracketedNode(bracketed?.[0]) ?? (place?.[0] ? placeNode(place[0]) : null);
  return clause(real(keyword), value, broken(node));
}

function placesClause(node: PlacesClauseCstNode | undefined): ClauseNode | null {
  const places = (node?.children.place ?? []).flatMap((place): PlaceNode[] => {
    const built = placeNode(place);
    return built ? [built] : [];
  });
  const [first] = places;
  const last = places.at(-1);
  const value = first && last ? ({ kind: 'places', places, span: join(first.span, last.span) } as const) : null;
  return clause(real(node?.children.keyword), value, broken(node));
}

/** The name is the author's, not a keyword of ours. */
function property(node: PropertyCstNode | undefined): ClauseNode | null {
  const name = real(node?.children.keyword);
  const built = clause(name, node?.children.value[0] ? valueNode(node.children.value[0]) : null, broken(node));
  return name && built && { ...built, name: name.image };
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
  return entryNode(name, children.value?.[0]);
}

/** In the braces of `colors` and `material` a keyword is a name like any other. */
function clauseEntry({ children }: ValueClauseCstNode): EntryNode | null {
  const name = nameNode(real(children.keyword));
  if (name === null) return null;
  return entryNode(name, children.value?.[0]);
}

function entryNode(name: NameNode, cst: ValueCstNode | undefined): EntryNode {
  const value = cst ? valueNode(cst) : null;
  return { kind: 'entry', name, value, span: join(name.span, (value ?? name).span) };
}
