import type { NameNode, Statement } from '../../read/ast.ts';
import { DECLARING } from './declared-names.ts';
import type { Expansion } from './expansion.ts';
import { createRewriter, type Rewriter } from './rewrite.ts';
import { placed, type Scope } from './scope.ts';

/** Statements whose name is a word of a list and no thing. */
const WORDS: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  ...(['environment', 'emit', 'camera', 'sound', 'transition', 'quality'] as const),
]);
const OWN_NAMES: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>([
  'state',
  'let',
  'param',
  'for',
  'prefab',
]);

/** One statement with literals and full names, its body left out of account. */
export function rewriteStatement(statement: Statement, scope: Scope, expansion: Expansion): Statement {
  const rewriter = createRewriter(scope, expansion);
  const keepsNames = statement.kind === 'when';
  const clauses = statement.clauses.map((clause) => rewriter.clause(clause, keepsNames));
  const span = placed(statement.span, scope);
  const there = { ...statement, clauses, span, keyword: placed(statement.keyword, scope) };
  const rewritten = withParts(there, rewriter);
  return lost(statement, rewritten) ? { ...rewritten, broken: true } : rewritten;
}

const nameOf = (kind: Statement['kind'], name: NameNode | null, { declare, mention, word }: Rewriter) => {
  if (DECLARING.has(kind)) return declare(name);
  if (WORDS.has(kind)) return word(name);
  return OWN_NAMES.has(kind) ? name : mention(name);
};

function withParts(statement: Statement, rewriter: Rewriter): Statement {
  const { number, text, word, place, time, mention } = rewriter;
  switch (statement.kind) {
    case 'scene':
      return { ...statement, title: text(statement.title) };
    case 'stage':
      return { ...statement, width: number(statement.width), height: number(statement.height) };
    case 'seed':
    case 'length':
    case 'wait':
      return { ...statement, value: number(statement.value) };
    case 'text':
    case 'say':
    case 'annotate':
      return { ...statement, name: nameOf(statement.kind, statement.name, rewriter), text: text(statement.text) };
    case 'animate':
      return { ...statement, name: mention(statement.name), word: word(statement.word) };
    case 'change':
      return { ...statement, name: mention(statement.name) };
    case 'series':
    case 'slice':
    case 'bar':
      return { ...statement, label: text(statement.label), value: number(statement.value) };
    case 'when': {
      const { subject } = statement;
      return { ...statement, subject: subject?.kind === 'text' ? text(subject) : mention(subject) };
    }
    case 'keyframe':
      return { ...statement, at: number(statement.at) };
    case 'camera':
      return { ...statement, name: word(statement.name), place: place(statement.place) };
    case 'stagger':
      return { ...statement, step: number(statement.step) };
    case 'repeat':
      return { ...statement, count: number(statement.count) };
    case 'time':
      return { ...statement, time: time(statement.time) };
    case 'sequence':
    case 'parallel':
    case 'only':
    case 'unknown':
      return statement;
    case 'for':
    case 'draw':
    case 'group':
    case 'prefab':
    case 'chart':
    case 'states':
    case 'state':
    case 'keyframes':
      return { ...statement, name: nameOf(statement.kind, statement.name, rewriter) };
    default: {
      const entries = statement.entries?.map((entry) => ({
        ...entry,
        value: entry.value && rewriter.value(entry.value),
      }));
      return { ...statement, name: nameOf(statement.kind, statement.name, rewriter), entries: entries ?? null };
    }
  }
}

/** Whether something that was written could not be worked out: it has been reported, so nobody is to miss it. */
function lost(before: Statement, after: Statement): boolean {
  const parts = (statement: Statement) => Object.values(statement).filter((part) => part !== null).length;
  return parts(after) < parts(before);
}
