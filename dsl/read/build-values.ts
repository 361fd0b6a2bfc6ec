import type { IToken } from 'chevrotain';
import type { Span } from '../diagnostics.ts';
import type {
  CueNode,
  EaseNode,
  HashNode,
  ListNode,
  NumberNode,
  PlaceNode,
  TextNode,
  TimeNode,
  ValueNode,
} from './ast.ts';
import {
  amountNode,
  formulaNumber,
  joined,
  nameNode,
  numberNode,
  numberOf,
  pathNode,
  real,
  reckonedFormula,
  stepsOf,
  textOf,
} from './build-formulas.ts';
import type {
  CueCstNode,
  DistanceCstNode,
  EaseClauseCstNode,
  FormulaCstNode,
  ItemCstNode,
  ListCstNode,
  PathHereCstNode,
  PlaceCstNode,
  PointCstNode,
  ReckonedCstNode,
  ShiftCstNode,
  TimeClauseCstNode,
  ValueCstNode,
} from './generated/cst.ts';
import { join, spanOf } from './spans.ts';

/*
 * Leaves of the syntax tree. A node that recovery left incomplete becomes null: it has been reported where it broke.
 */

const pathHere = (nodes: readonly PathHereCstNode[] | undefined) => pathNode(nodes?.[0]?.children.path?.[0]);

export const textNode = (token: IToken | null): TextNode | null =>
  token && { kind: 'text', value: textOf(token.image), span: spanOf(token) };

export const hashNode = (token: IToken | null): HashNode | null =>
  token && { kind: 'hash', text: token.image, span: spanOf(token) };

export function valueNode({ children }: ValueCstNode): ValueNode | ListNode | null {
  if (children.list) return listNode(children.list[0]);
  return (
    numberNode(real(children.Number)) ??
    hashNode(real(children.Hash)) ??
    textNode(real(children.Text)) ??
    reckonedValue(children.reckoned?.[0])
  );
}

/** A bare name may be anything that has a name. */
function reckonedValue(node: ReckonedCstNode | undefined): ValueNode | null {
  const formula = reckonedFormula(node);
  if (formula?.kind === 'variable') return formula.name;
  return formula && numberOf(formula, formula.span);
}

/** One value in brackets is that value, and a formula when it is arithmetic. */
function listNode(node: ListCstNode | undefined): ValueNode | ListNode | null {
  if (!node) return null;
  const items = (node.children.item ?? []).flatMap((item) => itemNode(item) ?? []);
  const [only] = items;
  const [open, close] = [real(node.children.LParen), real(node.children.RParen)];
  if (!open || !only) return null;
  const span = join(spanOf(open), close ? spanOf(close) : (items.at(-1) ?? only).span);
  if (items.length > 1) return { kind: 'list', items, span };
  if (only.kind !== 'name') return { ...only, span };
  return { kind: 'number', value: 0, unit: '', formula: { kind: 'variable', name: only, span: only.span }, span };
}

function itemNode({ children }: ItemCstNode): ValueNode | null {
  const plain = textNode(real(children.Text)) ?? hashNode(real(children.Hash));
  const [formula] = children.formula ?? [];
  if (plain || !formula) return plain;
  const number = formulaNumber(formula);
  return number?.formula?.kind === 'variable' ? number.formula.name : number;
}

export function placeNode({ children }: PlaceCstNode): PlaceNode | null {
  const [point] = children.point ?? [];
  if (point) return pointNode(point);
  const relation = nameNode(real(children.RelationWord));
  const name = pathHere(children.pathHere);
  if (name === null) return null;
  const by = amountNode(children.amount?.[0]);
  const first = relation?.span ?? name.span;
  return { kind: 'named-place', relation, name, by, span: join(first, by?.span ?? name.span) };
}

function pointNode({ children }: PointCstNode): PlaceNode | null {
  const [x, y, z] = inOrder(children.Number, children.formula);
  const open = real(children.LParen);
  if (!x || !y) return null;
  const first = open ? spanOf(open) : x.span;
  const close = real(children.RParen);
  return { kind: 'point', x, y, z: z ?? null, span: join(first, close ? spanOf(close) : (z ?? y).span) };
}

/** Plain numbers and formulas come apart in the parser's tree. */
function inOrder(plain: readonly IToken[] = [], formulas: readonly FormulaCstNode[] = []): NumberNode[] {
  const numbers = [
    ...plain.map((token) => numberNode(real([token]))),
    ...formulas.map((formula) => formulaNumber(formula)),
  ].filter((each) => each !== null);
  return formulas.length === 0 ? numbers : numbers.sort((a, b) => a.span.offset - b.span.offset);
}

export function cueNode({ children }: CueCstNode): CueNode | null {
  const path = children.pathHere[0]?.children.path?.[0];
  const first = nameNode(real(path?.children.Name));
  if (!path || first === null) return null;
  const steps = stepsOf(path);
  if (steps.length < (path.children.step?.length ?? 0)) return null;
  const whole = joined(first, steps);
  const dot = steps.findLastIndex(({ word }) => word !== null);
  const word = steps[dot]?.word;
  if (!word) return { whole, name: whole, word: null, nth: null, span: whole.span };
  const nth = steps[dot + 1]?.nth ?? null;
  return { whole, name: joined(first, steps.slice(0, dot)), word, nth, span: whole.span };
}

export function shiftNode(node: ShiftCstNode | undefined): NumberNode | null {
  const number = amountNode(node?.children.amount[0]);
  if (!node || !number) return null;
  const minus = real(node.children.Minus);
  const sign = real(node.children.Plus) ?? minus;
  const span = sign ? join(spanOf(sign), number.span) : number.span;
  if (!minus) return { ...number, span };
  if (!number.formula) return { ...number, value: -number.value, span };
  return { ...number, formula: { kind: 'negative', of: number.formula, span }, span };
}

export function easeNode({ children }: EaseClauseCstNode): EaseNode | null {
  const name = nameNode(real(children.Name));
  if (name === null) return null;
  const [inputs] = children.inputs ?? [];
  if (!inputs) return { kind: 'ease', name, numbers: null, span: name.span };
  const numbers = inputs.children.formula.flatMap((formula) => formulaNumber(formula) ?? []);
  const close = real(inputs.children.RParen);
  const last = close ? spanOf(close) : (numbers.at(-1)?.span ?? name.span);
  return { kind: 'ease', name, numbers, span: join(name.span, last) };
}

export function timeNode({ children }: TimeClauseCstNode): TimeNode | null {
  const [lead] = children.lead ?? [];
  const shift = shiftNode(children.shift?.[0]);
  if (lead) return awayTime(numberNode(real(lead.children.Lead)), lead.children.distance[0], shift, null);
  const keyword = real(children.keyword);
  const [cst] = children.cue ?? [];
  const cue = cst ? cueNode(cst) : null;
  if (keyword === null || cue === null) return null;
  const relation = keyword.tokenType.PATTERN as 'on' | 'after' | 'with';
  return { kind: 'time', relation, amount: null, cue, shift, span: join(spanOf(keyword), (shift ?? cue).span) };
}

/** An amount of time before or after something. */
export function awayTime(
  amount: NumberNode | null,
  distance: DistanceCstNode | undefined,
  shift: NumberNode | null,
  at: Span | null,
): TimeNode | null {
  const [cst] = distance?.children.cue ?? [];
  const cue = cst ? cueNode(cst) : null;
  if (amount === null || cue === null) return null;
  const relation = distance?.children.Word_before ? 'before' : 'after';
  return { kind: 'time', relation, amount, cue, shift, span: join(at ?? amount.span, (shift ?? cue).span) };
}
