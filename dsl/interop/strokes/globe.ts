import { z } from 'zod';
import type { Span } from '../../diagnostics.ts';
import { id, length, within } from './fields.ts';
import { act, actorOf, appear, at, MIDDLE, ownScale, putActor, standing } from './stroke-draft.ts';
import { type Drawn, strokeRule } from './stroke-rule.ts';

/** The saucer has no kind of its own: a small rocket flies for it. */
const UFO = 'rocket';
const UFO_SCALE = 0.35;
const UFO_HEIGHT = 110;

const ship = (id: string, x: number, y: number, span: Span) => ({
  ...actorOf(id, UFO, at(x, y), span),
  scale: ownScale(UFO_SCALE),
});
const comes = (id: string, { draft, timing, span }: Drawn<unknown>) => appear(draft, id, 1, timing.start_ms, span);

const orbit = z.object({
  x: length.default(MIDDLE.x),
  y: length.default(MIDDLE.y),
  radius: within(1, 5_000).default(150),
  flatness: within(0, 1).default(0.4),
  turns: within(-100, 100).default(1),
  actor_id: id.default('ufo'),
});

/** A globe, and a ship that flies around it. */
export const orbitGlobe = strokeRule({
  params: orbit,
  duration_ms: 4_000,
  paths: ({ actor_id }) => ['/actors/globe', `/actors/${actor_id}`],
  draw(stroke) {
    const { params, timing, span, draft, stroke_id } = stroke;
    const { x, y, radius, flatness, turns, actor_id } = params;
    putActor(draft, { ...actorOf('globe', 'globe', at(x, y), span), opacity: comes('globe', stroke) });
    if (!standing(draft).has(actor_id))
      putActor(draft, { ...ship(actor_id, x + radius, y, span), opacity: comes(actor_id, stroke) });
    const { duration_ms, ease } = timing;
    const around = { kind: 'relative', of: 'globe', relation: 'at', offset: { x: 0, y: 0, z: 0 } } as const;
    const way = { around, radius, flatness, by: 360 * turns, duration_ms, ease } as const;
    act(draft, stroke_id, timing.start_ms, { kind: 'orbit', target: actor_id, ...way }, span);
  },
});

/** The ship comes down from above and stands. */
export const ufoLandingBeat = strokeRule({
  params: z.object({ actor_id: id.default('ufo'), x: length.default(MIDDLE.x), y: length.default(280) }),
  duration_ms: 2_400,
  paths: ({ actor_id }) => [`/actors/${actor_id}/motion`],
  draw({ params: { actor_id, x, y }, timing, span, draft, stroke_id }) {
    if (!standing(draft).has(actor_id)) putActor(draft, ship(actor_id, x, -UFO_HEIGHT, span));
    const { duration_ms, ease } = timing;
    const through = [at(x, y - UFO_HEIGHT), at(x, y)];
    const way = { through, curve: 'spline', bend: 0, duration_ms, ease } as const;
    act(draft, stroke_id, timing.start_ms, { kind: 'move', target: actor_id, ...way }, span);
  },
});
