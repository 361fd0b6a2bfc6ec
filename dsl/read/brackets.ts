import type { IToken } from 'chevrotain';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { StatementKeyword } from './categories.ts';
import { MAX_BRACKETS } from './limits.ts';
import { spanOf } from './spans.ts';
import { LBrace, LParen, RBrace, RParen } from './tokens.ts';

/**
 * Takes out brackets that lie too deep, before the parser would follow them down. Brackets end with their block, and
 * at the latest where a line begins with a statement: one that is never closed does not count for the rest.
 */
export function limitBrackets(tokens: IToken[]): {
  readonly tokens: IToken[];
  readonly diagnostics: readonly Diagnostic[];
} {
  let depth = 0;
  let deepest = 0;
  let line = 0;
  let first: IToken | null = null;
  const kept: IToken[] = [];
  for (const token of tokens) {
    const { tokenType, startLine = 0 } = token;
    if (tokenType === LBrace || tokenType === RBrace || (startLine !== line && beginsStatement(tokenType))) depth = 0;
    line = startLine;
    if (tokenType === LParen) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (depth > MAX_BRACKETS) {
        first ??= token;
        continue;
      }
    } else if (tokenType === RParen && depth > 0) {
      depth -= 1;
      if (depth >= MAX_BRACKETS) continue;
    }
    kept.push(token);
  }
  if (first === null) return { tokens, diagnostics: [] };
  const diagnostic = diagnose('dsl/limit-brackets', spanOf(first), { limit: MAX_BRACKETS, found: deepest });
  return { tokens: kept, diagnostics: [diagnostic] };
}

const beginsStatement = ({ CATEGORIES = [] }: IToken['tokenType']) =>
  CATEGORIES.some((category) => category === StatementKeyword || category.CATEGORIES?.includes(StatementKeyword));
