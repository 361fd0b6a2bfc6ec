import { z } from 'zod';
import type { Place } from '../../check/model.ts';
import { EFFECTS } from '../../check/vocabulary/effects.ts';
import { escapeToken } from '../../plan/pointer.ts';
import { boxPoint } from '../../plan/value-schemas.ts';
import { color, id, length, point, within } from './fields.ts';
import { act, at, meetThing, type StrokeDraft, tell } from './stroke-draft.ts';
import { type Drawn, strokeRule } from './stroke-rule.ts';

const BALL = 'bouncing_ball';
/** v1's four effects, and ours under their own names. */
const SAME: Readonly<Record<string, string>> = {
  bubble_emitter: 'bubbles',
  caustic_pattern: 'caustics',
  water_shimmer: 'shimmer',
};

const fx = z
  .object({
    fx_id: id.optional(),
    kind: z.string().max(64).optional(),
    type: z.string().max(64).optional(),
    target: id.optional(),
    actor_id: id.optional(),
    x: length.default(360),
    y: length.default(240),
    relation: z.enum(['at', 'above', 'below', 'left-of', 'right-of', 'inside', 'in-front-of', 'behind']).default('at'),
    /** Of the target's box: shares from its upper left corner. */
    part: boxPoint.optional(),
    offset: point.default({ x: 0, y: 0, z: 0 }),
    count: within(0, 500).transform(Math.round).optional(),
    color: color.nullable().default(null),
    within: id.nullable().default(null),
  })
  .transform((params, context) => {
    const kind = params.kind ?? params.type ?? params.fx_id ?? 'bubble_emitter';
    const effect = SAME[kind] ?? kind;
    if (kind !== BALL && !Object.hasOwn(SAME, kind) && !Object.hasOwn(EFFECTS, effect)) {
      const message = `there is no effect "${kind.slice(0, 40)}": ${[...Object.keys(SAME), BALL, ...Object.keys(EFFECTS)].join(', ')}`;
      context.addIssue({ code: 'custom', path: ['kind'], message });
    }
    return { ...params, kind, effect, fx_id: params.fx_id ?? kind, target: params.target ?? params.actor_id };
  });

type Fx = z.output<typeof fx>;

const LIGHT_PLAYS = new Set(['caustics', 'shimmer']);

export const emitFx = strokeRule({
  params: fx,
  duration_ms: 4_000,
  paths: ({ fx_id }) => [`/fx/${escapeToken(fx_id)}`],
  draw(stroke) {
    if (stroke.params.kind === BALL) return bounce(stroke);
    const { params, timing, span, draft } = stroke;
    const { effect, color, within } = params;
    if (within !== null) meetThing(draft, within);
    const count = params.count ?? (LIGHT_PLAYS.has(effect) ? 1 : 24);
    const deed = { kind: 'emit', fx: effect, from: sourceOf(params, draft), within, count, color } as const;
    act(draft, params.fx_id, timing.start_ms, { ...deed, duration_ms: timing.duration_ms }, span);
    tell(draft, span, `/fx/${escapeToken(params.fx_id)}`, { kind: params.kind });
  },
});

function sourceOf({ target, part, x, y, relation, offset }: Fx, draft: StrokeDraft): Place {
  if (target === undefined) return at(x, y);
  meetThing(draft, target);
  return { kind: 'relative', of: target, ...(part ? { part } : {}), relation, offset };
}

/** The ball bounces on the words of the written lines, wherever in the list of strokes they stand. */
function bounce({ params, timing, draft }: Drawn<Fx>): void {
  const { start_ms, duration_ms } = timing;
  const path = `/fx/${escapeToken(params.fx_id)}`;
  draft.ball = true;
  draft.direct.push({ op: 'add', path, value: { kind: BALL, start_ms, duration_ms }, at_ms: start_ms });
}
