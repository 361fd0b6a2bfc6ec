import type { IToken } from 'chevrotain';
import type { Span } from '../diagnostics.ts';
import type {
  CueNode,
  EaseNode,
  HashNode,
  NameNode,
  NumberNode,
  PlaceNode,
  TextNode,
  TimeNode,
  ValueNode,
} from './ast.ts';
import type {
  CueCstNode,
  EaseClauseCstNode,
  LeadCstNode,
  NameHereCstNode,
  PlaceCstNode,
  PointCstNode,
  ShiftCstNode,
  TimeClauseCstNode,
  ValueCstNode,
} from './generated/cst.ts';
import { join, spanOf } from './spans.ts';

/*
 * Leaves of the syntax tree. A node that recovery left incomplete becomes null: it has been reported where it broke.
 */

/** The token, unless recovery made it up. */
export const real = (tokens: readonly IToken[] | undefined, index = 0): IToken | null => {
  const token = tokens?.[index];
  return token === undefined || token.isInsertedInRecovery ? null : token;
};

export const nameNode = (token: IToken | null): NameNode | null =>
  token && { kind: 'name', text: token.image, span: spanOf(token) };

const nameHere = (nodes: readonly NameHereCstNode[] | undefined) => nameNode(real(nodes?.[0]?.children.Name));

const NUMBER = /^(-?\d+(?:\.\d+)?)(.*)$/;
/** No number of a script needs more; longer ones would not be finite. */
const FINITE = 1e15;

export function numberNode(token: IToken | null): NumberNode | null {
  if (token === null) return null;
  const [, digits = '0', unit = ''] = NUMBER.exec(token.image) ?? [];
  const value = Math.min(FINITE, Math.max(-FINITE, Number(digits)));
  return { kind: 'number', value, unit, span: spanOf(token) };
}

export const textNode = (token: IToken | null): TextNode | null =>
  token && { kind: 'text', value: textOf(token.image), span: spanOf(token) };

export const hashNode = (token: IToken | null): HashNode | null =>
  token && { kind: 'hash', text: token.image, span: spanOf(token) };

/** `\n` is a line break, `\` before anything else is that sign itself. */
function textOf(image: string): string {
  const closed = image.length > 1 && image.endsWith('"') ? image.slice(1, -1) : image.slice(1);
  if (!closed.includes('\\')) return closed.toWellFormed();
  return closed.replace(/\\(.)?/g, (_, sign = '') => (sign === 'n' ? '\n' : sign)).toWellFormed();
}

export function valueNode({ children }: ValueCstNode): ValueNode | null {
  return (
    numberNode(real(children.Number)) ??
    hashNode(real(children.Hash)) ??
    textNode(real(children.Text)) ??
    nameNode(real(children.Name))
  );
}

export function placeNode({ children }: PlaceCstNode): PlaceNode | null {
  const [point] = children.point ?? [];
  if (point) return pointNode(point);
  const relation = nameNode(real(children.RelationWord));
  const name = nameHere(children.nameHere);
  if (name === null) return null;
  const by = numberNode(real(children.Number));
  const first = relation?.span ?? name.span;
  return { kind: 'named-place', relation, name, by, span: join(first, by?.span ?? name.span) };
}

function pointNode({ children }: PointCstNode): PlaceNode | null {
  const [x, y, z] = [0, 1, 2].map((index) => numberNode(real(children.Number, index)));
  const open = real(children.LParen);
  if (!x || !y) return null;
  const first = open ? spanOf(open) : x.span;
  const close = real(children.RParen);
  return { kind: 'point', x, y, z: z ?? null, span: join(first, close ? spanOf(close) : (z ?? y).span) };
}

export function cueNode({ children }: CueCstNode): CueNode | null {
  const name = nameHere(children.nameHere);
  if (name === null) return null;
  const nth = hashNode(real(children.Hash));
  const word = wordNode(real(children.Name) ?? real(children.Number), real(children.Text));
  return { name, word, nth, span: join(name.span, (nth ?? word ?? name).span) };
}

/** A word that is no name can be quoted: `line."24/7"`. */
function wordNode(plain: IToken | null, quoted: IToken | null): NameNode | null {
  if (quoted === null) return nameNode(plain);
  return { kind: 'name', text: textOf(quoted.image), span: spanOf(quoted) };
}

export function shiftNode(node: ShiftCstNode | undefined): NumberNode | null {
  const number = numberNode(real(node?.children.Number));
  if (!node || !number) return null;
  const sign = real(node.children.Plus) ?? real(node.children.Minus);
  const value = real(node.children.Minus) ? -number.value : number.value;
  return { ...number, value, span: sign ? join(spanOf(sign), number.span) : number.span };
}

export function easeNode({ children }: EaseClauseCstNode): EaseNode | null {
  const name = nameNode(real(children.Name));
  if (name === null) return null;
  const open = real(children.LParen);
  if (open === null) return { kind: 'ease', name, numbers: null, span: name.span };
  const numbers = (children.Number ?? []).flatMap((token) => numberNode(real([token])) ?? []);
  const close = real(children.RParen);
  const last = close ? spanOf(close) : (numbers.at(-1)?.span ?? spanOf(open));
  return { kind: 'ease', name, numbers, span: join(name.span, last) };
}

export function timeNode({ children }: TimeClauseCstNode): TimeNode | null {
  const [lead] = children.lead ?? [];
  const shift = shiftNode(children.shift?.[0]);
  if (lead) return leadTime(lead, shift, null);
  const keyword = real(children.keyword);
  const [cst] = children.cue ?? [];
  const cue = cst ? cueNode(cst) : null;
  if (keyword === null || cue === null) return null;
  const relation = keyword.tokenType.name as 'on' | 'after' | 'with';
  return { kind: 'time', relation, amount: null, cue, shift, span: join(spanOf(keyword), (shift ?? cue).span) };
}

export function leadTime(lead: LeadCstNode, shift: NumberNode | null, at: Span | null): TimeNode | null {
  const { children } = lead;
  const amount = numberNode(real(children.Lead));
  const [cst] = children.cue ?? [];
  const cue = cst ? cueNode(cst) : null;
  if (amount === null || cue === null) return null;
  const relation = children.before ? 'before' : 'after';
  return { kind: 'time', relation, amount, cue, shift, span: join(at ?? amount.span, (shift ?? cue).span) };
}
