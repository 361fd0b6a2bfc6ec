import { BoxGeometry, Color, CylinderGeometry, Group, TorusGeometry } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { hash } from '../noise.ts';
import { copies, type Stand } from './copies.ts';
import type { Form, Workshop } from './form.ts';
import { facingViewer } from './front.ts';
import { panel } from './panel.ts';
import { add, joint, sphere } from './parts.ts';

const UNITS = ['ports', 'drives', 'drives', 'vents', 'drives', 'drives'] as const;
const [WIDE, HIGH, TOP, FRONT] = [1.0, 0.28, 0.78, 0.4] as const;
const middle = (unit: number): number => TOP - unit * 0.306;
const unitsOf = (kind: (typeof UNITS)[number]): readonly number[] =>
  UNITS.flatMap((each, unit) => (each === kind ? [unit] : []));

const BAYS = unitsOf('drives').flatMap((unit) =>
  [0, 1, 2, 3].map((bay) => ({ x: -0.36 + bay * 0.195, y: middle(unit) })),
);
const PORTS = [0, 1, 2, 3, 4, 5].map((port) => ({ x: -0.38 + port * 0.115, y: middle(0) - 0.02 }));
/** Lamps in five companies that blink apart from one another; the last is amber. */
const COMPANIES = 5;
const LAMPS = [
  ...PORTS.map(({ x, y }) => [x, y + 0.1] as const),
  ...UNITS.flatMap((kind, unit) =>
    kind === 'ports' ? [] : [-0.05, 0.05].map((y) => [0.43, middle(unit) + y] as const),
  ),
];

/** A rack of servers: drive bays with handles, ports, vents, and lamps that blink as work comes in. */
export function server(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root);
  const rack = joint(turned, [0, 0, -0.12]);
  const frame = palette.paint('case', { roughness: 0.45, metalness: 0.4 });
  const plate = palette.paint('panel', { roughness: 0.4, metalness: 0.45 });
  const bright = palette.paint(palette.color('panel', 0.45), { roughness: 0.3, metalness: 0.6 });
  const dark = palette.paint(new Color('#0b0f16'), { roughness: 0.8 });
  // A cabinet that is open in front: sides, back, roof and floor.
  const side = once('side', () => new RoundedBoxGeometry(0.12, 2.1, 0.9, 3, 0.035));
  for (const x of [-0.58, 0.58]) add(rack, side, frame, [x, 0, 0]);
  const lid = once('lid', () => new RoundedBoxGeometry(1.28, 0.12, 0.92, 3, 0.035));
  for (const y of [-0.99, 0.99]) add(rack, lid, frame, [0, y, 0]);
  add(
    rack,
    once('back', () => new BoxGeometry(1.1, 1.96, 0.7)),
    dark,
    [0, 0, -0.05],
  );
  const slits = once('slits', () =>
    mergeGeometries(
      Array.from({ length: 14 }, (_, i) =>
        new RoundedBoxGeometry(0.012, 0.028, 0.5, 1, 0.005).translate(0, 0.62 - i * 0.07, 0),
      ),
    ),
  );
  for (const x of [-0.642, 0.642]) add(rack, slits, dark, [x, 0, 0]).castShadow = false;
  for (const x of [-0.46, 0.46])
    for (const z of [-0.3, 0.3])
      add(
        rack,
        once('foot', () => new CylinderGeometry(0.07, 0.09, 0.08, 16)),
        dark,
        [x, -1.07, z],
      );

  const face = once('faces', () =>
    copies(
      panel(WIDE, HIGH, 0.03, 0.1, 0.014),
      UNITS.map((_, unit): Stand => ({ at: [0, middle(unit), FRONT - 0.05] })),
    ),
  );
  add(rack, face, plate);
  const bays = once('bays', () =>
    copies(
      panel(0.178, 0.22, 0.02, 0.05, 0.012),
      BAYS.map(({ x, y }): Stand => ({ at: [x, y, FRONT + 0.005] })),
    ),
  );
  add(rack, bays, plate);
  const grilles = once('grilles', () =>
    copies(
      new BoxGeometry(0.1, 0.014, 0.01),
      BAYS.flatMap(({ x, y }) => [0.07, 0.035, 0].map((dy): Stand => ({ at: [x - 0.015, y + dy, FRONT + 0.029] }))),
    ),
  );
  add(rack, grilles, dark).castShadow = false;
  const handles = once('handles', () =>
    copies(
      new RoundedBoxGeometry(0.13, 0.03, 0.04, 2, 0.012),
      BAYS.map(({ x, y }): Stand => ({ at: [x, y - 0.065, FRONT + 0.035] })),
    ),
  );
  add(rack, handles, bright);
  const ports = once('ports', () =>
    copies(
      new BoxGeometry(0.09, 0.085, 0.02),
      PORTS.map(({ x, y }): Stand => ({ at: [x, y, FRONT] })),
    ),
  );
  add(rack, ports, dark).castShadow = false;
  const holes = once('holes', () =>
    copies(
      new CylinderGeometry(0.019, 0.019, 0.01, 8).rotateX(Math.PI / 2),
      unitsOf('vents').flatMap((unit) =>
        Array.from({ length: 52 }, (_, i): Stand => {
          const row = Math.floor(i / 13);
          return { at: [-0.42 + (i % 13) * 0.062 + (row % 2) * 0.03, middle(unit) + 0.08 - row * 0.053, FRONT] };
        }),
      ),
    ),
  );
  add(rack, holes, dark).castShadow = false;
  const screws = once('screws', () =>
    copies(
      new CylinderGeometry(0.016, 0.016, 0.02, 6).rotateX(Math.PI / 2),
      UNITS.flatMap((_, unit) =>
        [-1, 1].flatMap((s) => [-1, 1].map((t): Stand => ({ at: [s * 0.478, middle(unit) + t * 0.1, FRONT] }))),
      ),
    ),
  );
  add(rack, screws, bright).castShadow = false;

  const lights = Array.from({ length: COMPANIES }, (_, company) => {
    const color = company === COMPANIES - 1 ? new Color('#ffb02e') : palette.color('lights').offsetHSL(0, 0.1, -0.16);
    const light = palette.paint(color.clone().multiplyScalar(0.12), { emissive: color, roughness: 0.3 });
    const lamps = once(`lamps ${company}`, () =>
      copies(
        sphere(workshop).clone().scale(0.029, 0.029, 0.02),
        LAMPS.flatMap(([x, y], i): Stand[] => (i % COMPANIES === company ? [{ at: [x, y, FRONT + 0.008] }] : [])),
      ),
    );
    add(rack, lamps, light).castShadow = false;
    return light;
  });
  const power = palette.paint(palette.color('lights', -0.7), {
    emissive: palette.color('lights'),
    emissiveIntensity: 0.9,
  });
  add(
    rack,
    once('power', () => new TorusGeometry(0.042, 0.012, 10, 28)),
    power,
    [0.4, middle(0), FRONT + 0.004],
  ).castShadow = false;
  return {
    root,
    pose: ({ pose: { animation, clock, heading } }) => {
      turned.rotation.y = facingViewer(heading, 0.42);
      for (const [company, light] of lights.entries()) {
        // With each beat a company may be dark; between beats it eases over.
        const beat = clock * (2.2 + hash(company, 1) * 3);
        const on = (of: number): number => (hash(Math.max(0, Math.floor(of)), company + 7) > 0.42 ? 0.95 : 0.05);
        const share = Math.min(1, (beat % 1) * 5);
        light.emissiveIntensity = animation === 'blink' ? on(beat - 1) + (on(beat) - on(beat - 1)) * share : 0.75;
      }
    },
  };
}
