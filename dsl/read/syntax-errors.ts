import { EOF, type IRecognitionException, type IToken, tokenMatcher } from 'chevrotain';
import { type Diagnostic, diagnose, insertCure } from '../diagnostics.ts';
import { Name, Operator } from './categories.ts';
import { endOf, spanAfter, spanOf } from './spans.ts';
import { Hash, LParen, NumberLiteral, Text } from './tokens.ts';

const SIGNS: Readonly<Record<string, string>> = { Comma: ',', RParen: ')', LParen: '(', LBrace: '{', RBrace: '}' };

const PLACE = 'a place, such as (640, 360), `center` or `above moon`';

/** What should have come, by the innermost rule that says so. */
const EXPECTED: Readonly<Record<string, string>> = {
  point: 'a number: a point is written (x, y) or (x, y, z)',
  place: PLACE,
  placeClause: PLACE,
  placesClause: PLACE,
  atClause: 'a place or a time, such as (640, 360), `above moon` or 2s',
  step: 'the name of something inside, or a word of the line, as in line.moon',
  bracketed: 'a number, a variable, or a formula, as in (2 * gap)',
  inputs: 'a number, as in max(gap, 40) or cubic-bezier(x1, y1, x2, y2)',
  list: 'a value, as in (5, 3, 8)',
  amount: 'a number',
  cue: 'the name of a moment, such as `jump` or `line.moon`',
  lead: 'a moment, as in `2s before end`',
  shift: 'a duration, as in `+ 0.3s`',
  entries: 'a name and its value',
  colorsClause: 'a block, as in colors { spots #3a2e2a }',
  property: 'a value',
};

/** What stands in place of a place, by the statement. */
const VALUES: Readonly<Record<string, string>> = {
  forHead: 'a number, as in from 1 to 8',
  pairStatement: 'a value, such as 2, (300, 200) or gold',
  whenStatement: 'the name of a state',
  datumStatement: 'a point, such as (2020, 12)',
};

/** Rules in whose brackets several things stand, always with commas between them. */
const SEVERAL: ReadonlySet<string> = new Set(['point']);

/**
 * Chevrotain's exceptions in the author's words. Where a sign or a word is missing, the diagnostic stands just behind
 * what came before, not at whatever comes next, which may be lines away or the end of the file.
 */
export function syntaxDiagnostic(error: IRecognitionException, before: IToken | null): Diagnostic {
  const { token, context } = error;
  const next = token.tokenType === EOF ? null : token;
  const elsewhere = next === null || before === null || next.startLine !== before.startLine;
  const here = before !== null && elsewhere ? spanAfter(before) : spanOf(next ?? token);
  const rules = context.ruleStack.toReversed();
  const sign = signMissing(error.message, elsewhere ? null : next, rules[0]);
  if (sign !== undefined && before !== null) {
    const cures = [insertCure(endOf(before), sign === '{' ? ' {' : sign)];
    return diagnose('dsl/missing-sign', spanAfter(before), { sign, after: before.image }, cures);
  }
  const inFormula = before !== null && tokenMatcher(before, Operator);
  const expected = expectedIn(inFormula ? ['bracketed'] : rules);
  return diagnose('dsl/incomplete', here, { after: before?.image ?? 'the beginning', expected });
}

function expectedIn(rules: readonly string[]): string {
  const expected = EXPECTED[rules.find((each) => EXPECTED[each] !== undefined) ?? ''] ?? 'something else';
  const statement = rules.find((each) => VALUES[each] !== undefined);
  return expected === PLACE && statement !== undefined ? (VALUES[statement] ?? expected) : expected;
}

/** Where a bracket should close and another value comes, the comma between the two is missing. */
function signMissing(expected: string, next: IToken | null, rule = ''): string | undefined {
  const item = next !== null && [NumberLiteral, Hash, Text, LParen, Name].some((type) => tokenMatcher(next, type));
  return expected === 'RParen' && item && SEVERAL.has(rule) ? ',' : SIGNS[expected];
}
