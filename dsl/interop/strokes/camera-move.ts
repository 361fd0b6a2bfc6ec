import { z } from 'zod';
import type { Place } from '../../check/model.ts';
import { id, length, within } from './fields.ts';
import { act, at, meetThing, tell } from './stroke-draft.ts';
import { type Drawn, strokeRule } from './stroke-rule.ts';

/** `frame` brings the camera to `x`, `y`, `zoom`, `roll` and `angle` exactly, those of them that are said. */
const MOVES = ['frame', 'push-in', 'pull-out', 'pan', 'follow', 'orbit', 'roll', 'shake', 'reset'] as const;
type Move = (typeof MOVES)[number];

/** Words of v1 clients for the same. */
const SAME: Readonly<Record<string, Move>> = {
  zoom: 'push-in',
  'zoom-in': 'push-in',
  dolly: 'push-in',
  'dolly-in': 'push-in',
  'zoom-out': 'pull-out',
  'dolly-out': 'pull-out',
  track: 'follow',
  'slow-orbit': 'orbit',
  'glide-orbit': 'orbit',
  arc: 'orbit',
  static: 'reset',
  still: 'reset',
};

const AMOUNT: Readonly<Record<Move, number>> = {
  frame: 1,
  'push-in': 1.25,
  'pull-out': 1.25,
  pan: 0,
  follow: 0.5,
  orbit: 20,
  roll: 5,
  shake: 4,
  reset: 0,
};

/** `zoom` is the factor of push-in and pull-out, `amount` the figure of the others: degrees, pixels or a share. */
const camera = z
  .object({
    move: z.string().max(40).optional(),
    type: z.string().max(40).optional(),
    mode: z.string().max(40).optional(),
    target: id.optional(),
    actor_id: id.optional(),
    x: length.optional(),
    y: length.optional(),
    zoom: within(0.1, 10).optional(),
    roll: within(-3_600, 3_600).optional(),
    angle: within(-3_600, 3_600).optional(),
    amount: within(-3_600, 3_600).optional(),
  })
  .transform((params, context) => {
    const word = (params.move ?? params.type ?? params.mode ?? 'push-in').toLowerCase().replaceAll('_', '-');
    const move = MOVES.find((each) => each === word) ?? SAME[word];
    if (move === undefined)
      context.addIssue({ code: 'custom', path: ['move'], message: `one of ${MOVES.join(', ')}, not "${word}"` });
    return { ...params, move: move ?? 'reset', target: params.target ?? params.actor_id };
  });

export const setCameraMove = strokeRule({
  params: camera,
  duration_ms: 1_500,
  paths: () => ['/camera/motion'],
  draw(stroke) {
    const { params, timing, span, draft, stroke_id } = stroke;
    const { move, target, x, y } = params;
    if (target !== undefined) meetThing(draft, target);
    const place: Place | null =
      target !== undefined
        ? { kind: 'relative', of: target, relation: 'at', offset: { x: 0, y: 0, z: 0 } }
        : x !== undefined && y !== undefined
          ? at(x, y)
          : null;
    tell(draft, span, '/camera/motion', { move, start_ms: timing.start_ms, duration_ms: timing.duration_ms });
    if (move === 'frame') {
      frame(place, stroke);
      return;
    }
    const amount = params.amount ?? params.zoom ?? AMOUNT[move];
    const { duration_ms, ease, start_ms } = timing;
    act(draft, stroke_id, start_ms, { kind: 'camera', move, target: place, amount, duration_ms, ease }, span);
  },
});

function frame(place: Place | null, { params, timing, span, draft, stroke_id }: Drawn<z.output<typeof camera>>): void {
  const { zoom, roll, angle } = params;
  const to = { focus: place ?? undefined, zoom, roll, angle };
  for (const [property, value] of Object.entries(to)) {
    if (value === undefined) continue;
    const { start_ms, duration_ms, ease } = timing;
    const deed = { kind: 'change', target: 'camera', property, to: value, duration_ms, ease } as const;
    act(draft, `${stroke_id}-${property}`, start_ms, deed, span);
  }
}
