import { Color, Group, Mesh, SphereGeometry } from 'three';
import { glowSprite, glowTexture } from '../glow.ts';
import { moonTextures } from '../moon-surface.ts';
import type { Form, Workshop } from './form.ts';

/** A cratered globe that glows by itself, with a halo behind it. */
export function moon({ palette, once }: Workshop): Form {
  const root = new Group();
  const { albedo, relief } = moonTextures(palette.color('body'), palette.color('craters'));
  const globe = new Mesh(
    once('globe', () => new SphereGeometry(0.75, 56, 40)),
    palette.paint(new Color('#6f7280'), {
      map: albedo,
      bumpMap: relief,
      bumpScale: 1.6,
      emissive: new Color('#fff6dc'),
      emissiveMap: albedo,
      emissiveIntensity: 0.78,
      roughness: 0.95,
    }),
  );
  globe.rotation.set(0.12, -1.75, 0.1);
  root.add(globe);

  const glow = glowTexture();
  const halos = [
    { size: 2.9, strength: 0.5 },
    { size: 6.2, strength: 0.24 },
  ].map(({ size, strength }) => {
    const halo = glowSprite(palette.color('halo'), glow);
    halo.scale.setScalar(size);
    halo.position.z = -0.75;
    root.add(halo);
    return { halo, size, strength };
  });

  return {
    root,
    pose: ({ pose, opacity }) => {
      const breath = pose.animation === 'none' ? 0 : Math.sin(pose.clock * 1.1);
      for (const { halo, size, strength } of halos) {
        halo.scale.setScalar(size * (1 + breath * 0.02));
        halo.material.opacity = strength * opacity * (1 + breath * 0.06);
      }
    },
  };
}
