import { Group, Mesh } from 'three';
import { bellOnCollar } from './cow-bell.ts';
import { cowHead } from './cow-head.ts';
import { cowHide, cowTorso, SPOTTED } from './cow-hide.ts';
import { cowLeg, type Leg } from './cow-leg.ts';
import { cowTail } from './cow-tail.ts';
import type { Form, Workshop } from './form.ts';

/** Phases of the feet in a walk: left hind, left fore, right hind, right fore. */
const GAIT = { hindNear: 0, foreNear: 0.25, hindFar: 0.5, foreFar: 0.75 } as const;
const STRIDE = 1.5;

/**
 * A dairy cow: one smooth body of muscle under a spotted hide, jointed legs, a head that nods, a tail that swings.
 * She stands a quarter turned to the viewer, so that both eyes can be seen.
 */
export function cow(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = new Group();
  turned.rotation.y = -0.3;
  root.add(turned);
  const body = new Group();
  turned.add(body);

  const hide = palette.painted({ roughness: 0.85 });
  const torso = new Mesh(
    once('torso', () => cowTorso(palette)),
    hide,
  );
  torso.name = SPOTTED;
  body.add(torso);

  const legs: Record<keyof typeof GAIT, Leg> = {
    hindNear: cowLeg(workshop, hide, 'hind', 0.21),
    hindFar: cowLeg(workshop, hide, 'hind', -0.21),
    foreNear: cowLeg(workshop, hide, 'fore', 0.2),
    foreFar: cowLeg(workshop, hide, 'fore', -0.2),
  };
  for (const leg of Object.values(legs)) body.add(leg.root);
  const head = cowHead(workshop, cowHide(palette));
  body.add(head.root);
  const tail = cowTail(workshop, hide);
  body.add(tail.root);
  const bell = bellOnCollar(workshop);
  body.add(bell.root);

  return {
    root,
    pose: ({ pose, scale, facing }) => {
      const { clock, airborne, animation } = pose;
      const moving = animation === 'none' ? 0 : 1;
      const speed = Math.hypot(pose.vx, pose.vy);
      const walking = Math.min(1, speed / 60) * (1 - airborne);
      const cycle = pose.travelled / (100 * STRIDE * Math.max(0.1, scale));
      const forward = pose.vx * facing >= 0 ? 1 : -1;
      const climb = Math.atan2(-pose.vy, Math.max(60, Math.abs(pose.vx))) * forward;
      const pitch = airborne * climb * 0.62;
      const breath = Math.sin(clock * 1.7) * 0.006 * moving;

      body.rotation.z = pitch;
      body.position.y = Math.abs(Math.sin(cycle * Math.PI * 2)) * 0.025 * walking;
      torso.scale.set(1, 1 + breath, 1 + breath * 2);
      for (const name of Object.keys(GAIT) as (keyof typeof GAIT)[]) {
        legs[name].swing((cycle + GAIT[name]) * Math.PI * 2, walking, airborne, climb);
      }
      head.turn(clock * moving, airborne, walking * Math.sin(cycle * Math.PI * 4), pitch);
      tail.swing(clock * moving, airborne);
      bell.swing(clock * moving, airborne, walking);
    },
  };
}
