import { z } from 'zod';
import { ACTOR_KINDS } from '../../check/vocabulary/actor-kinds.ts';
import { escapeToken } from '../../plan/pointer.ts';
import { knownAnimation } from './animation.ts';
import { color, id, length, share, shortText, within } from './fields.ts';
import { actorOf, appear, at, kindOf, MIDDLE, ownScale, putActor } from './stroke-draft.ts';
import { type Drawn, strokeRule } from './stroke-rule.ts';

const spawn = z.object({
  actor_id: id.optional(),
  id: id.optional(),
  actor_type: z.string().max(64).optional(),
  type: z.string().max(64).optional(),
  kind: z.string().max(64).optional(),
  x: length.default(MIDDLE.x),
  y: length.default(MIDDLE.y),
  scale: within(0.01, 20).default(1),
  rotation: within(-100_000, 100_000).default(0),
  opacity: share.default(1),
  color: color.optional(),
  colors: z.record(z.string().max(40), color).default({}),
  facing: z.union([z.literal(-1), z.literal(1)]).default(1),
  label: shortText.nullable().optional(),
  animation: z
    .union([z.string().max(64), z.object({ name: z.string().max(64) }).transform(({ name }) => name)])
    .optional(),
});

type Spawn = z.output<typeof spawn>;

const nameOf = (params: Spawn, otherwise: string): string => params.actor_id ?? params.id ?? otherwise;

const draw =
  (otherwise: string, standIn: string) =>
  ({ params, timing, span, draft }: Drawn<Spawn>): void => {
    const name = nameOf(params, otherwise);
    const asked = params.actor_type ?? params.type ?? params.kind;
    const kind = kindOf(asked ?? name) ?? (asked === undefined ? standIn : 'thing');
    if (asked !== undefined && kindOf(asked) === null) draft.warnings.push(`unknown_actor_type:${asked}`);
    const slots = ACTOR_KINDS[kind]?.colors ?? {};
    const [main] = Object.keys(slots);
    const plain = params.color === undefined || main === undefined ? {} : { [main]: params.color };
    const colors = Object.entries(params.colors).filter(([slot]) => Object.hasOwn(slots, slot));
    const bare = actorOf(name, kind, at(params.x, params.y), span);
    putActor(draft, {
      ...bare,
      label: params.label === undefined ? (kind === 'thing' ? (asked ?? name) : bare.label) : params.label,
      scale: ownScale(params.scale),
      rotation: params.rotation,
      opacity: appear(draft, name, params.opacity, timing.start_ms, span),
      colors: { ...plain, ...Object.fromEntries(colors) },
      facing: params.facing,
      animation: params.animation === undefined ? bare.animation : knownAnimation(draft, kind, params.animation),
    });
  };

/** Somebody who acts: a person where no kind is named. */
export const spawnCharacter = strokeRule({
  params: spawn,
  duration_ms: 0,
  paths: (params) => [`/actors/${escapeToken(nameOf(params, 'guide'))}`],
  draw: draw('guide', 'person'),
});

/** Something that stands there. */
export const spawnSceneActor = strokeRule({
  params: spawn,
  duration_ms: 0,
  paths: (params) => [`/actors/${escapeToken(nameOf(params, 'actor'))}`],
  draw: draw('actor', 'thing'),
});
