import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { type Form, openEyes, type Placed, swing } from './form.ts';
import { paceOf, stepOf } from './gait.ts';
import { personParts } from './person-parts.ts';

export const person: Form = {
  shadow: 46,
  parts: personParts,
  pose: (actor: FrameActor): readonly Placed[] => {
    const { clock, animation } = actor.pose;
    const pace = paceOf(actor);
    const bob = Math.abs(swing(actor.pose.travelled / (110 * actor.scale), 1)) * 4 * pace;
    const trunk = joint(IDENTITY, 0, -4 - bob + swing(clock, 3) * 0.8, pace * 3);
    const leg = (x: number, phase: number, shade: number): readonly Placed[] => {
      const { hip, knee } = stepOf(actor, 110, phase, 28, phase === 0 ? -42 : 28);
      const thigh = joint(trunk, x, 42, hip);
      return [
        { part: 'shin', at: joint(thigh, 0, 39, knee), shade },
        { part: 'thigh', at: thigh, shade },
      ];
    };
    const arm = (x: number, phase: number, shade: number, waves: boolean): readonly Placed[] => {
      const { hip } = stepOf(actor, 110, phase, 30, -80);
      const upper = joint(trunk, x, -33, waves ? -132 + swing(clock, 2) * 4 : hip + (x < 0 ? 11 : -9));
      const fore = joint(upper, 0, 30, waves ? -34 + swing(clock, 0.8) * 24 : -14 - 18 * pace);
      return [
        { part: 'fore', at: fore, shade },
        { part: 'upper', at: upper, shade },
      ];
    };
    const head = joint(trunk, 1, -50, swing(clock, 4) * 2.4);
    const lid = openEyes(clock + 2) < 0.5 ? 'lid' : 'eye';
    return [
      ...arm(20, 0, 0.8, animation === 'wave'),
      ...leg(10, 0.5, 0.66),
      ...leg(-9, 0, 1),
      { part: 'torso', at: trunk },
      { part: 'head', at: head },
      { part: lid, at: joint(head, 3, -22) },
      { part: lid, at: joint(head, 22, -22, 0, 0.92) },
      ...arm(-20, 0.5, 1, false),
    ];
  },
};
