import type { Diagnostic, Staged } from '../diagnostics.ts';
import type { Script } from './ast.ts';
import { calculates } from './calculates.ts';
import { parseTokens } from './parse.ts';
import { prepare } from './prepare.ts';
import { START, spanAfter } from './spans.ts';

/**
 * The first stage of the road: text to `Script`. Never throws; whatever can be understood is in the value. The
 * diagnostics come in the order of the text.
 */
export function read(text: string): Staged<Script> {
  const { tokens, diagnostics: told } = prepare(text);
  const { statements, diagnostics, reckons } = parseTokens(tokens, 'script', told);
  const last = tokens.at(-1);
  const end = last ? spanAfter(last) : START;
  return {
    value: { kind: 'script', statements, end, calculates: reckons || calculates(tokens) },
    diagnostics: inOrder([...told, ...diagnostics]),
  };
}

export const inOrder = (diagnostics: Diagnostic[]): Diagnostic[] =>
  diagnostics.sort((a, b) => a.span.offset - b.span.offset);
