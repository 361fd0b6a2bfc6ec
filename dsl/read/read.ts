import type { IToken } from 'chevrotain';
import { type Diagnostic, diagnose, type Span, type Staged } from '../diagnostics.ts';
import type { Script } from './ast.ts';
import { balanceBraces } from './braces.ts';
import { limitBrackets } from './brackets.ts';
import { buildStatements } from './build-ast.ts';
import type { ScriptCstNode } from './generated/cst.ts';
import { SceneParser } from './grammar.ts';
import { lex } from './lex.ts';
import { MAX_TEXT, MAX_TOKENS } from './limits.ts';
import { notedFaults } from './noted-faults.ts';
import { countBefore, spanAfter, spanOf } from './spans.ts';
import { syntaxDiagnostic } from './syntax-errors.ts';

const START: Span = { offset: 0, length: 0, line: 1, column: 1 };

/** One for all: building it costs more than most scripts, and giving it new input forgets all of the last. */
const parser = new SceneParser();

/** The first stage of the road: text to `Script`. Never throws; whatever can be understood is in the value. */
export function read(text: string): Staged<Script> {
  const diagnostics: Diagnostic[] = [];
  if (text.length > MAX_TEXT) {
    diagnostics.push(diagnose('dsl/limit-text', START, { limit: MAX_TEXT, found: text.length }));
  }
  const lexed = lex(text.slice(0, MAX_TEXT));
  // Where the end is cut off, braces are open without fault.
  const surplus = lexed.tokens[MAX_TOKENS];
  if (surplus) {
    const params = { limit: MAX_TOKENS, found: lexed.tokens.length };
    diagnostics.push(diagnose('dsl/limit-words', spanOf(surplus), params));
  }
  const balanced = balanceBraces(surplus ? lexed.tokens.slice(0, MAX_TOKENS) : lexed.tokens);
  const { tokens, diagnostics: bracketDiagnostics } = limitBrackets(balanced.tokens);

  const isCut = surplus !== undefined || text.length > MAX_TEXT;

  parser.input = tokens;
  const cst = parser.script() as ScriptCstNode;
  const reported = new Map<number, number>();
  for (const error of parser.errors) {
    const before = tokenBefore(tokens, error.token);
    const diagnostic = syntaxDiagnostic(error, before);
    const { line, offset } = diagnostic.span;
    if ((reported.get(line) ?? Number.POSITIVE_INFINITY) <= offset) continue;
    reported.set(line, offset);
    diagnostics.push(diagnostic);
  }
  for (const { code, span } of lexed.diagnostics)
    if (code === 'dsl/unclosed-text') reported.set(span.line, span.offset);
  const statements = buildStatements(cst, reported, diagnostics);
  const signs = [...lexed.diagnostics, ...(isCut ? [] : balanced.diagnostics), ...bracketDiagnostics];
  const all = [...signs, ...diagnostics, ...notedFaults(tokens)];
  const last = tokens.at(-1);
  return { value: { kind: 'script', statements, end: last ? spanAfter(last) : START }, diagnostics: all };
}

/** The token that stands before another, or the last where that other is the end of the file. */
function tokenBefore(tokens: readonly IToken[], token: IToken): IToken | null {
  if (Number.isNaN(token.startOffset)) return tokens.at(-1) ?? null;
  return tokens[countBefore(token.startOffset, tokens) - 1] ?? null;
}
