import type { Idea } from '../reading/idea.ts';
import { motionOf, type Spot } from './motions.ts';
import { cueOf, type Narration } from './narration.ts';
import type { Placed } from './placed.ts';
import { block, nameFor, seconds } from './script-text.ts';

/** An actor and how the scene finds it. */
export interface Start {
  readonly actor: Placed;
  readonly from: Spot;
  readonly hidden: boolean;
}

/** What is to rise begins low, what is to fall high, what is to appear unseen. */
export function startOf(actor: Placed, idea: Idea): Start {
  const first = idea.deeds.find((deed) => deed.subjects.includes(actor.member))?.act;
  const high = first === 'fall' ? actor.height / 2 + 20 : actor.y;
  const y = first === 'rise' && actor.y < 350 ? 470 : high;
  return { actor, from: { x: actor.x, y }, hidden: first === 'appear' };
}

/**
 * Statements for the deeds of an idea: each begins on the word that names it, or, where its actor is still busy, after
 * the deed before. `taken` are names that its actions may not have.
 */
export function deedStatements(
  starts: readonly Start[],
  idea: Idea,
  narration: Narration,
  taken: ReadonlySet<string>,
): string[] {
  const names = new Set(taken);
  const where = new Map(starts.map(({ actor, from }) => [actor.id, from]));
  const lastOf = new Map<number, string>();
  return idea.deeds.flatMap((deed, index) => {
    const object =
      deed.object === null ? null : (starts.find(({ actor }) => actor.member === deed.object)?.actor ?? null);
    const acting = starts.filter(({ actor }) => deed.subjects.includes(actor.member) && actor.id !== object?.id);
    const base = nameFor(`${deed.act}-${index + 1}`, names);
    names.add(base);
    const name = (nth: number): string => (nth === 0 ? base : `${base}-${nth + 1}`);
    const motions = acting.map(({ actor }, nth) => {
      const from = where.get(actor.id) ?? actor;
      const target = object && { ...object, ...where.get(object.id) };
      const motion = motionOf({ ...deed, actor, from, object: target, name: name(nth), nth });
      where.set(actor.id, motion.end);
      return motion;
    });
    if (motions.length === 0) return [];
    const before = deed.subjects.map((subject) => lastOf.get(subject)).find((one) => one !== undefined);
    for (const subject of deed.subjects) lastOf.set(subject, name(0));
    const cue = cueOf(narration, deed.word);
    const when = before ? `after ${before}` : cue ? `on ${cue}` : `at ${seconds(1200 + 600 * index)}`;
    const afterwards = motions.flatMap((motion, nth) =>
      motion.afterwards.map((line) => `after ${name(nth)} { ${line} }`),
    );
    return [
      ...block(
        when,
        motions.flatMap((motion) => motion.statements),
      ),
      ...afterwards,
    ];
  });
}
