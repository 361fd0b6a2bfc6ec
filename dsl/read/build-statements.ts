import { diagnose, insertCure, replaceCure } from '../diagnostics.ts';
import type {
  ClauseNode,
  NamedKind,
  NameNode,
  PairStatement,
  SettingStatement,
  Statement,
  WordsStatement,
} from './ast.ts';
import { entriesValue, entryClauses } from './build-clauses.ts';
import { amountNode, nameNode, numberNode, pathNode, real } from './build-formulas.ts';
import { type Context, headOf } from './build-heads.ts';
import { placeNode, textNode, valueNode } from './build-values.ts';
import type {
  CameraStatementCstNode,
  DatumStatementCstNode,
  EntriesCstNode,
  KeyframeCstNode,
  NameStatementCstNode,
  PairStatementCstNode,
  SettingStatementCstNode,
  StageStatementCstNode,
  ValueCstNode,
  WhenStatementCstNode,
  WordsStatementCstNode,
} from './generated/cst.ts';
import { nearest } from './nearest.ts';
import { spanOf } from './spans.ts';

/*
 * Statements without a block of statements. Null where recovery made the whole statement up.
 */

export function nameStatement(cst: NameStatementCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  if (head === null) return null;
  const name = pathNode(cst.children.path?.[0]);
  const kind = head.word as NamedKind;
  const [block] = cst.children.entries ?? [];
  const value = block ? entriesValue(block) : null;
  const common = given('be', cst.children.value, name, head.with(name, value), context);
  if (kind !== 'lyrics' || !block) return { kind, ...common, name, entries: value?.entries ?? null };
  reportLyricsEntries(block, context);
  return { kind, ...common, clauses: [...common.clauses, ...entryClauses(block)], name, entries: [] };
}

const LYRICS_CLAUSES = ['ball', 'highlight', 'color', 'size', 'at'];

/** The block of `lyrics` holds clauses, and nothing else. */
function reportLyricsEntries({ children }: EntriesCstNode, { diagnostics }: Context): void {
  for (const entry of children.entry ?? []) {
    const token = real(entry.children.Name);
    if (token === null) continue;
    const span = spanOf(token);
    const word = token.image;
    const meant = nearest(word, LYRICS_CLAUSES);
    if (meant === null) diagnostics.push(diagnose('dsl/unknown-clause', span, { word, statement: 'lyrics' }));
    else diagnostics.push(diagnose('dsl/misspelt-keyword', span, { word, meant }, [replaceCure(span, meant)]));
  }
}

export function wordsStatement(cst: WordsStatementCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  const name = pathNode(cst.children.path?.[0]);
  const text = textNode(real(cst.children.Text));
  return head && { kind: head.word as WordsStatement['kind'], ...head.with(name, text), name, text };
}

export function pairStatement(cst: PairStatementCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  const name = pathNode(cst.children.path?.[0]);
  const word = nameNode(real(cst.children.word));
  if (head === null) return null;
  const common = given('to', cst.children.value, word ?? name, head.with(name, word), context);
  return { kind: head.word as PairStatement['kind'], ...common, name, word };
}

/** A value whose keyword was forgotten, as a clause all the same. */
function given<T extends { readonly clauses: readonly ClauseNode[] }>(
  keyword: string,
  values: readonly ValueCstNode[] | undefined,
  before: NameNode | null,
  common: T,
  { diagnostics }: Context,
): T {
  const value = values?.[0] ? valueNode(values[0]) : null;
  if (value === null || before === null) return common;
  const { span } = value;
  const after = { ...before.span, offset: before.span.offset + before.span.length, length: 0 };
  const cures = [insertCure(span.offset, `${keyword} `)];
  const place = { ...after, column: after.column + before.span.length };
  diagnostics.push(diagnose('dsl/missing-sign', place, { sign: keyword, after: before.text }, cures));
  const clause: ClauseNode = { name: keyword, keyword: span, value, span, broken: false };
  return { ...common, clauses: [clause, ...common.clauses] };
}

export function cameraStatement(cst: CameraStatementCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  const name = pathNode(cst.children.path?.[0]);
  const [view] = cst.children.place ?? [];
  const place = view ? placeNode(view) : null;
  return head && { kind: 'camera', ...head.with(name, place), name, place };
}

export function stageStatement(cst: StageStatementCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  const width = numberNode(real(cst.children.Number));
  const height = numberNode(real(cst.children.Number, 1));
  return head && { kind: 'stage', ...head.with(width, height), width, height };
}

export function settingStatement(cst: SettingStatementCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  const value = amountNode(cst.children.amount?.[0]);
  return head && { kind: head.word as SettingStatement['kind'], ...head.with(value), value };
}

export function datumStatement(cst: DatumStatementCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  const label = textNode(real(cst.children.Text));
  const value = amountNode(cst.children.amount?.[0]);
  return head && { kind: head.word as 'series' | 'slice' | 'bar', ...head.with(label, value), label, value };
}

export function whenStatement(cst: WhenStatementCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  const event = nameNode(real(cst.children.event));
  const subject = textNode(real(cst.children.Text)) ?? pathNode(cst.children.path?.[0]);
  return head && { kind: 'when', ...head.with(event, subject), event, subject };
}

export function keyframe(cst: KeyframeCstNode, context: Context): Statement | null {
  const head = headOf(cst, context);
  const at = amountNode(cst.children.amount?.[0]);
  return head && { kind: 'keyframe', ...head.with(at), at };
}
