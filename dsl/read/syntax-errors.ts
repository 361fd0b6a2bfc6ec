import { EOF, type IRecognitionException, type IToken } from 'chevrotain';
import { type Diagnostic, diagnose, insertCure } from '../diagnostics.ts';
import { endOf, spanAfter, spanOf } from './spans.ts';

const SIGNS: Readonly<Record<string, string>> = { Comma: ',', RParen: ')', LParen: '(', LBrace: '{', RBrace: '}' };

/** What should have come, by the rule in which the parser was. */
const EXPECTED: Readonly<Record<string, string>> = {
  point: 'a number: a point is written (x, y) or (x, y, z)',
  place: 'a place, such as (640, 360), `center` or `above moon`',
  placeClause: 'a place, such as (640, 360), `center` or `above moon`',
  throughClause: 'a place, such as (640, 360), `center` or `above moon`',
  cue: 'the name of a moment, such as `jump` or `line.moon`',
  lead: 'a moment, as in `2s before end`',
  shift: 'a duration, as in `+ 0.3s`',
  entries: 'a name and its value',
  colorsClause: 'a block, as in colors { spots #3a2e2a }',
  easeClause: 'four numbers: cubic-bezier(x1, y1, x2, y2)',
};

/**
 * Chevrotain's exceptions in the author's words. Where a sign or a word is missing, the diagnostic stands just behind
 * what came before, not at whatever comes next, which may be lines away or the end of the file.
 */
export function syntaxDiagnostic(error: IRecognitionException, before: IToken | null): Diagnostic {
  const sign = SIGNS[error.message];
  const { token } = error;
  const next = token.tokenType === EOF ? null : token;
  const elsewhere = next === null || before === null || next.startLine !== before.startLine;
  const span = before !== null && (elsewhere || sign !== undefined) ? spanAfter(before) : spanOf(next ?? token);
  if (sign !== undefined && before !== null) {
    const cures = [insertCure(endOf(before), sign === '{' ? ' {' : sign)];
    return diagnose('dsl/missing-sign', span, { sign, after: before.image }, cures);
  }
  const [inner = '', outer = ''] = error.context.ruleStack.toReversed();
  const rule = inner === 'nameHere' ? outer : inner;
  const expected = EXPECTED[rule] ?? 'something else';
  return diagnose('dsl/incomplete', span, { after: before?.image ?? 'the beginning', expected });
}
