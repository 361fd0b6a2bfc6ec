import { z } from 'zod';
import { escapeToken } from '../../plan/pointer.ts';
import { id, length, points } from './fields.ts';
import { act, at, meetThing } from './stroke-draft.ts';
import { strokeRule } from './stroke-rule.ts';

const curve = z.union([z.enum(['line', 'spline', 'loop']), z.object({ bend: length })]);

/** Along `points`, or to `(x, y)`; the actor sets out from where it is. */
export const setActorMotion = strokeRule({
  params: z
    .object({
      actor_id: id,
      points: points.optional(),
      waypoints: points.optional(),
      x: length.optional(),
      y: length.optional(),
      curve: curve.default('spline'),
      loop: z.boolean().default(false),
    })
    .transform((params, context) => {
      const { x, y } = params;
      const ways = params.points ?? params.waypoints ?? (x === undefined || y === undefined ? [] : [{ x, y, z: 0 }]);
      if (ways.length === 0)
        context.addIssue({ code: 'custom', path: ['points'], message: 'at least one point, or x and y' });
      return { ...params, points: ways };
    }),
  duration_ms: 1_500,
  paths: ({ actor_id }) => [`/actors/${escapeToken(actor_id)}/motion`],
  draw({ params, timing, span, draft, stroke_id }) {
    meetThing(draft, params.actor_id);
    const { curve, loop } = params;
    const bend = typeof curve === 'string' ? 0 : curve.bend;
    const shape = loop ? 'loop' : typeof curve === 'string' ? curve : 'arc';
    const { duration_ms, ease } = timing;
    const through = params.points.map(({ x, y }) => at(x, y));
    const way = { through, curve: shape, bend, duration_ms, ease } as const;
    act(draft, stroke_id, timing.start_ms, { kind: 'move', target: params.actor_id, ...way }, span);
  },
});
