import { type BufferGeometry, Group, type Shape, SphereGeometry } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { hash, noise } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint, sphere, tint } from './parts.ts';

/** The section of the wave, from its back over the lip that falls and through the barrel to its foot. */
function section(pen: Shape): void {
  pen.moveTo(-2.1, -0.78);
  pen.bezierCurveTo(-1.68, -0.7, -1.2, -0.4, -0.76, 0.14);
  pen.bezierCurveTo(-0.44, 0.54, 0, 0.74, 0.52, 0.72);
  pen.bezierCurveTo(0.96, 0.7, 1.28, 0.46, 1.3, 0.14);
  pen.bezierCurveTo(1.32, -0.08, 1.16, -0.22, 0.98, -0.2);
  pen.bezierCurveTo(1.08, -0.08, 1.04, 0.1, 0.86, 0.18);
  pen.bezierCurveTo(0.6, 0.28, 0.4, 0.02, 0.44, -0.26);
  pen.bezierCurveTo(0.5, -0.56, 1.04, -0.66, 1.46, -0.6);
  pen.bezierCurveTo(1.72, -0.58, 1.96, -0.68, 2.1, -0.78);
}

/** Where foam lies along the lip, and how thick. */
const LIP = [[0.1, 0.7, 0.1], [0.35, 0.74, 0.13], [0.6, 0.72, 0.15], [0.84, 0.64, 0.16], [1.04, 0.5, 0.17], [1.2, 0.32, 0.17], [1.26, 0.1, 0.16], [1.2, -0.1, 0.14], [1.08, -0.22, 0.12]] as const; // biome-ignore format: a table
const FOOT = [[0.6, -0.6, 0.1], [0.85, -0.62, 0.12], [1.1, -0.62, 0.13], [1.4, -0.62, 0.11], [1.7, -0.66, 0.09]] as const; // biome-ignore format: a table
const DEPTH = 1.3;

function foamed(): BufferGeometry {
  const puffs: BufferGeometry[] = [];
  for (const [row, list] of [LIP, FOOT].entries())
    for (const [at, [x, y, r]] of list.entries())
      for (let across = 0; across < 9; across++) {
        const seed = row * 1000 + at * 31 + across;
        const size = r * (0.6 + 0.6 * hash(seed, 41));
        const z = ((across + hash(seed, 42)) / 9 - 0.5) * DEPTH;
        const puff = new SphereGeometry(size, 12, 8).scale(1, 0.8, 1.1);
        puffs.push(puff.translate(x + (hash(seed, 43) - 0.5) * 0.12, y + (hash(seed, 44) - 0.5) * 0.1, z));
      }
  return mergeGeometries(puffs);
}

const DROPS = 22;

/** A breaking wave that rolls, with foam on its lip and spray before it. */
export function wave(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const body = joint(root);
  body.rotation.y = -0.34;
  const [deep, water, thin] = [palette.color('water', -0.45), palette.color('water'), palette.color('water', 0.5)];
  const swell = once('swell', () =>
    tint(puffed(section, DEPTH, 0.06), (x, y, z, out) => {
      const high = Math.min(1, Math.max(0, (y + 0.8) / 1.5));
      out
        .copy(deep)
        .lerp(water, Math.min(1, high * 1.6))
        .lerp(thin, Math.max(0, high - 0.45) * 1.2);
      const streak = noise(x * 1.4 + y * 2.6, y * 5 - x * 2.2, z * 2, 45);
      out.lerp(thin, Math.max(0, streak - 0.62) * 1.4);
    }),
  );
  add(body, swell, palette.painted({ roughness: 0.18, metalness: 0.05 })).receiveShadow = true;
  const white = palette.paint('foam', { roughness: 0.95 });
  const foam = joint(body);
  add(foam, once('foam', foamed), white).castShadow = false;
  const drops = Array.from({ length: DROPS }, (_, at) => {
    const drop = add(body, sphere(workshop), white, [0, 0, 0], 0.03);
    drop.castShadow = false;
    return { drop, at };
  });
  return {
    root,
    pose: ({ pose: { animation, clock } }) => {
      const live = animation === 'none' ? 0 : 1;
      const heave = Math.sin(clock * 1.96) * live;
      body.position.set(heave * 0.07, heave * 0.03, 0);
      body.scale.set(1, 1 + heave * 0.05, 1);
      body.rotation.z = Math.sin(clock * 1.96 + 1.2) * 0.02 * live;
      foam.position.y = Math.sin(clock * 3.9) * 0.015 * live;
      for (const { drop, at } of drops) {
        const t = (clock * 0.7 + hash(at, 46)) % 1;
        drop.visible = live > 0;
        drop.position.set(
          1.18 + hash(at, 47) * 0.2 + t * 0.4,
          0.25 + hash(at, 48) * 0.4 + t * 0.7 - t * t * 1.2,
          (hash(at, 49) - 0.5) * DEPTH,
        );
        drop.scale.setScalar((0.014 + 0.026 * hash(at, 50)) * Math.min(1, t * 6) * Math.min(1, (1 - t) * 4));
      }
    },
  };
}
