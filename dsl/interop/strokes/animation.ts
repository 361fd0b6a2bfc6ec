import { z } from 'zod';
import { ACTOR_KINDS } from '../../check/vocabulary/actor-kinds.ts';
import { escapeToken } from '../../plan/pointer.ts';
import { id, length } from './fields.ts';
import { act, meetThing, type StrokeDraft, tell } from './stroke-draft.ts';
import { strokeRule } from './stroke-rule.ts';

/** Words of v1 clients for what our kinds do. */
const SAME: Readonly<Record<string, string>> = {
  moonwalk: 'walk',
  'swim-cycle': 'swim',
  run: 'walk',
  fly: 'flap',
  'light-sway': 'sway',
  hover: 'float',
  stand: 'idle',
};

/** The animation as the kind knows it; what it doesn't know becomes its first, with a warning. */
export function knownAnimation(draft: StrokeDraft, kind: string, wanted: string): string {
  const known = ACTOR_KINDS[kind]?.animations ?? ['none'];
  const spelt = wanted.trim().toLowerCase().replaceAll('_', '-');
  const found = [spelt, SAME[spelt] ?? spelt].find((name) => known.includes(name));
  if (found === undefined) draft.warnings.push(`unknown_animation:${wanted}`);
  return found ?? known[0] ?? 'none';
}

const kindIn = (draft: StrokeDraft, id: string): string =>
  draft.model.actors.find((actor) => actor.id === id)?.kind ?? 'thing';

export const setActorAnimation = strokeRule({
  params: z.object({
    actor_id: id,
    animation: z.union([z.string().max(64), z.object({ name: z.string().max(64) }).transform(({ name }) => name)]),
  }),
  duration_ms: 0,
  paths: ({ actor_id }) => [`/actors/${escapeToken(actor_id)}/animation`],
  draw({ params: { actor_id, animation }, timing, span, draft, stroke_id }) {
    meetThing(draft, actor_id);
    const known = knownAnimation(draft, kindIn(draft, actor_id), animation);
    act(draft, stroke_id, timing.start_ms, { kind: 'animate', target: actor_id, animation: known }, span);
  },
});

const MOONWALK_PX = 120;

/** Walks while gliding to where it came from. */
export const animateMoonwalk = strokeRule({
  params: z.object({ actor_id: id.default('guide'), distance: length.default(MOONWALK_PX) }),
  duration_ms: 2_000,
  paths: ({ actor_id }) => [`/actors/${escapeToken(actor_id)}/animation`],
  draw({ params: { actor_id, distance }, timing, span, draft, stroke_id }) {
    meetThing(draft, actor_id);
    const animation = knownAnimation(draft, kindIn(draft, actor_id), 'moonwalk');
    const deed = { kind: 'animate', target: actor_id, animation } as const;
    act(draft, stroke_id, timing.start_ms, deed, span);
    const glide = { kind: 'relative', of: actor_id, relation: 'at', offset: { x: -distance, y: 0, z: 0 } } as const;
    const { duration_ms, ease } = timing;
    const way = { curve: 'line', bend: 0, duration_ms, ease } as const;
    act(
      draft,
      `${stroke_id}-glide`,
      timing.start_ms,
      { kind: 'move', target: actor_id, through: [glide], ...way },
      span,
    );
    tell(draft, span, `/actors/${escapeToken(actor_id)}/animation`, { style: 'moonwalk', distance, duration_ms });
  },
});
