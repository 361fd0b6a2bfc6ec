import { Group, PlaneGeometry } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { letter } from '../lettering.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint } from './parts.ts';

const ROOM = 1.44;

/** Anything without a form of its own: a rounded card with its name. */
export function thing({ palette, once, actor }: Workshop): Form {
  const root = new Group();
  const card = joint(root);
  add(
    card,
    once('rim', () => new RoundedBoxGeometry(1.8, 1.8, 0.22, 6, 0.1)),
    palette.paint('trim', { roughness: 0.4 }),
  );
  add(
    card,
    once('face', () => new RoundedBoxGeometry(1.62, 1.62, 0.22, 6, 0.09)),
    palette.paint('body', { roughness: 0.5 }),
    [0, 0, 0.03],
  );
  const name = actor.label ?? (actor.kind === 'thing' ? actor.id : actor.kind);
  const written = letter(name.replace(/[-_]+/g, ' ').slice(0, 40), {
    size: 64,
    weight: 900,
    color: '#ffffff',
    outline: 'rgba(20, 12, 60, 0.55)',
    density: 2,
  });
  const width = Math.min(ROOM, (written.width / 64) * 0.42);
  const plane = once('plane', () => new PlaneGeometry(1, 1));
  const ink = palette.paint(palette.color('body', 1), {
    map: written.texture,
    transparent: true,
    depthWrite: false,
    emissive: palette.color('body', 1),
    emissiveMap: written.texture,
    emissiveIntensity: 0.5,
    premultipliedAlpha: true,
  });
  add(card, plane, ink, [0, 0, 0.146], [width, (width * written.height) / written.width, 1]).castShadow = false;
  return {
    root,
    pose: ({ pose }) => {
      const t = pose.animation === 'none' ? 0 : pose.clock;
      // The writing stays readable whichever way the card is said to look.
      card.rotation.y =
        ((1 - pose.heading) / 2) * Math.PI + Math.sin(t * 0.9) * 0.22 * (pose.animation === 'none' ? 0 : 1);
      card.rotation.z = Math.sin(t * 0.7) * 0.03;
      card.position.y = Math.sin(t * 1.4) * 0.06;
    },
  };
}
