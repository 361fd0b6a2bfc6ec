import type { IToken } from 'chevrotain';
import type { Span } from '../diagnostics.ts';
import type { Formula, HashNode, NameNode, NumberNode } from './ast.ts';
import type {
  AmountCstNode,
  BracketedCstNode,
  FormulaCstNode,
  InputsCstNode,
  OperandCstNode,
  PathCstNode,
  ReckonedCstNode,
  StepCstNode,
} from './generated/cst.ts';
import { MAX_OPERANDS } from './limits.ts';
import { join, spanOf } from './spans.ts';

/*
 * Names, numbers and formulas. A node that recovery left incomplete becomes null: it has been reported where it broke.
 */

/** The token, unless recovery made it up. */
export const real = (tokens: readonly IToken[] | undefined, index = 0): IToken | null => {
  const token = tokens?.[index];
  return token === undefined || token.isInsertedInRecovery ? null : token;
};

/** One step of a path behind its first name: `.moon` or `#2`. */
export interface Step {
  readonly word: NameNode | null;
  readonly nth: HashNode | null;
  /** What it adds to the path. */
  readonly text: string;
  readonly pieces: readonly (string | Formula)[];
}

export const nameNode = (token: IToken | null): NameNode | null =>
  token && { kind: 'name', text: token.image, span: spanOf(token) };

export function pathNode(node: PathCstNode | undefined): NameNode | null {
  const name = nameNode(real(node?.children.Name));
  if (!node || name === null || !node.children.step) return name;
  const steps = stepsOf(node);
  return steps.length < node.children.step.length ? null : joined(name, steps);
}

/** A name and steps behind it as one path. */
export function joined(name: NameNode, steps: readonly Step[]): NameNode {
  let { span } = name;
  for (const { word, nth } of steps) for (const part of [word, nth]) if (part) span = join(span, part.span);
  const text = steps.reduce((done, step) => done + step.text, name.text);
  const pieces: (string | Formula)[] = [name.text];
  for (const piece of steps.flatMap((step) => step.pieces)) {
    const last = pieces.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') pieces[pieces.length - 1] = last + piece;
    else pieces.push(piece);
  }
  return { kind: 'name', text, ...(pieces.length > 1 && { pieces }), span };
}

export function stepsOf({ children }: PathCstNode): Step[] {
  return (children.step ?? []).flatMap((node) => stepOf(node) ?? []);
}

function stepOf({ children }: StepCstNode): Step | null {
  const hash = real(children.Hash);
  if (hash) return occurrence(hash, children.bracketed?.[0]);
  const quoted = real(children.Text);
  const word = quoted
    ? ({ kind: 'name', text: textOf(quoted.image), span: spanOf(quoted) } as const)
    : nameNode(real(children.Name) ?? real(children.Number));
  if (word === null) return null;
  return { word, nth: null, text: `.${word.text}`, pieces: [`.${word.text}`] };
}

/** `#2` as it stands, `#i` and `#(i + 1)` with a formula. */
function occurrence(hash: IToken, brackets: BracketedCstNode | undefined): Step | null {
  const span = spanOf(hash);
  const bracketed = bracketedNode(brackets);
  const index = bracketed ? (bracketed.formula ?? literalOf(bracketed)) : variableBehind(hash);
  if (index === null && hash.image === '#') return null;
  if (index === null) {
    const node = { kind: 'hash', text: hash.image, span } as const;
    return { word: null, nth: node, text: hash.image, pieces: [hash.image] };
  }
  const text = bracketed ? `#${inBrackets(formulaText(index))}` : hash.image;
  const nth: HashNode = { kind: 'hash', text, index, span: bracketed ? join(span, bracketed.span) : span };
  return { word: null, nth, text, pieces: ['#', index] };
}

const literalOf = ({ value, unit, span }: NumberNode): Formula => ({ kind: 'literal', value, unit, span });

function variableBehind({ image, startOffset, startLine = 1, startColumn = 1 }: IToken): Formula | null {
  const text = image.slice(1);
  if (!/^[^\d#]/.test(text)) return null;
  const span = { offset: startOffset + 1, length: text.length, line: startLine, column: startColumn + 1 };
  return { kind: 'variable', name: { kind: 'name', text, span }, span };
}

/** A space before the unit has been reported. */
const NUMBER = /^(-?\d+(?:\.\d+)?)\s*(.*)$/;
/** No number of a script needs more; longer ones would not be finite. */
const FINITE = 1e15;

export function numberNode(token: IToken | null): NumberNode | null {
  if (token === null) return null;
  const [, digits = '0', unit = ''] = NUMBER.exec(token.image) ?? [];
  const value = Math.min(FINITE, Math.max(-FINITE, Number(digits)));
  return { kind: 'number', value, unit, span: spanOf(token) };
}

/** What was meant by a text token: without quotes; `\n` is a line break, `\` before anything else is that sign itself. */
export function textOf(image: string): string {
  const closed = image.length > 1 && image.endsWith('"') ? image.slice(1, -1) : image.slice(1);
  if (!closed.includes('\\')) return closed.toWellFormed();
  return closed.replace(/\\(.)?/g, (_, sign = '') => (sign === 'n' ? '\n' : sign)).toWellFormed();
}

/** A number where one must stand. Formulas that are nothing but a number become that number. */
export function amountNode(node: AmountCstNode | undefined): NumberNode | null {
  if (!node) return null;
  const { Number: number, bracketed, reckoned } = node.children;
  if (bracketed) return bracketedNode(bracketed[0]);
  const formula = reckonedFormula(reckoned?.[0]);
  return formula ? numberOf(formula, formula.span) : numberNode(real(number));
}

/** A variable, or a function with its inputs. */
export function reckonedFormula(node: ReckonedCstNode | undefined): Formula | null {
  const name = pathNode(node?.children.path[0]);
  const [inputs] = node?.children.inputs ?? [];
  return name && named(name, inputs);
}

export function bracketedNode(node: BracketedCstNode | undefined): NumberNode | null {
  const formula = formulaOf(node?.children.formula[0]);
  if (!node || formula === null) return null;
  const [open, close] = [real(node.children.LParen), real(node.children.RParen)];
  const first = open ? spanOf(open) : formula.span;
  return numberOf(formula, join(first, close ? spanOf(close) : formula.span));
}

export function formulaNumber(node: FormulaCstNode): NumberNode | null {
  const formula = formulaOf(node);
  return formula && numberOf(formula, formula.span);
}

export function numberOf(formula: Formula, span: Span): NumberNode {
  if (formula.kind === 'literal') return { kind: 'number', value: formula.value, unit: formula.unit, span };
  return { kind: 'number', value: 0, unit: '', formula, span };
}

/** `*` and `/` bind more tightly than `+` and `-`; among equals the first comes first. */
export function formulaOf(node: FormulaCstNode | undefined): Formula | null {
  if (!node) return null;
  const operators = (node.children.Operator ?? []).values();
  let next = operators.next();
  let sum: Formula | null = null;
  let sign: string | undefined;
  let product: Formula | null = null;
  for (const [at, each] of node.children.operand.slice(0, MAX_OPERANDS).entries()) {
    const right = operandOf(each);
    if (right === null) break;
    // A negative number glued to what it is taken from has no operator of its own.
    let operator = at === 0 ? undefined : '+';
    if (at > 0 && next.value && next.value.startOffset < right.span.offset) {
      operator = next.value.image;
      next = operators.next();
    }
    if (product === null) product = right;
    else if (operator === '*' || operator === '/') product = binary(operator, product, right);
    else {
      sum = binary(sign, sum, product);
      sign = operator;
      product = right;
    }
  }
  return product && binary(sign, sum, product);
}

function binary(sign: string | undefined, left: Formula | null, right: Formula): Formula {
  if (left === null || (sign !== '+' && sign !== '-' && sign !== '*' && sign !== '/')) return right;
  return { kind: 'binary', operator: sign, left, right, span: join(left.span, right.span) };
}

function operandOf({ children }: OperandCstNode): Formula | null {
  const of = unsigned(children);
  const minus = children.Minus ?? [];
  const [first] = minus;
  if (of === null || !first) return of;
  const span = join(spanOf(first), of.span);
  return minus.length % 2 === 0 ? { ...of, span } : { kind: 'negative', of, span };
}

function unsigned({ Number: number, bracketed, path, inputs }: OperandCstNode['children']): Formula | null {
  const literal = numberNode(real(number));
  if (literal) return literalOf(literal);
  if (bracketed) {
    const node = bracketedNode(bracketed[0]);
    return node && (node.formula ? { ...node.formula, span: node.span } : literalOf(node));
  }
  const name = pathNode(path?.[0]);
  if (name === null) return null;
  return named(name, inputs?.[0]);
}

function named(name: NameNode, brackets: InputsCstNode | undefined): Formula {
  if (!brackets) return { kind: 'variable', name, span: name.span };
  const close = real(brackets.children.RParen);
  const found = brackets.children.formula.slice(0, MAX_OPERANDS).flatMap((each) => formulaOf(each) ?? []);
  const last = close ? spanOf(close) : (found.at(-1)?.span ?? name.span);
  return { kind: 'call', name, arguments: found, span: join(name.span, last) };
}

const inBrackets = (text: string) => (text.startsWith('(') ? text : `(${text})`);

/** As it could be written. */
function formulaText(formula: Formula): string {
  switch (formula.kind) {
    case 'literal':
      return `${formula.value}${formula.unit}`;
    case 'variable':
      return formula.name.text;
    case 'negative':
      return `-(${formulaText(formula.of)})`;
    case 'binary':
      return `(${formulaText(formula.left)}${formula.operator}${formulaText(formula.right)})`;
    case 'call':
      return `${formula.name.text}(${formula.arguments.map(formulaText).join(',')})`;
  }
}
