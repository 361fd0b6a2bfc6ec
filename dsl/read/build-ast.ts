import { diagnose, insertCure } from '../diagnostics.ts';
import type { ClauseNode, FlowStatement, HoldingStatement, Statement, TimeNode } from './ast.ts';
import { atClause, timeClause } from './build-clauses.ts';
import { amountNode, numberOf, pathNode, real } from './build-formulas.ts';
import { alreadySaid, type Context, clausesOf, headOf } from './build-heads.ts';
import {
  cameraStatement,
  datumStatement,
  keyframe,
  nameStatement,
  pairStatement,
  settingStatement,
  stageStatement,
  whenStatement,
  wordsStatement,
} from './build-statements.ts';
import { textNode } from './build-values.ts';
import type {
  BlockCstNode,
  ContainingCstNode,
  CountedHeadCstNode,
  ScriptCstNode,
  StatementCstNode,
  StrayBlockCstNode,
  TimeHeadCstNode,
  UnknownStatementCstNode,
} from './generated/cst.ts';
import { join, spanOf } from './spans.ts';

type Body = readonly Statement[] | null;

/** From the parser's tree to ours. Whatever the parser let pass but nobody can understand is reported here. */
export function buildStatements(cst: ScriptCstNode, context: Context): Statement[] {
  return statementsOf(cst.children.statement, context);
}

export function buildBlock(cst: BlockCstNode, context: Context): Statement[] {
  return statementsOf(cst.children.statement, context);
}

function statementsOf(nodes: readonly StatementCstNode[] | undefined, context: Context): Statement[] {
  return (nodes ?? []).flatMap((node) => buildStatement(node, context) ?? []);
}

function buildStatement({ children }: StatementCstNode, context: Context): Statement | null {
  if (children.nameStatement?.[0]) return nameStatement(children.nameStatement[0], context);
  if (children.containing?.[0]) return containing(children.containing[0], context);
  if (children.wordsStatement?.[0]) return wordsStatement(children.wordsStatement[0], context);
  if (children.pairStatement?.[0]) return pairStatement(children.pairStatement[0], context);
  if (children.cameraStatement?.[0]) return cameraStatement(children.cameraStatement[0], context);
  if (children.keyframe?.[0]) return keyframe(children.keyframe[0], context);
  if (children.datumStatement?.[0]) return datumStatement(children.datumStatement[0], context);
  if (children.whenStatement?.[0]) return whenStatement(children.whenStatement[0], context);
  if (children.settingStatement?.[0]) return settingStatement(children.settingStatement[0], context);
  if (children.stageStatement?.[0]) return stageStatement(children.stageStatement[0], context);
  if (children.strayBlock?.[0]) return strayBlock(children.strayBlock[0], context);
  return children.unknownStatement?.[0] ? unknownStatement(children.unknownStatement[0], context) : null;
}

function containing({ children, recoveredNode }: ContainingCstNode, context: Context): Statement | null {
  const [block] = children.block ?? [];
  // The head first: what it has to say comes before what stands in the block.
  const built = headed(children, context);
  const body = block ? statementsOf(block.children.statement, context) : null;
  const statement = built?.(body) ?? null;
  return statement && recoveredNode ? { ...statement, broken: true } : statement;
}

type WithBody = ((body: Body) => Statement) | null;

function headed(children: ContainingCstNode['children'], context: Context): WithBody {
  if (children.timeHead?.[0]) return timeHead(children.timeHead[0], context);
  if (children.countedHead?.[0]) return countedHead(children.countedHead[0], context);
  const [flow] = children.flowHead ?? [];
  if (flow) {
    const head = headOf(flow, context);
    return head && ((body) => ({ kind: head.word as FlowStatement['kind'], ...head.with(), body }));
  }
  const [holding] = children.holdingHead ?? [];
  if (holding) {
    const head = headOf(holding, context);
    const name = pathNode(holding.children.path?.[0]);
    return head && ((body) => ({ kind: head.word as HoldingStatement['kind'], ...head.with(name), name, body }));
  }
  const [loop] = children.forHead ?? [];
  if (loop) {
    const head = headOf(loop, context);
    const name = pathNode(loop.children.path?.[0]);
    return head && ((body) => ({ kind: 'for', ...head.with(name), name, body }));
  }
  const [scene] = children.sceneHead ?? [];
  const head = scene ? headOf(scene, context) : null;
  const title = textNode(real(scene?.children.Text));
  return head && ((body) => ({ kind: 'scene', ...head.with(title), title, body }));
}

function countedHead(cst: CountedHeadCstNode, context: Context): WithBody {
  const head = headOf(cst, context);
  if (head === null) return null;
  const number = amountNode(cst.children.amount?.[0]);
  const common = head.with(number);
  if (head.word === 'only') return (body) => ({ kind: 'only', ...common, reading: number, body });
  if (head.word === 'stagger') return (body) => ({ kind: 'stagger', ...common, step: number, body });
  return (body) => ({ kind: 'repeat', ...common, count: number, body });
}

function timeHead({ children, recoveredNode }: TimeHeadCstNode, context: Context): WithBody {
  const opening = children.timeClause ? timeClause(children.timeClause[0]) : atClause(children.atClause?.[0]);
  if (opening === null) return null;
  const { clauses, damaged } = clausesOf(children.clauses, 'time', context);
  const broken = damaged || opening.broken || recoveredNode === true;
  const { keyword, span } = opening;
  return (body) => ({ kind: 'time', span, keyword, clauses, broken, time: timeOf(opening.value, body), body });
}

/** Before a block a bare name behind `at` is a variable that holds a time. */
function timeOf(value: ClauseNode['value'], body: Body): TimeNode | null {
  if (value?.kind === 'time') return value;
  if (value?.kind !== 'named-place' || value.relation !== null || body === null) return null;
  const { name, span } = value;
  const amount = numberOf({ kind: 'variable', name, span: name.span }, name.span);
  return { kind: 'time', relation: 'at', amount, cue: null, shift: null, span };
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
    // A keyframe whose `at` was forgotten.
    const cures = first.image.endsWith('%') ? [insertCure(first.startOffset, 'at ')] : [];
    context.diagnostics.push(diagnose('dsl/unknown-statement', keyword, { word: first.image }, cures));
  }
  const words = children.Anything.slice(1, 3).map((token) => token.image);
  return { kind: 'unknown', span: join(keyword, spanOf(last)), keyword, clauses: [], broken: true, words };
}
