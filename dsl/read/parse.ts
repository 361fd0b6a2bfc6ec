import type { IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostics.ts';
import type { Statement } from './ast.ts';
import { buildBlock, buildStatements } from './build-ast.ts';
import type { BlockCstNode, ScriptCstNode } from './generated/cst.ts';
import { SceneParser } from './grammar.ts';
import { notedFaults } from './noted-faults.ts';
import { countBefore } from './spans.ts';
import { syntaxDiagnostic } from './syntax-errors.ts';

export interface ParsedTokens {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
  /** How many errors the parser met at most. */
  readonly faults: number;
  /** Whether there are variables or functions in place of numbers. */
  readonly reckons: boolean;
}

/** One for all: building it costs more than most scripts, and giving it new input forgets all of the last. */
const parser = new SceneParser();

/**
 * Statements from tokens whose braces balance: of a whole script, or of one block with its braces. What the lexer has
 * said is not said again.
 */
export function parseTokens(tokens: IToken[], as: 'script' | 'block', lexical: readonly Diagnostic[]): ParsedTokens {
  parser.input = tokens;
  parser.reckons = false;
  const cst = as === 'script' ? parser.script() : parser.block();
  const diagnostics: Diagnostic[] = [];
  const reported = new Map<number, number>();
  for (const error of parser.errors) {
    const before = tokenBefore(tokens, error.token);
    const diagnostic = syntaxDiagnostic(error, before);
    const { line, offset } = diagnostic.span;
    if ((reported.get(line) ?? Number.POSITIVE_INFINITY) <= offset) continue;
    reported.set(line, offset);
    diagnostics.push(diagnostic);
  }
  for (const { code, span } of lexical) if (code === 'dsl/unclosed-text') reported.set(span.line, span.offset);
  const context = { reported, diagnostics };
  const statements =
    as === 'script' ? buildStatements(cst as ScriptCstNode, context) : buildBlock(cst as BlockCstNode, context);
  return {
    statements,
    diagnostics: [...diagnostics, ...notedFaults(tokens)],
    faults: parser.faults,
    reckons: parser.reckons,
  };
}

/** The token that stands before another, or the last where that other is the end of the file. */
function tokenBefore(tokens: readonly IToken[], token: IToken): IToken | null {
  // Tokens that the parser made up have no place, or one before the beginning.
  if (!(token.startOffset >= 0)) return tokens.at(-1) ?? null;
  return tokens[countBefore(token.startOffset, tokens) - 1] ?? null;
}
