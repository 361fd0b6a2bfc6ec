import { type IToken, tokenMatcher } from 'chevrotain';
import type { Diagnostic, Span } from '../diagnostics.ts';
import type { ClauseNode } from './ast.ts';
import { buildClause } from './build-clauses.ts';
import { real } from './build-formulas.ts';
import type { ClausesCstNode } from './generated/cst.ts';
import { wordOf } from './keywords.ts';
import { lostWords, wordBefore } from './lost-words.ts';
import { join, spanOf } from './spans.ts';
import { Comma } from './tokens.ts';

/** Where the parser has already complained, by line: nothing behind it in that line is complained about again. */
export type Reported = ReadonlyMap<number, number>;

export interface Context {
  readonly reported: Reported;
  readonly diagnostics: Diagnostic[];
}

export const alreadySaid = (token: IToken, { reported }: Context) =>
  (reported.get(token.startLine ?? 0) ?? Number.POSITIVE_INFINITY) <= token.startOffset;

/** What all statements with a keyword have, as the grammar keeps it. */
export interface HeadCst {
  readonly recoveredNode?: boolean;
  readonly children: {
    readonly keyword?: readonly IToken[];
    readonly clauses?: readonly ClausesCstNode[];
  };
}

export interface Head {
  /** The keyword as it is spelt right. */
  readonly word: string;
  /** What each statement has; the span covers the given operands too. */
  readonly with: (...operands: readonly ({ readonly span: Span } | null)[]) => {
    readonly span: Span;
    readonly keyword: Span;
    readonly clauses: readonly ClauseNode[];
    readonly broken: boolean;
  };
}

export function headOf({ children, recoveredNode }: HeadCst, context: Context): Head | null {
  const token = real(children.keyword);
  if (token === null) return null;
  const word = wordOf(token.tokenType);
  const keyword = spanOf(token);
  const { clauses, damaged } = clausesOf(children.clauses, word, context);
  const last = clauses.at(-1);
  const broken = damaged || recoveredNode === true || token.payload !== undefined || faultBehind(keyword, context);
  return {
    word,
    with(...operands) {
      let span = last ? join(keyword, last.span) : keyword;
      for (const operand of operands) if (operand) span = join(span, operand.span);
      return { span, keyword, clauses, broken };
    },
  };
}

/** Whether the first fault of a line lies behind the beginning of a stretch of it, and not behind its end. */
function faultBehind({ offset, line }: Span, { reported }: Context, end = Number.POSITIVE_INFINITY): boolean {
  const fault = reported.get(line) ?? -1;
  return fault > offset && fault <= end;
}

export function clausesOf(nodes: readonly ClausesCstNode[] | undefined, statement: string, context: Context) {
  const clauses: ClauseNode[] = [];
  let damaged = false;
  for (const node of nodes?.[0]?.children.clause ?? []) {
    const clause = buildClause(node);
    if (clause === null) damaged = true;
    else if ('unknown' in clause) {
      damaged = true;
      const [first, ...rest] = clause.unknown;
      if (!first || alreadySaid(first, context)) continue;
      const before = clauses.at(-1);
      context.diagnostics.push(lostWords([first, ...rest], statement, before));
      // What belongs to it is cut off.
      if (before && tokenMatcher(first, Comma))
        clauses[clauses.length - 1] = { ...before, name: wordBefore(before), value: null, broken: true };
    } else {
      damaged ||= clause.broken;
      clauses.push(
        faultBehind(clause.span, context, clause.span.offset + clause.span.length)
          ? { ...clause, broken: true }
          : clause,
      );
    }
  }
  return { clauses, damaged };
}
