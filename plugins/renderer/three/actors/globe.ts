import { Color, Group, SphereGeometry } from 'three';
import { noise } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere, tint } from './parts.ts';

/** A world of seas, continents and polar ice under a thin veil of air. */
export function globe(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const tilt = joint(root);
  tilt.rotation.set(0.2, 0, -0.35);
  const [sea, deep, land, hills] = [
    palette.color('sea'),
    palette.color('sea', -0.4),
    palette.color('land'),
    palette.color('land', -0.35),
  ];
  const ice = new Color('#f3f7fb');
  const ball = once('world', () =>
    tint(new SphereGeometry(0.97, 128, 96), (x, y, z, out) => {
      const rise =
        noise(x * 1.9 + 5, y * 1.9, z * 1.9, 14) * 0.62 +
        noise(x * 4.4, y * 4.4, z * 4.4, 15) * 0.28 +
        noise(x * 11, y * 11, z * 11, 16) * 0.1;
      if (Math.abs(y) + rise * 0.16 > 0.95) out.copy(ice);
      else if (rise > 0.53) out.copy(land).lerp(hills, Math.min(1, (rise - 0.53) * 6));
      else out.copy(sea).lerp(deep, Math.min(1, (0.53 - rise) * 4));
    }),
  );
  const mesh = add(tilt, ball, palette.painted({ roughness: 0.6 }));
  const air = palette.paint(new Color('#bfe2ff'), { transparent: true, opacity: 0.12, depthWrite: false });
  add(root, sphere(workshop, true), air, [0, 0, 0], 1).castShadow = false;
  return {
    root,
    pose: ({ pose }) => {
      mesh.rotation.y = pose.animation === 'spin' ? pose.clock * 0.4 : 0;
    },
  };
}
