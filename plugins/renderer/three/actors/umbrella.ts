import {
  BufferAttribute,
  BufferGeometry,
  CatmullRomCurve3,
  Color,
  ConeGeometry,
  CylinderGeometry,
  DoubleSide,
  Group,
  TorusGeometry,
  TubeGeometry,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere } from './parts.ts';

const PANELS = 8;
/** Radius and height of the canopy, the height of its hem, and how far around its arc goes. */
const [WIDE, HIGH, HEM, ARC] = [0.82, 0.7, 0.04, 1.38] as const;
const [ACROSS, DOWN] = [10, 16] as const;

/** A point of the canopy: `around` in panels, `down` from the tip to the hem, both as shares; cloth sags between ribs. */
function cloth(around: number, down: number): Vector3 {
  const angle = (around / PANELS) * Math.PI * 2;
  const sag = Math.sin((around % 1) * Math.PI) * down;
  const r = ((WIDE * Math.sin(down * ARC)) / Math.sin(ARC)) * (1 - 0.075 * sag);
  const y = HEM + (HIGH * (Math.cos(down * ARC) - Math.cos(ARC))) / (1 - Math.cos(ARC)) + 0.075 * sag * down;
  return new Vector3(Math.sin(angle) * r, y, Math.cos(angle) * r);
}

/** One panel of cloth between two ribs. */
function panelOf(panel: number): BufferGeometry {
  const positions: number[] = [];
  for (let j = 0; j <= DOWN; j++)
    for (let i = 0; i <= ACROSS; i++) {
      // The last column lies on the next rib, where nothing sags.
      const at = cloth(panel + Math.min(i / ACROSS, 1 - 1e-6), Math.max(0.002, j / DOWN));
      positions.push(at.x, at.y, at.z);
    }
  const index: number[] = [];
  for (let j = 0; j < DOWN; j++)
    for (let i = 0; i < ACROSS; i++) {
      const a = j * (ACROSS + 1) + i;
      const b = a + ACROSS + 1;
      index.push(a, b, a + 1, b, b + 1, a + 1);
    }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setIndex(index);
  geometry.computeVertexNormals();
  return geometry;
}

const bent = (points: readonly Vector3[], r: number): TubeGeometry =>
  new TubeGeometry(new CatmullRomCurve3([...points]), 18, r, 6);

/** An open umbrella: striped panels between ribs, stretchers, a shaft and a wooden crook to hold it by. */
export function umbrella(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const held = joint(root, [0, -0.6, 0]);
  const whole = joint(held, [0, 0.6, 0]);
  const canopy = joint(whole);
  const every = Array.from({ length: PANELS }, (_, i) => i);
  for (const [slot, odd] of [
    ['canopy', 0],
    ['stripe', 1],
  ] as const) {
    const panels = once(slot, () => mergeGeometries(every.filter((i) => i % 2 === odd).map(panelOf)));
    add(canopy, panels, palette.paint(palette.color(slot, odd ? -0.12 : -0.24), { roughness: 0.92, side: DoubleSide }));
  }
  const steel = palette.paint(new Color('#b9bfc9'), { roughness: 0.3, metalness: 0.7 });
  const brass = palette.paint(new Color('#c9a23e'), { roughness: 0.3, metalness: 0.6 });
  const ribs = once('ribs', () =>
    mergeGeometries(
      every.flatMap((rib) => {
        const along = [0.05, 0.3, 0.55, 0.8, 0.99].map((down) => cloth(rib, down).multiplyScalar(0.985));
        const stay = cloth(rib, 0.52).multiplyScalar(0.975);
        return [
          bent(along, 0.009),
          bent(
            [
              new Vector3(0, 0.12, 0),
              stay
                .clone()
                .multiplyScalar(0.5)
                .setY((stay.y + 0.12) / 2),
              stay,
            ],
            0.007,
          ),
        ];
      }),
    ),
  );
  add(canopy, ribs, steel);
  const seams = once('seams', () =>
    mergeGeometries(
      every.map((rib) =>
        bent(
          [0.02, 0.3, 0.55, 0.8, 1].map((down) => cloth(rib, down).multiplyScalar(1.004)),
          0.008,
        ),
      ),
    ),
  );
  add(canopy, seams, palette.paint(palette.color('canopy', -0.45), { roughness: 0.9 })).castShadow = false;
  for (const rib of every) {
    const { x, y, z } = cloth(rib, 1);
    add(canopy, sphere(workshop), brass, [x, y - 0.01, z], 0.019);
  }
  add(
    whole,
    once('shaft', () => new CylinderGeometry(0.024, 0.024, 1.26, 16)),
    steel,
    [0, 0.17, 0],
  );
  add(
    whole,
    once('slide', () => new CylinderGeometry(0.042, 0.042, 0.09, 16)),
    brass,
    [0, 0.12, 0],
  );
  add(
    whole,
    once('ferrule', () => new ConeGeometry(0.026, 0.16, 16)),
    brass,
    [0, 0.79, 0],
  );
  const wood = palette.paint('handle', { roughness: 0.42 });
  add(
    whole,
    once('grip', () => new CylinderGeometry(0.044, 0.044, 0.3, 20)),
    wood,
    [0, -0.52, 0],
  );
  add(
    whole,
    once('crook', () => new TorusGeometry(0.12, 0.044, 14, 28, Math.PI).rotateZ(Math.PI)),
    wood,
    [0.12, -0.67, 0],
  );
  add(whole, sphere(workshop), wood, [0.24, -0.665, 0], 0.046);
  add(
    whole,
    once('collar', () => new CylinderGeometry(0.05, 0.05, 0.04, 20)),
    brass,
    [0, -0.38, 0],
  );
  return {
    root,
    pose: ({ pose: { animation, clock } }) => {
      const t = animation === 'sway' ? clock : 0;
      // Held by its crook, tipped a little towards the viewer.
      held.rotation.set(0.14, 0, -0.1 + Math.sin(t * 1.75) * 0.09);
      canopy.rotation.y = -0.3 + Math.sin(t * 0.9) * 0.16;
      canopy.scale.set(1, 1 + Math.sin(t * 3.5) * 0.012, 1);
    },
  };
}
