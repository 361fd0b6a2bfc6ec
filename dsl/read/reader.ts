import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import type { Diagnostic, Staged } from '../diagnostics.ts';
import type { SceneStatement, Script, Statement } from './ast.ts';
import { balanceBraces } from './braces.ts';
import { calculates } from './calculates.ts';
import { MAX_ERRORS } from './limits.ts';
import { type ParsedTokens, parseTokens } from './parse.ts';
import { type Prepared, prepare } from './prepare.ts';
import { inOrder } from './read.ts';
import { shifted } from './shifted.ts';
import { countBefore, START, spanAfter } from './spans.ts';
import { LBrace, RBrace } from './tokens.ts';

/** What was read last: all that is needed to read a text that differs from it in one place. */
interface Known extends ParsedTokens {
  readonly text: string;
  readonly scene: SceneStatement;
  readonly body: readonly Statement[];
  /** Offset of the brace that ends the scene. */
  readonly close: number;
}

/**
 * Reads one text after another, as an editor does, and understands anew only the statements around what has changed.
 * `read` of it is what `read` of this stage says of the same text; only `calculates` stays once it was true.
 */
export function createReader(): { read(text: string): Staged<Script> } {
  let known: Known | null = null;
  return {
    read(text) {
      const prepared = prepare(text);
      const { tokens, diagnostics: told } = prepared;
      const parsed = (known && reread(known, text, prepared)) ?? parseTokens(tokens, 'script', told);
      known = knownOf(text, parsed, prepared);
      const last = tokens.at(-1);
      const end = last ? spanAfter(last) : START;
      const { statements, diagnostics, reckons } = parsed;
      return {
        value: { kind: 'script', statements, end, calculates: reckons || calculates(tokens) },
        diagnostics: inOrder([...told, ...diagnostics]),
      };
    },
  };
}

/** Only of a script that is one scene, to its last sign, can parts be understood by themselves. */
function knownOf(text: string, parsed: ParsedTokens, { tokens, isWhole }: Prepared): Known | null {
  const [scene, ...others] = parsed.statements;
  const last = tokens.at(-1);
  if (!isWhole || scene?.kind !== 'scene' || others.length > 0 || last?.tokenType !== RBrace) return null;
  if (!scene.body) return null;
  return { ...parsed, text, scene, body: scene.body, close: last.startOffset };
}

function reread(known: Known, text: string, { tokens, diagnostics: told, isWhole }: Prepared): ParsedTokens | null {
  const { body, close, scene } = known;
  const change = changeBetween(known.text, text);
  const opening = body[0]?.span.offset;
  if (!isWhole || opening === undefined || change.start <= opening || change.endBefore > close) return null;
  const first = firstTouched(body, change.start);
  const from = body[first]?.span.offset ?? opening;
  const next = body.findIndex(({ span }) => startOfLine(span) > change.endBefore && startsLine(known.text, span));
  const after = next < 0 ? [] : body.slice(next);
  const [resumed, , beyond] = after;
  const until = beyond ? beyond.span.offset + change.growth : (tokens.at(-1)?.startOffset ?? 0);
  const begin = countBefore(from, tokens);
  const end = countBefore(until, tokens);
  const slice = [
    brace(LBrace, tokens[begin - 1]),
    ...tokens.slice(begin, end),
    brace(RBrace, tokens[end] ?? tokens.at(-1)),
  ];
  if (balanceBraces(slice).diagnostics.length > 0) return null;
  const anew = parseTokens(slice, 'block', told);

  const boundary = resumed ? resumed.span.offset + change.growth : Number.POSITIVE_INFINITY;
  const found = anew.statements.find(({ span }) => span.offset === boundary);
  if (resumed && !found) return null;
  const lines = resumed && found ? found.span.line - resumed.span.line : 0;
  const move = <T>(nodes: readonly T[]) => shifted(nodes, change.growth, lines);
  const inside = (low: number, high: number) => (diagnostic: Diagnostic) =>
    diagnostic.span.offset >= low && diagnostic.span.offset < high;
  const behind = resumed?.span.offset ?? Number.POSITIVE_INFINITY;
  const statements = [
    ...body.slice(0, first),
    ...anew.statements.filter(({ span }) => span.offset < boundary),
    ...move(after),
  ];
  const faults = known.faults + anew.faults;
  // Reading all of it might stop before its end.
  if (faults > MAX_ERRORS) return null;
  return {
    faults,
    reckons: known.reckons || anew.reckons,
    statements: [{ ...scene, body: statements }],
    diagnostics: [
      ...known.diagnostics.filter(inside(0, from)),
      ...anew.diagnostics.filter(inside(from, boundary)),
      ...move(known.diagnostics.filter(inside(behind, Number.POSITIVE_INFINITY))),
    ],
  };
}

const startOfLine = ({ offset, column }: Statement['span']) => offset - column + 1;
const startsLine = (text: string, span: Statement['span']) => text.slice(startOfLine(span), span.offset).trim() === '';

/** The first statement that may have to be understood anew. How one ends can depend on the whole of the next. */
function firstTouched(body: readonly Statement[], start: number): number {
  let first = body.findIndex((_, index) => (body[index + 2]?.span.offset ?? Number.POSITIVE_INFINITY) > start);
  while (first > 0 && body[first]?.span.line === body[first - 1]?.span.line) first -= 1;
  return Math.max(0, first);
}

/** From where to where two texts differ. */
function changeBetween(before: string, after: string) {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let same = 0;
  while (
    same < most - start &&
    before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)
  )
    same += 1;
  return { start, endBefore: before.length - same, growth: after.length - before.length };
}

/** A brace in place of a token, so that a part of a block is a block. */
function brace(type: TokenType, { startOffset, startLine = 1, startColumn = 1 }: IToken | undefined = NOWHERE): IToken {
  return createTokenInstance(type, '', startOffset, startOffset, startLine, startLine, startColumn, startColumn);
}

const NOWHERE = createTokenInstance(LBrace, '', 0, 0, 1, 1, 1, 1);
