import { ACTOR_KINDS, type Edit, type Statement } from '../../../../dsl/index.ts';
import { nameFor } from '../composing/script-text.ts';
import { extentOf, type WrittenActor } from './statements.ts';

const POINT = /\([^()]*\)/g;
/** How far beside the first the others stand, in widths of it. */
const APART = 1.1;

/**
 * More of an actor, each beside it in the script and in all it does: what goes on a way of its own begins at another place of
 * that way, so that they follow each other; what stands still stands beside it.
 */
export function moreOf(model: WrittenActor, count: number, script: string, statements: readonly Statement[]): Edit[] {
  const taken = new Set(script.match(/[a-z][a-z0-9-]*/gi) ?? []);
  const names = Array.from({ length: count }, () => {
    const name = nameFor(model.id, taken);
    taken.add(name);
    return name;
  });
  const moves = statements.filter((one) => one.kind === 'move' && one.name?.text === model.id);
  const ways = moves.map((move) => textOf(script, move));
  const [way] = ways;
  const along = way?.slice(way.indexOf(' through ')).match(POINT) ?? [];
  const actors = names.map((name, index) => {
    const at = along.length > 2 ? startOn(along, index, count) : null;
    return named(textOf(script, model.statement), model.id, name).replace(/\bat (\([^()]*\))/, (_, point: string) =>
      at === null ? `at ${shifted(point, model.kind, index + 1)}` : `at ${at}`,
    );
  });
  return [
    copies(script, model.statement, actors),
    ...moves.map((move, nth) =>
      copies(
        script,
        move,
        names.map((name, index) => ownWay(named(ways[nth] ?? '', model.id, name), model.kind, index, count)),
      ),
    ),
  ];
}

const textOf = (script: string, statement: Statement): string => {
  const { length, offset } = extentOf(script, statement);
  return script.slice(offset, offset + length).trim();
};

/** The statement said of another; names of its actions are left out, which may stand only once. */
const named = (text: string, from: string, to: string): string =>
  text.replace(new RegExp(`^(\\w+ )${from}\\b`), `$1${to}`).replace(/ as [a-z][\w-]*/i, '');

/** How many points of the way the copy is ahead: they spread over the whole of it. */
const ahead = (points: number, index: number, count: number): number =>
  Math.max(1, Math.round(((index + 1) * points) / (count + 1)));

const startOn = (points: readonly string[], index: number, count: number): string | null =>
  points[ahead(points.length, index, count) - 1] ?? null;

/** The same way from another of its points on, or to a place beside. */
function ownWay(move: string, kind: string, index: number, count: number): string {
  const at = move.indexOf(' through ');
  if (at < 0) return move.replace(/ to (\([^()]*\))/, (_, point: string) => ` to ${shifted(point, kind, index + 1)}`);
  const points = move.slice(at).match(POINT) ?? [];
  if (points.length < 3) return move;
  const by = ahead(points.length, index, count);
  const turned = [...points.slice(by), ...points.slice(0, by)];
  let next = 0;
  return move.slice(0, at) + move.slice(at).replace(POINT, (point) => turned[next++] ?? point);
}

/** To the right and to the left in turn. */
function shifted(point: string, kind: string, nth: number): string {
  const by = Math.ceil(nth / 2) * (nth % 2 === 1 ? 1 : -1) * APART * (ACTOR_KINDS[kind]?.width ?? 120);
  return point.replace(/-?\d+(?:\.\d+)?/, (x) => String(Math.min(1240, Math.max(40, Math.round(Number(x) + by)))));
}

/** Behind the statement, each on a line of its own with its indent. */
function copies(script: string, statement: Statement, texts: readonly string[]): Edit {
  const { length, offset } = extentOf(script, statement);
  const line = script.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^\s*/.exec(script.slice(line, statement.span.offset))?.[0] ?? '  ';
  return { offset: offset + length, length: 0, text: texts.map((text) => `\n${indent}${text}`).join('') };
}
