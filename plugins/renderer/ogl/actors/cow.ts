import type { FrameActor } from '../../../../dsl/index.ts';
import { type Affine, IDENTITY, joint } from '../paint/affine.ts';
import { smooth } from '../paint/noise.ts';
import { cowParts } from './cow-parts.ts';
import { type Form, openEyes, type Placed, swing } from './form.ts';
import { slopeOf } from './gait.ts';

interface Leg {
  readonly x: number;
  readonly phase: number;
  readonly front: boolean;
  readonly far: boolean;
}

const LEGS: readonly Leg[] = [
  { x: -52, phase: 0.5, front: false, far: true },
  { x: 50, phase: 0, front: true, far: true },
  { x: -66, phase: 0, front: false, far: false },
  { x: 36, phase: 0.5, front: true, far: false },
];

/** Pixels that one turn of all four feet covers. */
const STRIDE = 120;

/** Hip and knee in degrees, clockwise: walking, and folded or stretched out in flight. */
function legAngles(leg: Leg, actor: FrameActor): readonly [hip: number, knee: number] {
  const { pose } = actor;
  const pace = smooth(Math.abs(pose.vx) / (60 * actor.scale)) * (1 - pose.airborne);
  const turn = (pose.travelled / (STRIDE * actor.scale) + leg.phase) * Math.PI * 2;
  const walkHip = -Math.sin(turn) * 24 * pace;
  const walkKnee = Math.max(0, Math.cos(turn)) * (leg.front ? 34 : 26) * pace;
  const fall = smooth((pose.vy + 120) / 420);
  const flight = leg.front ? [-58 + 8 * fall, 92 - 78 * fall] : [46 - 66 * fall, 26 + 34 * fall];
  const up = smooth(pose.airborne);
  const spread = leg.far ? 7 : 0;
  return [walkHip + ((flight[0] ?? 0) - walkHip + spread) * up, walkKnee + ((flight[1] ?? 0) - walkKnee) * up];
}

function pose(actor: FrameActor): readonly Placed[] {
  const { clock, airborne, vx, vy } = actor.pose;
  const up = smooth(airborne);
  const moving = smooth(Math.abs(vx) / 60);
  const pitch = Math.max(-34, Math.min(34, slopeOf(actor.pose))) * 0.62 * up;
  const bob = -Math.abs(swing(actor.pose.travelled / (STRIDE * actor.scale), 1)) * 3 * moving * (1 - up);
  const breath = 1 + swing(clock, 3.2) * 0.012 * (1 - up);
  const trunk = joint(IDENTITY, -6, bob, pitch, 1, breath);
  const legs = LEGS.map((leg) => {
    const [hip, knee] = legAngles(leg, actor);
    const thighAt = joint(trunk, leg.x, 26 - (leg.far ? 4 : 0), hip);
    const shinAt = joint(thighAt, 0, 31, knee);
    const shade = leg.far ? 0.7 : 1;
    return {
      leg,
      parts: [
        { part: 'shin', at: shinAt, shade },
        { part: leg.front || leg.far ? 'thigh' : 'haunch', at: thighAt, shade },
      ],
    };
  });
  const far = legs.filter(({ leg }) => leg.far).flatMap(({ parts }) => parts);
  const near = legs.filter(({ leg }) => !leg.far).flatMap(({ parts }) => parts);
  const nod = swing(clock, 2.6, 0.2) * 2.4 * (1 - up) - 10 * up * smooth((60 - vy) / 200) + 6 * up - pitch * 0.35;
  const neckAt = joint(trunk, 66, -30, nod * 0.5);
  const headAt: Affine = joint(neckAt, 6, -26, nod);
  const flap = 16 * up + swing(clock, 1.7) * 5;
  const lids = openEyes(clock + 1.1);
  const wag = swing(clock, 1.9) * 14 + 44 * up - 6;
  return [
    { part: 'tail', at: joint(trunk, -84, -26, wag + 8) },
    ...far,
    { part: 'udder', at: joint(trunk, -36, 42, swing(clock, 1.4) * 2) },
    { part: 'body', at: trunk },
    ...near,
    { part: 'neck', at: neckAt },
    { part: 'horn', at: joint(headAt, 34, -40, 24, -1, 1), shade: 0.86 },
    { part: 'ear', at: joint(headAt, 44, -30, 16 - flap, -0.86, 0.86), shade: 0.88 },
    { part: 'bell', at: joint(neckAt, 0, 16, swing(clock, 1.1) * 7 - pitch * 0.6) },
    { part: 'head', at: headAt },
    { part: 'horn', at: joint(headAt, 4, -40, -14) },
    { part: 'ear', at: joint(headAt, -4, -30, -18 + flap) },
    { part: lids < 0.45 ? 'closedEye' : 'eye', at: joint(headAt, 17, -17, 0, 1, lids < 0.45 ? 1 : lids) },
    { part: lids < 0.45 ? 'closedEye' : 'eye', at: joint(headAt, 38, -18, 0, 0.9, lids < 0.45 ? 0.95 : 0.95 * lids) },
  ];
}

export const cow: Form = {
  shadow: 105,
  parts: cowParts,
  pose,
};
