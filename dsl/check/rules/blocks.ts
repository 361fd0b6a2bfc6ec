import type { FlowStatement, OnlyStatement, RepeatStatement, Statement, TimeStatement } from '../../read/ast.ts';
import { type Clauses, clausesOf } from '../clauses.ts';
import type { Context, Ends, Here, Rule } from '../context.ts';
import { numberOf } from '../measures.ts';
import type { TimeRef } from '../model.ts';
import { resolveTime } from '../moments.ts';
import { readingOf } from '../names.ts';

/** One after the other: each begins when the one before is over, unless it says when itself. */
export function inSequence(body: readonly Statement[], here: Here, context: Context): TimeRef {
  let start = here.start;
  for (const statement of body) start = context.visit(statement, { ...here, start, timed: true }) ?? start;
  return start;
}

/** All at once; over when the last is over. */
export function inParallel(body: readonly Statement[], here: Here, span: Statement['span'], context: Context): TimeRef {
  const ends: TimeRef[] = [];
  for (const statement of body) {
    const end = context.visit(statement, here);
    if (end) ends.push(end);
  }
  return latest(ends, here, span, context);
}

/** When the last of several is over; at the start, where nothing happens. */
export function latest(all: readonly Ends[], here: Here, span: Statement['span'], context: Context): TimeRef {
  const ends = all.filter((end) => end !== null);
  const [first] = ends;
  if (!first) return here.start;
  if (ends.length === 1) return first;
  // In a state there are no beats: it may be entered many times.
  if (here.state !== null) return { anchor: { kind: 'latest', of: ends }, offset_ms: 0 };
  // A beat of its own, so that whatever follows names one moment and not all of them again.
  const id = context.freshId('block-end');
  context.draft.beats.push({ id, only: here.only, span, at: { anchor: { kind: 'latest', of: ends }, offset_ms: 0 } });
  return { anchor: { kind: 'beat', beat: id }, offset_ms: 0 };
}

type Containing = FlowStatement | OnlyStatement | RepeatStatement | TimeStatement;

/** The block; without one, null, and that is reported. */
function bodyOf(statement: Containing, context: Context): readonly Statement[] | null {
  const { body, broken, keyword } = statement;
  if (!body && !broken) context.report('dsl/missing-block', keyword, { statement: keywordOf(statement) });
  return body;
}

const keywordOf = (statement: Containing) =>
  statement.kind === 'time' ? (statement.time?.relation ?? 'at') : statement.kind;

/** When a block begins: as its own clause says, or its surroundings do. */
function begun(clauses: Clauses, here: Here): Here {
  return { ...here, start: clauses.start() ?? here.start, timed: true };
}

export const timeRule: Rule<TimeStatement> = (statement, here, context) => {
  clausesOf(statement, [], here, context);
  const body = bodyOf(statement, context);
  const { time, keyword } = statement;
  if (!time && !statement.broken) {
    context.report('dsl/wrong-value', keyword, { clause: 'at', expected: 'a time such as 2s', found: '' });
  }
  const start = (time && resolveTime(time, here, context)) ?? here.start;
  return body ? inParallel(body, { ...here, start, timed: true }, statement.span, context) : null;
};

export const flowRule: Rule<FlowStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['time'], here, context);
  const inside = begun(clauses, here);
  const body = bodyOf(statement, context);
  if (!body) return null;
  if (statement.kind === 'sequence') return inSequence(body, inside, context);
  return inParallel(body, inside, statement.span, context);
};

const TIMES = { what: 'number of repetitions', min: 1, max: 1000 };

/** Rounds follow each other. Outside of the block its names mean the last round. */
export const repeatRule: Rule<RepeatStatement> = (statement, here, context) => {
  const clauses = clausesOf(statement, ['time'], here, context);
  const inside = begun(clauses, here);
  const body = bodyOf(statement, context);
  if (!statement.count) return clauses.missing('how often');
  const times = Math.round(numberOf(statement.count, TIMES, ['x'], context) ?? 1);
  if (!body) return null;
  const names = namesIn(body);
  let { start } = inside;
  for (let round = 1; round <= times; round += 1) {
    const renamed = round === times ? here.renamed : roundNames(names, here.renamed, round, context);
    const visited = context.visit({ ...statement, kind: 'parallel', clauses: [], body }, { ...inside, start, renamed });
    if (visited === null) break;
    start = visited;
  }
  return start;
};

function roundNames(
  names: readonly string[],
  outer: ReadonlyMap<string, string>,
  round: number,
  context: Context,
): Map<string, string> {
  // Rounds of a `for` are numbered as well; no name that an author can write ends with an apostrophe.
  const free = (id: string): string => (context.names.has(id) ? free(`${id}'`) : id);
  const renamed = names.map((name) => [name, free(`${outer.get(name) ?? name}#${round}`)] as const);
  return new Map([...outer, ...renamed]);
}

/** Names given to what happens in a block. */
function namesIn(body: readonly Statement[]): string[] {
  return body.flatMap((statement) => {
    const declared =
      (statement.kind === 'say' || statement.kind === 'beat') && statement.name ? [statement.name.text] : [];
    const as = statement.clauses.find(({ name }) => name === 'as')?.value;
    const inner = 'body' in statement && statement.body ? namesIn(statement.body) : [];
    return [...declared, ...(as?.kind === 'name' ? [as.text] : []), ...inner];
  });
}

export const onlyRule: Rule<OnlyStatement> = (statement, here, context): Ends => {
  clausesOf(statement, [], here, context);
  const body = bodyOf(statement, context);
  const reading = readingOf(statement);
  if (!reading && !statement.broken) {
    const found = statement.reading ? `${statement.reading.value}${statement.reading.unit}` : '';
    const span = statement.reading?.span ?? statement.keyword;
    context.report('dsl/wrong-value', span, { clause: 'only', expected: '2d or 3d', found });
  }
  if (!body) return null;
  if (reading && here.only && here.only !== reading) {
    context.report('dsl/never-plays', statement.keyword, {});
    return null;
  }
  const inside = { ...here, only: reading ?? here.only };
  if (here.timed) return inParallel(body, inside, statement.span, context);
  for (const each of body) context.visit(each, inside);
  return null;
};
