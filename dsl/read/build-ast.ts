import type { IToken } from 'chevrotain';
import { type Cure, type Diagnostic, diagnose, insertCure, replaceCure, type Span } from '../diagnostics.ts';
import type { ClauseNode, NamedKind, Statement, TimeNode } from './ast.ts';
import { atClause, type BuiltClause, buildClause, entriesValue, entryClauses, timeClause } from './build-clauses.ts';
import { nameNode, numberNode, placeNode, real, textNode } from './build-values.ts';
import type {
  BlockCstNode,
  ClausesCstNode,
  NameStatementCstNode,
  ScriptCstNode,
  StageStatementCstNode,
  StatementCstNode,
  StrayBlockCstNode,
  TimeStatementCstNode,
  UnknownStatementCstNode,
} from './generated/cst.ts';
import { LATER_STATEMENTS } from './mend.ts';
import { nearest } from './nearest.ts';
import { endOf, join, spanOf } from './spans.ts';
import { Identifier, LParen } from './tokens.ts';

/** Where the parser has already complained, by line: nothing behind it in that line is complained about again. */
export type Reported = ReadonlyMap<number, number>;

interface Context {
  readonly reported: Reported;
  readonly diagnostics: Diagnostic[];
}

type Built = { readonly statement: Statement | null };

/** From the parser's tree to ours. Whatever the parser let pass but nobody can understand is reported here. */
export function buildStatements(cst: ScriptCstNode, reported: Reported, diagnostics: Diagnostic[]): Statement[] {
  return statementsOf(cst.children.statement, { reported, diagnostics });
}

function statementsOf(nodes: readonly StatementCstNode[] | undefined, context: Context): Statement[] {
  const built: Statement[] = [];
  for (const node of nodes ?? []) {
    const { statement } = buildStatement(node, context);
    if (statement) built.push(statement);
  }
  return built;
}

function blockOf(nodes: readonly BlockCstNode[] | undefined, context: Context): Statement[] | null {
  const [block] = nodes ?? [];
  return block ? statementsOf(block.children.statement, context) : null;
}

const alreadySaid = (token: IToken, { reported }: Context) =>
  (reported.get(token.startLine ?? 0) ?? Number.POSITIVE_INFINITY) <= token.startOffset;

function buildStatement({ children }: StatementCstNode, context: Context): Built {
  const [named] = children.nameStatement ?? [];
  if (named) return { statement: nameStatement(named, context) };
  const [time] = children.timeStatement ?? [];
  if (time) return { statement: timeStatement(time, context) };
  const [words] = children.wordsStatement ?? [];
  if (words) {
    const { Name, Text, clauses, keyword } = words.children;
    const base = baseOf(keyword, clauses, context, words.recoveredNode);
    const kind = base && (base.word as 'text' | 'say');
    const name = nameNode(real(Name));
    const text = textNode(real(Text));
    return made(base && kind && { kind, ...base.common, ...spanning(base, name, text), name, text });
  }
  const [pair] = children.pairStatement ?? [];
  if (pair) {
    const base = baseOf(pair.children.keyword, pair.children.clauses, context, pair.recoveredNode);
    const name = nameNode(real(pair.children.Name));
    const animation = nameNode(real(pair.children.Identifier));
    return made(base && { kind: 'animate', ...base.common, ...spanning(base, name, animation), name, animation });
  }
  const [camera] = children.cameraStatement ?? [];
  if (camera) {
    const base = baseOf(camera.children.keyword, camera.children.clauses, context, camera.recoveredNode);
    const name = nameNode(real(camera.children.Name));
    const [cst] = camera.children.place ?? [];
    const place = cst ? placeNode(cst) : null;
    return made(base && { kind: 'camera', ...base.common, ...spanning(base, name, place), name, place });
  }
  return buildContaining(children, context);
}

function buildContaining(children: StatementCstNode['children'], context: Context): Built {
  const [group] = children.groupStatement ?? [];
  if (group) {
    const base = baseOf(group.children.keyword, group.children.clauses, context, group.recoveredNode);
    const kind = base && (base.word as 'sequence' | 'parallel');
    const body = blockOf(group.children.block, context);
    return made(base && kind && { kind, ...base.common, body });
  }
  const [numbered] = children.numberedStatement ?? [];
  if (numbered) {
    const base = baseOf(numbered.children.keyword, numbered.children.clauses, context, numbered.recoveredNode);
    const number = numberNode(real(numbered.children.Number));
    const body = blockOf(numbered.children.block, context);
    if (base?.word === 'only') {
      return made({ kind: 'only', ...base.common, ...spanning(base, number), reading: number, body });
    }
    return made(base && { kind: 'repeat', ...base.common, ...spanning(base, number), count: number, body });
  }
  const [scene] = children.sceneStatement ?? [];
  if (scene) {
    const base = baseOf(scene.children.keyword, scene.children.clauses, context, scene.recoveredNode);
    const title = textNode(real(scene.children.Text));
    const body = blockOf(scene.children.block, context);
    return made(base && { kind: 'scene', ...base.common, ...spanning(base, title), title, body });
  }
  const [stage] = children.stageStatement ?? [];
  if (stage) return { statement: stageStatement(stage, context) };
  const [setting] = children.settingStatement ?? [];
  if (setting) {
    const base = baseOf(setting.children.keyword, setting.children.clauses, context, setting.recoveredNode);
    const kind = base && (base.word as 'seed' | 'length');
    const value = numberNode(real(setting.children.Number));
    return made(base && kind && { kind, ...base.common, ...spanning(base, value), value });
  }
  const [stray] = children.strayBlock ?? [];
  if (stray) return { statement: strayBlock(stray, context) };
  const [unknown] = children.unknownStatement ?? [];
  return { statement: unknown ? unknownStatement(unknown, context) : null };
}

const made = (statement: Statement | null): Built => ({ statement });

interface Start {
  /** The keyword as the grammar knows it. */
  readonly word: string;
  readonly common: {
    readonly span: Span;
    readonly keyword: Span;
    readonly clauses: readonly ClauseNode[];
    readonly broken: boolean;
  };
}

function baseOf(
  keywords: readonly IToken[] | undefined,
  clauses: readonly ClausesCstNode[] | undefined,
  context: Context,
  recovered: boolean | undefined,
): Start | null {
  const keyword = real(keywords);
  if (keyword === null) return null;
  const word = keyword.tokenType.name;
  const span = spanOf(keyword);
  const { built, damaged } = clausesOf(clauses, word, context);
  const last = built.at(-1);
  const broken = damaged || recovered === true || keyword.payload !== undefined;
  return { word, common: { span: last ? join(span, last.span) : span, keyword: span, clauses: built, broken } };
}

function spanning({ common }: Start, ...parts: readonly ({ readonly span: Span } | null)[]): { readonly span: Span } {
  let { span } = common;
  for (const part of parts) if (part) span = join(span, part.span);
  return { span };
}

function clausesOf(nodes: readonly ClausesCstNode[] | undefined, statement: string, context: Context) {
  const built: ClauseNode[] = [];
  let damaged = false;
  for (const node of nodes?.[0]?.children.clause ?? []) {
    const clause: BuiltClause | null = buildClause(node);
    if (clause === null) damaged = true;
    else if ('unknown' in clause) {
      damaged = true;
      const [first] = clause.unknown;
      const last = clause.unknown.at(-1);
      if (!first || !last || alreadySaid(first, context)) continue;
      const span = first.startLine === last.startLine ? join(spanOf(first), spanOf(last)) : spanOf(first);
      const word = first.image;
      context.diagnostics.push(
        diagnose('dsl/unknown-clause', span, { word, statement }, [cureOf(first, last, statement)]),
      );
    } else {
      damaged ||= clause.broken;
      built.push(clause);
    }
  }
  return { built, damaged };
}

/** What a value without its keyword lacks, or else to be rid of it. */
function cureOf(first: IToken, last: IToken, statement: string): Cure {
  const place = first.tokenType === LParen ? PLACE_KEYWORDS[statement] : undefined;
  const keyword = place ?? (first.tokenType === Identifier && IS_STATEMENTS.has(statement) ? 'is' : undefined);
  const offset = first.startOffset;
  if (keyword !== undefined) return insertCure(offset, `${keyword} `);
  return { title: 'Remove it', edits: [{ offset, length: endOf(last) - offset, text: '' }] };
}

const PLACE_KEYWORDS: Readonly<Record<string, string>> = {
  actor: 'at',
  text: 'at',
  move: 'to',
  emit: 'from',
  light: 'from',
};
const IS_STATEMENTS: ReadonlySet<string> = new Set(['actor', 'material']);
const LYRICS_CLAUSES = ['ball', 'highlight', 'color', 'size', 'at'];

function nameStatement({ children, recoveredNode }: NameStatementCstNode, context: Context): Statement | null {
  const base = baseOf(children.keyword, children.clauses, context, recoveredNode);
  if (base === null) return null;
  const name = nameNode(real(children.Name));
  const kind = base.word as NamedKind;
  const [cst] = children.entries ?? [];
  const value = cst ? entriesValue(cst) : null;
  const common = { ...base.common, ...spanning(base, name, value) };
  if (kind !== 'lyrics' || !cst) return { kind, ...common, name, entries: value?.entries ?? null };
  const unknown = (cst.children.entry ?? []).flatMap((entry) => real(entry.children.Name) ?? []);
  for (const token of unknown) {
    const span = spanOf(token);
    const meant = nearest(token.image, LYRICS_CLAUSES);
    if (meant === null)
      context.diagnostics.push(diagnose('dsl/unknown-clause', span, { word: token.image, statement: kind }));
    else {
      const cures = [replaceCure(span, meant)];
      context.diagnostics.push(diagnose('dsl/misspelt-keyword', span, { word: token.image, meant }, cures));
    }
  }
  return { kind, ...common, clauses: [...common.clauses, ...entryClauses(cst)], name, entries: [] };
}

function stageStatement({ children, recoveredNode }: StageStatementCstNode, context: Context): Statement | null {
  const base = baseOf(children.keyword, children.clauses, context, recoveredNode);
  const width = numberNode(real(children.Number));
  const height = numberNode(real(children.Number, 1));
  return base && { kind: 'stage', ...base.common, ...spanning(base, width, height), width, height };
}

function timeStatement({ children, recoveredNode }: TimeStatementCstNode, context: Context): Statement | null {
  const opening = children.timeClause ? timeClause(children.timeClause[0]) : atClause(children.atClause?.[0]);
  if (opening === null) return null;
  const time: TimeNode | null = opening.value?.kind === 'time' ? opening.value : null;
  const { built, damaged } = clausesOf(children.clauses, 'time', context);
  const broken = damaged || opening.broken || recoveredNode === true;
  const body = blockOf(children.block, context);
  const { keyword, span } = opening;
  return { kind: 'time', span, keyword, clauses: built, broken, time, body };
}

function strayBlock({ children }: StrayBlockCstNode, context: Context): Statement | null {
  const brace = real(children.LBrace);
  if (brace === null) return null;
  const span = spanOf(brace);
  if (!alreadySaid(brace, context)) context.diagnostics.push(diagnose('dsl/stray-block', span, {}));
  return { kind: 'unknown', span, keyword: span, clauses: [], broken: true, words: [] };
}

function unknownStatement({ children }: UnknownStatementCstNode, context: Context): Statement | null {
  const [first] = children.Anything;
  const last = children.Anything.at(-1);
  if (!first || !last) return null;
  const keyword = spanOf(first);
  if (!alreadySaid(first, context)) {
    const code = LATER_STATEMENTS.has(first.image) ? 'dsl/later-statement' : 'dsl/unknown-statement';
    context.diagnostics.push(diagnose(code, keyword, { word: first.image }));
  }
  const words = children.Anything.slice(1, 3).map((token) => token.image);
  return { kind: 'unknown', span: join(keyword, spanOf(last)), keyword, clauses: [], broken: true, words };
}
