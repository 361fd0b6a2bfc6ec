import { CatmullRomCurve3, Group, TubeGeometry, Vector3 } from 'three';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere } from './parts.ts';

const PETALS = 9;

/** A daisy on a bent stem with two leaves; it sways from the root. */
export function flower(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const plant = joint(root, [0, -0.6, 0]);
  const green = palette.paint('stem', { roughness: 0.8 });
  const stem = once('stem', () => {
    const curve = new CatmullRomCurve3([new Vector3(0, 0, 0), new Vector3(0.04, 0.4, 0), new Vector3(0, 0.86, 0)]);
    return new TubeGeometry(curve, 16, 0.022, 10);
  });
  add(plant, stem, green);
  for (const side of [-1, 1]) {
    add(plant, sphere(workshop), green, [side * 0.13, 0.26 + side * 0.06, 0], [0.14, 0.045, 0.05], [0, 0, side * 0.6]);
  }
  const head = joint(plant, [0, 0.88, 0]);
  head.rotation.x = 0.25;
  const petals = palette.paint('petals', { roughness: 0.6 });
  for (let i = 0; i < PETALS; i++) {
    const spoke = joint(head);
    spoke.rotation.z = (i / PETALS) * Math.PI * 2;
    add(spoke, sphere(workshop), petals, [0, 0.2, 0], [0.085, 0.14, 0.03], [0.28, 0, 0]);
  }
  add(head, sphere(workshop), palette.paint('center', { roughness: 0.9 }), [0, 0, 0.035], [0.115, 0.115, 0.07]);
  return {
    root,
    pose: ({ pose }) => {
      const wind = pose.animation === 'none' ? 0 : pose.clock;
      plant.rotation.z = Math.sin(wind * 1.7) * 0.07;
      head.rotation.z = Math.sin(wind * 1.7 - 0.6) * 0.1;
    },
  };
}
