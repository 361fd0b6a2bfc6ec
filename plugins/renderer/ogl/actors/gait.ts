import type { FrameActor, Pose } from '../../../../dsl/index.ts';
import { smooth } from '../paint/noise.ts';

export interface Step {
  readonly hip: number;
  readonly knee: number;
}

/** How fast it walks, 0–1; standing and flying things do not. */
export const paceOf = (actor: FrameActor): number =>
  smooth(Math.abs(actor.pose.vx) / (50 * Math.max(0.1, actor.scale))) * (1 - smooth(actor.pose.airborne));

/**
 * Angles of a walking leg in degrees, clockwise, from the way covered: feet do not slide. `phase` 0–1 says when in the
 * stride of `stride` units this leg swings forward; in flight it is stretched to `flight` degrees.
 */
export function stepOf(actor: FrameActor, stride: number, phase: number, reach: number, flight: number): Step {
  const turn = (actor.pose.travelled / (stride * Math.max(0.1, actor.scale)) + phase) * Math.PI * 2;
  const pace = paceOf(actor);
  const up = smooth(actor.pose.airborne);
  return {
    hip: -Math.sin(turn) * reach * pace * (1 - up) + flight * up,
    knee: Math.max(0, Math.cos(turn)) * reach * 1.3 * pace * (1 - up) + Math.abs(flight) * 0.6 * up,
  };
}

/** How steeply its way leads down, degrees; a thing that hardly moves does not look down. */
export const slopeOf = ({ vx, vy }: Pick<Pose, 'vx' | 'vy'>): number =>
  (Math.atan2(vy, Math.max(80, Math.abs(vx))) * 180) / Math.PI;

/** Nose up while it rises, down while it falls. */
export const pitchOf = (actor: FrameActor): number => {
  return Math.max(-32, Math.min(32, slopeOf(actor.pose))) * 0.6 * smooth(actor.pose.airborne);
};
