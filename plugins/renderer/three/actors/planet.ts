import { Group, RingGeometry, SphereGeometry } from 'three';
import { noise } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint, tint } from './parts.ts';

/** A banded giant with a ring, tilted. */
export function planet({ palette, once }: Workshop): Form {
  const root = new Group();
  const tilt = joint(root);
  tilt.rotation.set(-0.38, 0, 0.3);
  const [body, band, ring] = [palette.color('body'), palette.color('bands'), palette.color('ring')];
  const globe = once('globe', () =>
    tint(new SphereGeometry(0.68, 96, 72), (x, y, z, out) => {
      const swirl = noise(x * 3, y * 6, z * 3, 12) * 0.14;
      const stripe = Math.sin((y + swirl) * 19) * 0.5 + 0.5;
      out
        .copy(body)
        .lerp(band, stripe * 0.9)
        .multiplyScalar(0.92 + noise(x * 9, y * 30, z * 9, 13) * 0.16);
    }),
  );
  const mesh = add(tilt, globe, palette.painted({ roughness: 0.85 }));
  const disc = once('disc', () =>
    tint(new RingGeometry(0.82, 1.06, 96, 10).rotateX(-Math.PI / 2), (x, _y, z, out) => {
      const r = Math.hypot(x, z);
      out.copy(ring).multiplyScalar(r > 0.945 && r < 0.965 ? 0.25 : 0.7 + 0.3 * Math.sin(r * 60));
    }),
  );
  add(
    tilt,
    disc,
    palette.painted({ roughness: 0.9, side: 2, emissive: palette.color('ring'), emissiveIntensity: 0.16 }),
  );
  return {
    root,
    pose: ({ pose }) => {
      mesh.rotation.y = pose.animation === 'spin' ? pose.clock * 0.35 : 0;
    },
  };
}
