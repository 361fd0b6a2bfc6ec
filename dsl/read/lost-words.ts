import { type IToken, tokenMatcher } from 'chevrotain';
import { type Cure, type Diagnostic, diagnose, insertCure } from '../diagnostics.ts';
import type { ClauseNode } from './ast.ts';
import { Operator } from './categories.ts';
import { Identifier } from './keywords.ts';
import { endOf, join, spanOf } from './spans.ts';
import { Comma, Hash, LParen, NumberLiteral } from './tokens.ts';

const PLACE_KEYWORDS: Readonly<Record<string, string>> = {
  actor: 'at',
  text: 'at',
  image: 'at',
  model: 'at',
  draw: 'at',
  chart: 'at',
  use: 'at',
  group: 'at',
  move: 'to',
  emit: 'from',
  light: 'from',
  series: 'points',
};
const POINTS: ReadonlySet<string> = new Set(['to', 'from', 'position', 'focus']);
const IS_STATEMENTS: ReadonlySet<string> = new Set(['actor', 'material', 'chart']);
const BE_STATEMENTS: ReadonlySet<string> = new Set(['let', 'param']);
const TEXT_STATEMENTS: ReadonlySet<string> = new Set(['text', 'say', 'annotate', 'series', 'slice', 'bar']);

/** Words where a clause should stand. `before` is the clause that they follow. */
export function lostWords(
  tokens: readonly [IToken, ...IToken[]],
  statement: string,
  before: ClauseNode | undefined,
): Diagnostic {
  const [first] = tokens;
  const last = tokens.at(-1) ?? first;
  const bracketless = before?.value && withoutBrackets(first, before, before.value);
  if (before && bracketless) {
    const { what, span } = bracketless;
    const edits = [
      { offset: span.offset, length: 0, text: '(' },
      { offset: endOf(last), length: 0, text: ')' },
    ];
    const cure = { title: `Put the ${what} in brackets`, edits };
    return diagnose('dsl/missing-sign', span, { sign: '(', after: wordBefore(before) }, [cure]);
  }
  const span = first.startLine === last.startLine ? join(spanOf(first), spanOf(last)) : spanOf(first);
  return diagnose('dsl/unknown-clause', span, { word: first.image, statement }, [
    cureOf(first, last, statement, before === undefined),
  ]);
}

/** The keyword of a clause whose value is the beginning of a point. */
export const wordBefore = ({ name }: ClauseNode): string => (name === 'time' ? 'at' : name);

/** `be 2 * 20`, `at 300, 200`: the value before is the beginning of something that stands in brackets. */
function withoutBrackets(first: IToken, { name }: ClauseNode, value: NonNullable<ClauseNode['value']>) {
  if (tokenMatcher(first, Operator)) return { what: 'formula', span: value.span };
  if (first.tokenType !== Comma) return null;
  if (value.kind === 'time' && value.relation === 'at' && value.amount)
    return { what: 'point', span: value.amount.span };
  return value.kind === 'number' && POINTS.has(name) ? { what: 'point', span: value.span } : null;
}

/** What a value without its keyword lacks, or else to be rid of it. */
function cureOf(first: IToken, last: IToken, statement: string, isFirst: boolean): Cure {
  const offset = first.startOffset;
  const keyword = keywordFor(first, statement);
  if (keyword !== undefined) return insertCure(offset, `${keyword} `);
  if (isFirst && first.tokenType === Identifier && TEXT_STATEMENTS.has(statement)) {
    const edits = [offset, endOf(last)].map((at) => ({ offset: at, length: 0, text: '"' }));
    return { title: 'Put it in quotes', edits };
  }
  return { title: 'Remove it', edits: [{ offset, length: endOf(last) - offset, text: '' }] };
}

function keywordFor({ tokenType }: IToken, statement: string): string | undefined {
  if (BE_STATEMENTS.has(statement)) return 'be';
  if (statement === 'change' && [NumberLiteral, Hash, LParen, Identifier].includes(tokenType)) return 'to';
  if (tokenType === LParen) return PLACE_KEYWORDS[statement];
  return tokenType === Identifier && IS_STATEMENTS.has(statement) ? 'is' : undefined;
}
