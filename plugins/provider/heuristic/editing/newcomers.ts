import { ACTOR_KINDS, type Statement } from '../../../../dsl/index.ts';
import { actorStatement } from '../composing/compose-scene.ts';
import { deedStatements, startOf } from '../composing/deeds.ts';
import { layOut } from '../composing/layout.ts';
import { type Placed, STAGE } from '../composing/placed.ts';
import type { Idea } from '../reading/idea.ts';
import { clauseOf, type WrittenActor } from './statements.ts';

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Statements that bring the cast of an idea into a running scene, each where there is most room, and what they do there. */
export function newcomers(
  idea: Idea,
  script: string,
  statements: readonly Statement[],
  actors: readonly WrittenActor[],
): string[] {
  const environment = statements.find((one) => one.kind === 'environment');
  const name = environment?.kind === 'environment' ? (environment.name?.text ?? '') : '';
  const taken = new Set(script.match(/[a-z][a-z0-9-]*/gi) ?? []);
  const boxes = actors.flatMap((actor) => boxOf(actor) ?? []);
  const placed = layOut(idea, name, taken).map((actor) => {
    const free = { ...actor, x: freeX(actor, boxes) };
    boxes.push(free);
    return free;
  });
  const starts = placed.map((actor) => startOf(actor, idea));
  const names = new Set([...taken, ...placed.map((actor) => actor.id)]);
  return [
    ...starts.map(({ actor, from, hidden }) => actorStatement({ ...actor, ...from }, hidden)),
    ...deedStatements(starts, idea, { lines: [], written: false }, names),
  ];
}

/** Of places spread over the width, the one that is farthest from what stands at that height already. */
function freeX({ width, height, x, y }: Placed, boxes: readonly Box[]): number {
  const beside = boxes.filter((box) => Math.abs(box.y - y) < (box.height + height) / 2);
  const gap = (at: number): number =>
    Math.min(
      at - width / 2,
      STAGE.width - at - width / 2,
      ...beside.map((box) => Math.abs(box.x - at) - (box.width + width) / 2),
    );
  const places = Array.from({ length: 31 }, (_, index) => (STAGE.width * (index + 1)) / 32);
  return places.reduce((best, at) => (gap(at) > gap(best) ? at : best), x);
}

/** Null for an actor whose place is not written as a point. */
function boxOf({ kind, statement }: WrittenActor): Box | null {
  const at = statement.clauses.find((clause) => clause.name === 'at')?.value;
  const size = ACTOR_KINDS[kind];
  if (at?.kind !== 'point' || !size) return null;
  const scale = clauseOf(statement, 'scale')?.value;
  const factor = scale?.kind === 'number' ? scale.value : 1;
  return { x: at.x.value, y: at.y.value, width: size.width * factor, height: size.height * factor };
}
