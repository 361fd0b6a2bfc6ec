import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { smooth } from '../paint/noise.ts';
import { type Form, openEyes, type Placed, swing } from './form.ts';
import { paceOf, pitchOf } from './gait.ts';
import { horseParts } from './horse-parts.ts';

/** Where a leg is set on, and when in the turn of all four it swings forward: walking, and in a gallop. */
const LEGS = [
  { x: -44, walk: 0.5, gallop: 0.08, front: false, far: true },
  { x: 54, walk: 0, gallop: 0.52, front: true, far: true },
  { x: -58, walk: 0, gallop: 0, front: false, far: false },
  { x: 42, walk: 0.5, gallop: 0.42, front: true, far: false },
] as const;

/** Units that one turn of all four feet covers, and seconds of one when it gallops on the spot. */
const STRIDE = 190;
const GALLOP_S = 0.56;
/** Units a second at which a walk becomes a gallop. */
const RUNS = [170, 330] as const;

interface Stride {
  /** Turns of all four feet so far. */
  readonly turn: number;
  /** 0 stands, 1 goes. */
  readonly pace: number;
  /** 0 walks, 1 gallops. */
  readonly run: number;
}

function strideOf(actor: FrameActor): Stride {
  const { animation, clock, vx, travelled, airborne } = actor.pose;
  if (animation === 'gallop') return { turn: clock / GALLOP_S, pace: 1, run: 1 };
  const size = Math.max(0.1, actor.scale);
  const run = smooth((Math.abs(vx) / size - RUNS[0]) / (RUNS[1] - RUNS[0])) * (1 - smooth(airborne));
  return { turn: travelled / (STRIDE * size), pace: paceOf(actor), run };
}

function posed(actor: FrameActor): readonly Placed[] {
  const { clock, airborne, animation } = actor.pose;
  const live = animation === 'none' ? 0 : 1;
  const up = smooth(airborne);
  const { turn, pace, run } = strideOf(actor);
  const rock = swing(turn, 1, 0.1) * run * pace;
  const bob = Math.abs(swing(turn, 1)) * 3 * pace * (1 - run) + (1 + swing(turn, 1, 0.35)) * 6 * run * pace;
  const trunk = joint(IDENTITY, -14, -4 - bob, pitchOf(actor) + rock * 5, 1, 1 + swing(clock, 3.4) * 0.008 * live);
  const legs = LEGS.map(({ x, walk, gallop, front, far }) => {
    const angle = (turn + walk + (gallop - walk) * run) * Math.PI * 2;
    const reach = 24 + 20 * run;
    const hip = -Math.sin(angle) * reach * pace * (1 - up) + (front ? -46 : 40) * up;
    const bend = Math.max(0, Math.cos(angle)) * reach * 1.7 * pace * (1 - up) + (front ? 78 : 24) * up;
    const thigh = joint(trunk, x, 14 - (far ? 3 : 0), hip - (front ? 0 : 5));
    const shade = far ? 0.72 : 1;
    return {
      far,
      parts: [
        { part: 'shin', at: joint(thigh, front ? 0 : -3, 44, bend + (front ? 0 : 6)), shade },
        { part: front ? 'arm' : 'thigh', at: thigh, shade },
      ],
    };
  });
  const nod = swing(clock, 3.1) * 2.2 * live + swing(turn, 1, 0.25) * (3 * pace + 5 * run) + 10 * run * pace - 6 * up;
  const neck = joint(trunk, 54, -14, nod);
  const head = joint(neck, 32, -62, 34 - nod * 0.6 - 12 * run * pace + swing(clock, 4.3) * 2 * live);
  const stream = Math.max(run * pace, up);
  const flick = Math.max(0, swing(clock, 3.7)) ** 8 * 14 * live;
  const lid = openEyes(clock + 0.7) < 0.5 ? 'lid' : 'eye';
  return [
    { part: 'tail', at: joint(trunk, -76, -22, swing(clock, 2.3) * 8 * live + 42 * stream + swing(turn, 1) * 6 * run) },
    ...legs.filter(({ far }) => far).flatMap(({ parts }) => parts),
    { part: 'body', at: trunk },
    ...legs.filter(({ far }) => !far).flatMap(({ parts }) => parts),
    { part: 'ear', at: joint(head, 6, -18, -14, 0.9), shade: 0.74 },
    { part: 'neck', at: neck },
    { part: 'head', at: head },
    { part: 'mane', at: joint(neck, 0, 0, 6 * stream + swing(clock, 2.6) * 1.2 * live + swing(turn, 0.5) * 3 * run) },
    { part: 'ear', at: joint(head, -4, -17, -22 - flick) },
    { part: 'forelock', at: joint(head, 4, -18, 10 * stream) },
    { part: lid, at: joint(head, 17, -7, -20) },
  ];
}

/** A horse that walks, and gallops once it is fast enough or is told to. */
export const horse: Form = { shadow: 100, parts: horseParts, pose: posed };
