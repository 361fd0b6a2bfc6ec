import { Color, ConeGeometry, Group, TorusGeometry } from 'three';
import { glowSprite } from '../glow.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere } from './parts.ts';

const RAYS = 14;

/** A glowing ball with a friendly face in a wheel of rays. */
export function sun(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = palette.paint(palette.color('body', -0.65), {
    emissive: palette.color('body'),
    emissiveIntensity: 0.95,
    roughness: 1,
  });
  const rays = palette.paint(palette.color('rays', -0.65), {
    emissive: palette.color('rays'),
    emissiveIntensity: 0.95,
    roughness: 1,
  });
  add(root, sphere(workshop, true), body, [0, 0, 0], 0.5).castShadow = false;
  const ink = palette.paint(new Color('#5a2f0a'), { roughness: 0.5 });
  const blush = palette.paint(palette.color('rays'), {
    emissive: palette.color('rays', -0.2),
    emissiveIntensity: 0.7,
    transparent: true,
    opacity: 0.6,
  });
  const smile = once('smile', () => new TorusGeometry(0.15, 0.018, 8, 24, Math.PI * 0.8));
  add(root, smile, ink, [0, -0.06, 0.47], 1, [0.12, 0, Math.PI * 1.1]).castShadow = false;
  for (const side of [-1, 1]) {
    add(root, sphere(workshop), ink, [side * 0.16, 0.08, 0.465], [0.036, 0.052, 0.02]).castShadow = false;
    add(root, sphere(workshop), blush, [side * 0.27, -0.06, 0.42], [0.07, 0.05, 0.02], [0, side * 0.5, 0]).castShadow =
      false;
  }
  const wheel = joint(root);
  for (let i = 0; i < RAYS; i++) {
    const spoke = joint(wheel);
    spoke.rotation.z = (i / RAYS) * Math.PI * 2;
    const cone = once('ray', () => new ConeGeometry(0.085, 0.2, 12));
    add(spoke, cone, rays, [0, i % 2 === 0 ? 0.68 : 0.64, 0], [1, i % 2 === 0 ? 1.15 : 0.8, 0.5]).castShadow = false;
  }
  const halo = glowSprite(palette.color('rays', 0.3));
  halo.scale.setScalar(6.5);
  halo.position.z = -0.5;
  root.add(halo);
  return {
    root,
    pose: ({ pose, opacity }) => {
      wheel.rotation.z = pose.clock * 0.15;
      wheel.scale.setScalar(1 + Math.sin(pose.clock * 1.6) * 0.03);
      halo.material.opacity = 0.95 * opacity;
    },
  };
}
