import {
  BoxGeometry,
  type BufferGeometry,
  CatmullRomCurve3,
  Color,
  CylinderGeometry,
  Group,
  TubeGeometry,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere } from './parts.ts';

const DECK = -0.45;
const TOP = 1.0;
const TOWER_X = 1.4;
const END_X = 2.8;
const SIDE_Z = 0.3;

/** Height of the main cable at x, as it hangs between towers and banks: parabolas. */
function cableAt(x: number): number {
  const far = Math.abs(x);
  if (far <= TOWER_X) return DECK + 0.2 + (TOP - DECK - 0.2) * (far / TOWER_X) ** 2;
  const t = (far - TOWER_X) / (END_X - TOWER_X);
  return DECK + 0.04 + (TOP - DECK - 0.04) * (1 - t) ** 2;
}

/** The deck rises a little towards its middle. */
const deckAt = (x: number): number => DECK + 0.08 * (1 - (x / END_X) ** 2);

const steps = (from: number, to: number, step: number): number[] =>
  Array.from({ length: Math.floor((to - from) / step + 1e-6) + 1 }, (_, at) => from + at * step);

function ropes(): BufferGeometry {
  const parts: BufferGeometry[] = [];
  for (const z of [-SIDE_Z, SIDE_Z]) {
    const line = steps(-END_X, END_X, 0.1).map((x) => new Vector3(x, cableAt(x), z));
    parts.push(new TubeGeometry(new CatmullRomCurve3(line), 112, 0.028, 8));
    for (const x of steps(-2.66, 2.66, 0.14)) {
      const high = cableAt(x) - deckAt(x);
      if (high > 0.03) parts.push(new CylinderGeometry(0.007, 0.007, high, 5).translate(x, deckAt(x) + high / 2, z));
    }
  }
  return mergeGeometries(parts);
}

function road(): BufferGeometry {
  const parts: BufferGeometry[] = [];
  const slices = steps(-END_X, END_X - 0.14, 0.14);
  for (const x of slices) {
    const middle = x + 0.07;
    const slope = Math.atan2(deckAt(x + 0.14) - deckAt(x), 0.14);
    parts.push(new BoxGeometry(0.15, 0.1, 0.7).rotateZ(slope).translate(middle, deckAt(middle) - 0.05, 0));
    for (const z of [-0.34, 0.34]) {
      parts.push(new BoxGeometry(0.15, 0.025, 0.025).rotateZ(slope).translate(middle, deckAt(middle) + 0.11, z));
      parts.push(new BoxGeometry(0.018, 0.12, 0.018).translate(middle, deckAt(middle) + 0.05, z));
      parts.push(new BoxGeometry(0.16, 0.02, 0.02).rotateZ(0.7).translate(middle, deckAt(middle) - 0.16, z * 0.9));
      parts.push(new BoxGeometry(0.15, 0.03, 0.03).translate(middle, deckAt(middle) - 0.22, z * 0.9));
    }
  }
  return mergeGeometries(parts);
}

function pylons(): BufferGeometry {
  const parts: BufferGeometry[] = [];
  for (const x of [-TOWER_X, TOWER_X]) {
    for (const z of [-SIDE_Z, SIDE_Z]) {
      parts.push(new BoxGeometry(0.17, 1.75, 0.14).translate(x, TOP - 0.8, z));
      parts.push(new BoxGeometry(0.24, 0.08, 0.2).translate(x, TOP + 0.1, z));
    }
    for (const y of [TOP - 0.06, 0.52, 0.08]) parts.push(new BoxGeometry(0.13, 0.13, SIDE_Z * 2).translate(x, y, 0));
  }
  return mergeGeometries(parts);
}

/** A suspension bridge: two towers, cables that hang as they would, and a deck with rails and lamps. */
export function bridge(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root, [0, 0, -0.3]);
  turned.rotation.y = -0.2;
  add(turned, once('pylons', pylons), palette.paint('towers', { roughness: 0.55, metalness: 0.15 })).receiveShadow =
    true;
  add(turned, once('road', road), palette.paint('deck', { roughness: 0.8 })).receiveShadow = true;
  add(turned, once('ropes', ropes), palette.paint('cables', { roughness: 0.45, metalness: 0.4 }));
  const piers = once('piers', () =>
    mergeGeometries(
      [-TOWER_X, TOWER_X].map((x) =>
        new CylinderGeometry(0.4, 0.52, 0.46, 4)
          .rotateY(Math.PI / 4)
          .scale(0.75, 1, 1.15)
          .translate(x, -0.87, 0),
      ),
    ),
  );
  add(turned, piers, palette.paint(palette.color('deck', -0.25), { roughness: 0.95 }));
  const lamp = palette.paint(new Color('#f4ecd8'), { roughness: 0.5 });
  palette.atDusk(lamp, 1.4);
  const beacon = palette.paint(new Color('#a02a20'));
  palette.atDusk(beacon, 4);
  for (const x of steps(-2.52, 2.52, 0.56))
    add(turned, sphere(workshop), lamp, [x, deckAt(x) + 0.17, 0.34], 0.034).castShadow = false;
  for (const x of [-TOWER_X, TOWER_X])
    add(turned, sphere(workshop), beacon, [x, TOP + 0.18, SIDE_Z], 0.04).castShadow = false;
  return { root, pose: () => undefined };
}
