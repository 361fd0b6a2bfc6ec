import { Color, Group, LatheGeometry, Mesh, SphereGeometry, TorusGeometry, Vector2 } from 'three';
import type { Workshop } from './form.ts';

/** Outline of the bell from crown to lip: radius and height. */
const OUTLINE = [
  [0.0, 0.0], [0.045, -0.005], [0.062, -0.03], [0.07, -0.08], [0.082, -0.13], [0.1, -0.155], [0.085, -0.15], [0.06, -0.1],
].map(([r, y]) => new Vector2(r, y)); // biome-ignore format: a table of numbers

export function bellOnCollar({ palette, once }: Workshop) {
  const root = new Group();
  root.position.set(0.71, 0.31, 0);
  const collar = new Mesh(
    once('collar', () => new TorusGeometry(0.275, 0.034, 10, 40)),
    palette.paint(new Color('#b3262e')),
  );
  collar.rotation.set(0, Math.PI / 2, 0);
  collar.scale.set(0.92, 1.16, 1);
  const tilt = new Group();
  tilt.rotation.z = 0.55;
  tilt.add(collar);
  root.add(tilt);

  const swing = new Group();
  swing.position.set(0.17, -0.3, 0);
  swing.scale.setScalar(1.15);
  const brass = palette.paint(new Color('#e2a93b'), { roughness: 0.28, metalness: 0.85 });
  swing.add(
    new Mesh(
      once('bell', () => new LatheGeometry(OUTLINE, 24)),
      brass,
    ),
  );
  const clapper = new Mesh(
    once('clapper', () => new SphereGeometry(0.03, 10, 8)),
    brass,
  );
  clapper.position.y = -0.16;
  swing.add(clapper);
  root.add(swing);
  root.traverse((part) => {
    part.castShadow = true;
  });
  return {
    root,
    swing: (clock: number, airborne: number, walking: number): void => {
      swing.rotation.z = Math.sin(clock * 5) * (0.05 + 0.18 * walking) - airborne * (0.5 + 0.25 * Math.sin(clock * 11));
      swing.rotation.x = Math.sin(clock * 4.1) * 0.06;
    },
  };
}
