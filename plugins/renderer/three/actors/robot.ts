import { Color, Group } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import type { Form, Workshop } from './form.ts';
import { add, joint, limb, sphere, tube } from './parts.ts';

/** A friendly tin robot with glowing eyes. */
export function robot(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root);
  body.rotation.y = -0.9;
  const tin = palette.paint('body', { roughness: 0.35, metalness: 0.55 });
  const iron = palette.paint('joints', { roughness: 0.5, metalness: 0.5 });
  const light = palette.paint('eyes', { emissive: palette.color('eyes'), emissiveIntensity: 1 });
  const rounded = (name: string, x: number, y: number, z: number, r: number) =>
    once(name, () => new RoundedBoxGeometry(x, y, z, 4, r));
  add(body, rounded('chest', 0.5, 0.66, 0.72, 0.1), tin, [0, 0.02, 0]);
  add(body, rounded('panel', 0.05, 0.3, 0.44, 0.02), iron, [0.245, 0.08, 0]);
  for (const [i, color] of ['#e5484d', '#ffd166', '#4fa35b'].entries()) {
    const button = palette.paint(new Color(color), { emissive: new Color(color), emissiveIntensity: 0.4 });
    add(body, sphere(workshop), button, [0.27, 0.08, (i - 1) * 0.13], 0.04);
  }
  const head = joint(body, [0, 0.68, 0]);
  add(body, tube(workshop, 0.09, 0.09), iron, [0, 0.4, 0], [1, 0.14, 1]);
  add(head, rounded('head', 0.44, 0.42, 0.56, 0.12), tin);
  add(head, rounded('visor', 0.06, 0.22, 0.46, 0.03), iron, [0.2, 0.02, 0]);
  for (const side of [-1, 1]) {
    add(head, sphere(workshop), light, [0.225, 0.03, side * 0.12], [0.03, 0.07, 0.07]);
    add(head, tube(workshop, 0.07, 0.07), iron, [0, 0, side * 0.3], [1, 0.08, 1], [Math.PI / 2, 0, 0]);
  }
  add(head, tube(workshop, 0.015, 0.02), iron, [0, 0.3, 0], [1, 0.2, 1]);
  add(head, sphere(workshop), light, [0, 0.42, 0], 0.05);
  const legs = [-1, 1].map((side) => {
    const hip = joint(body, [0, -0.32, side * 0.18]);
    add(hip, limb(workshop, 0.075, 0.28), iron);
    const knee = joint(hip, [0, -0.34, 0]);
    add(knee, limb(workshop, 0.085, 0.26), tin);
    add(knee, rounded('foot', 0.38, 0.15, 0.24, 0.06), tin, [0.05, -0.41, 0]);
    return { hip, knee, side };
  });
  const arms = [-1, 1].map((side) => {
    const shoulder = joint(body, [0, 0.25, side * 0.43]);
    add(shoulder, sphere(workshop), iron, [0, 0, 0], 0.1);
    add(shoulder, limb(workshop, 0.07, 0.26), tin, [0, -0.04, side * 0.03]);
    const elbow = joint(shoulder, [0, -0.36, side * 0.03]);
    add(elbow, limb(workshop, 0.065, 0.22), tin);
    add(elbow, sphere(workshop), iron, [0, -0.3, 0], 0.09);
    return { shoulder, elbow, side };
  });
  return {
    root,
    pose: ({ pose, scale }) => {
      const { clock, animation, airborne } = pose;
      const live = animation === 'none' ? 0 : 1;
      const walking = Math.min(1, Math.hypot(pose.vx, pose.vy) / 40) * (1 - airborne);
      const cycle = (pose.travelled / (110 * Math.max(0.1, scale))) * Math.PI * 2;
      body.position.y = Math.sin(clock * 2) * 0.01 * live - Math.abs(Math.sin(cycle)) * 0.02 * walking;
      for (const { hip, knee, side } of legs) {
        hip.rotation.z = Math.sin(cycle) * side * 0.45 * walking + airborne * 0.6;
        knee.rotation.z = -Math.max(0, Math.cos(cycle) * side) * 0.6 * walking - airborne * 0.9;
      }
      for (const { shoulder, elbow, side } of arms) {
        const waving = animation === 'wave' && side > 0 ? 1 : 0;
        shoulder.rotation.set(side * (-0.1 - airborne) - waving * 2.5, 0, -Math.sin(cycle) * side * 0.4 * walking);
        elbow.rotation.set(waving * Math.sin(clock * 7) * 0.5, 0, 0.25 * (1 - waving));
      }
      head.rotation.y = Math.sin(clock * 0.8) * 0.25 * live;
      light.emissiveIntensity = 1 + Math.sin(clock * 3) * 0.2 * live;
    },
  };
}
