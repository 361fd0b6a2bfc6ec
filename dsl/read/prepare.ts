import type { IToken } from 'chevrotain';
import { type Diagnostic, diagnose } from '../diagnostics.ts';
import { balanceBraces } from './braces.ts';
import { limitBrackets } from './brackets.ts';
import { lex } from './lex.ts';
import { MAX_TEXT, MAX_TOKENS } from './limits.ts';
import { START, spanOf } from './spans.ts';

/** Tokens that the parser can rely on: not too many, with braces that balance. */
export interface Prepared {
  readonly tokens: IToken[];
  readonly diagnostics: readonly Diagnostic[];
  /** Nothing had to be cut off, put in or taken out. */
  readonly isWhole: boolean;
}

export function prepare(text: string): Prepared {
  const limits: Diagnostic[] = [];
  if (text.length > MAX_TEXT) limits.push(diagnose('dsl/limit-text', START, { limit: MAX_TEXT, found: text.length }));
  const lexed = lex(text.slice(0, MAX_TEXT));
  const surplus = lexed.tokens[MAX_TOKENS];
  if (surplus) {
    const params = { limit: MAX_TOKENS, found: lexed.tokens.length };
    limits.push(diagnose('dsl/limit-words', spanOf(surplus), params));
  }
  const balanced = balanceBraces(surplus ? lexed.tokens.slice(0, MAX_TOKENS) : lexed.tokens);
  const { tokens, diagnostics } = limitBrackets(balanced.tokens);
  const mended = [...balanced.diagnostics, ...diagnostics];
  // Where the end is cut off, braces are open without fault.
  const told = limits.length > 0 ? [...limits, ...diagnostics] : mended;
  const isWhole = limits.length === 0 && mended.length === 0;
  return { tokens, diagnostics: [...lexed.diagnostics, ...told], isWhole };
}
