import {
  BoxGeometry,
  Color,
  CylinderGeometry,
  Group,
  LatheGeometry,
  type Object3D,
  TorusGeometry,
  Vector2,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { hash } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint, sphere, tube } from './parts.ts';

const [DRIVER, WHEEL] = [0.23, 0.15] as const;
const RAIL = -0.69;
const HALF = 0.36;
const CRANK = 0.11;
const PUFFS = 9;

/** A wheel with spokes and a rim that runs on the rail, `r` units, looking along z. */
const spoked = (r: number, spokes: number) => () =>
  mergeGeometries([
    new TorusGeometry(r * 0.9, r * 0.1, 10, 36).toNonIndexed(),
    new CylinderGeometry(r * 0.2, r * 0.2, 0.09, 18).rotateX(Math.PI / 2).toNonIndexed(),
    ...Array.from({ length: spokes }, (_, at) =>
      new BoxGeometry(r * 1.7, r * 0.13, 0.03).rotateZ((at / spokes) * Math.PI).toNonIndexed(),
    ),
  ]);

/** A rounded block `width` × `height`, `depth` thick, around the origin. */
const block = (width: number, height: number, depth: number, corner: number) => () =>
  puffed(
    (pen) => {
      const [x, y] = [width / 2, height / 2];
      pen.moveTo(-x + corner, -y);
      pen.lineTo(x - corner, -y);
      pen.quadraticCurveTo(x, -y, x, -y + corner);
      pen.lineTo(x, y - corner);
      pen.quadraticCurveTo(x, y, x - corner, y);
      pen.lineTo(-x + corner, y);
      pen.quadraticCurveTo(-x, y, -x, y - corner);
      pen.lineTo(-x, -y + corner);
      pen.quadraticCurveTo(-x, -y, -x + corner, -y);
    },
    depth,
    0.02,
  );

/** A vaulted roof over `width` × `depth`. */
const vault = (width: number, depth: number, high: number) => () =>
  new CylinderGeometry(1, 1, width, 40, 1, false, 0, Math.PI).rotateZ(Math.PI / 2).scale(1, high, depth / 2);

interface Metals {
  readonly body: ReturnType<Workshop['palette']['paint']>;
  readonly roof: Metals['body'];
  readonly trim: Metals['body'];
  readonly iron: Metals['body'];
  readonly glass: Metals['body'];
}

function windowsOn(
  { once }: Workshop,
  parent: Object3D,
  { trim, glass }: Metals,
  xs: readonly number[],
  y: number,
): void {
  const frame = once('frame', block(0.33, 0.37, 0.02, 0.07));
  const pane = once('pane', block(0.26, 0.3, 0.02, 0.05));
  for (const side of [-1, 1])
    for (const x of xs) {
      add(parent, frame, trim, [x, y, side * HALF]).castShadow = false;
      add(parent, pane, glass, [x, y, side * (HALF + 0.014)]).castShadow = false;
    }
}

function carriage(workshop: Workshop, parent: Object3D, metals: Metals): Group {
  const { once } = workshop;
  const { body, roof, trim, iron } = metals;
  const group = joint(parent);
  add(group, once('frame-carriage', block(1.9, 0.12, 0.56, 0.03)), iron, [-1.06, -0.4, 0]);
  add(group, once('coach', block(2.0, 0.8, HALF * 2 - 0.04, 0.08)), body, [-1.06, 0.02, 0]).receiveShadow = true;
  add(group, once('coach roof', vault(2.1, HALF * 2 + 0.1, 0.2)), roof, [-1.06, 0.4, 0]);
  const line = once('coach line', () => new BoxGeometry(2.0, 0.045, HALF * 2 + 0.02));
  for (const y of [-0.16, 0.37]) add(group, line, trim, [-1.06, y, 0]).castShadow = false;
  windowsOn(workshop, group, metals, [-1.82, -1.44, -1.06, -0.68, -0.3], 0.11);
  return group;
}

function engine(workshop: Workshop, parent: Object3D, metals: Metals): Group {
  const { palette, once } = workshop;
  const { body, roof, trim, iron } = metals;
  const group = joint(parent);
  add(group, once('frame-engine', block(1.74, 0.14, 0.5, 0.03)), iron, [1.04, -0.38, 0]);
  add(group, once('cab', block(0.62, 0.8, HALF * 2 - 0.04, 0.06)), body, [0.51, 0.06, 0]).receiveShadow = true;
  add(group, once('cab roof', vault(0.8, HALF * 2 + 0.12, 0.17)), roof, [0.51, 0.45, 0]);
  windowsOn(workshop, group, metals, [0.51], 0.2);
  const along = [0, 0, Math.PI / 2] as const;
  add(group, tube(workshop, 1, 1), body, [1.22, -0.01, 0], [0.29, 0.8, 0.29], along);
  add(group, tube(workshop, 1, 1), iron, [1.72, -0.01, 0], [0.3, 0.32, 0.3], along);
  add(group, sphere(workshop, true), iron, [1.87, -0.01, 0], [0.07, 0.28, 0.28]);
  add(group, sphere(workshop), trim, [1.94, -0.01, 0], [0.03, 0.05, 0.05]);
  for (const x of [0.92, 1.22, 1.53]) add(group, tube(workshop, 1, 1), trim, [x, -0.01, 0], [0.3, 0.05, 0.3], along);
  const stack = once(
    'stack',
    () =>
      new LatheGeometry(
        [
          [0.1, 0.2],
          [0.09, 0.46],
          [0.15, 0.58],
          [0.17, 0.68],
          [0.14, 0.69],
          [0.11, 0.6],
        ].map(([r = 0, y = 0]) => new Vector2(r, y)),
        32,
      ),
  );
  add(group, stack, iron, [1.6, 0, 0]);
  add(
    group,
    once('lip', () => new TorusGeometry(0.16, 0.028, 10, 32).rotateX(Math.PI / 2)),
    trim,
    [1.6, 0.68, 0],
  );
  add(group, sphere(workshop, true), trim, [1.2, 0.29, 0], [0.14, 0.17, 0.14]);
  add(group, sphere(workshop), trim, [0.98, 0.3, 0], [0.05, 0.12, 0.05]);
  const lamp = palette.paint(new Color('#fff3c4'), { emissive: new Color('#ffe9a0'), emissiveIntensity: 0.25 });
  palette.atDusk(lamp, 4);
  add(group, tube(workshop, 1, 1), trim, [1.92, 0.24, 0], [0.085, 0.14, 0.085], along);
  add(group, sphere(workshop), lamp, [1.99, 0.24, 0], [0.03, 0.075, 0.075]).castShadow = false;
  add(group, once('buffer', block(0.08, 0.16, 0.66, 0.02)), palette.paint(new Color('#b23a30')), [1.9, -0.36, 0]);
  const bars = once('catcher', () =>
    mergeGeometries(
      Array.from({ length: 7 }, (_, at) => {
        const across = (at - 3) / 3;
        return new BoxGeometry(0.3, 0.035, 0.035).rotateZ(-0.85).translate(-Math.abs(across) * 0.07, 0, across * 0.3);
      }),
    ),
  );
  add(group, bars, trim, [2.0, -0.53, 0]);
  for (const side of [-1, 1])
    add(group, tube(workshop, 1, 1), trim, [1.62, -0.33, side * 0.33], [0.09, 0.34, 0.09], along);
  return group;
}

/** A steam locomotive with its carriage: the wheels turn by the way it goes, rods and all. */
export function train(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root, [0, 0, -0.2]);
  turned.rotation.y = -0.4;
  turned.scale.setScalar(0.97);
  const glass = palette.paint('windows', { roughness: 0.15 });
  palette.atDusk(glass, 1.1);
  const metals: Metals = {
    body: palette.paint('body', { roughness: 0.35, metalness: 0.15 }),
    roof: palette.paint('roof', { roughness: 0.6 }),
    trim: palette.paint('trim', { roughness: 0.35, metalness: 0.45 }),
    iron: palette.paint('wheels', { roughness: 0.5, metalness: 0.25 }),
    glass,
  };
  const coach = carriage(workshop, turned, metals);
  const loco = engine(workshop, turned, metals);
  add(
    turned,
    once('coupling', () => new BoxGeometry(0.4, 0.06, 0.12)),
    metals.iron,
    [0.06, -0.38, 0],
  );

  const steel = palette.paint(new Color('#8d96a3'), { roughness: 0.4, metalness: 0.55 });
  const small = once('wheel', spoked(WHEEL, 3));
  const large = once('driver', spoked(DRIVER, 4));
  const dark = palette.paint(palette.color('wheels', -0.2), { roughness: 0.8 });
  const wheelAt = (x: number, side: number, r: number): Group => {
    const wheel = joint(turned, [x, RAIL + r, side * 0.31]);
    add(wheel, r === DRIVER ? large : small, steel);
    add(wheel, tube(workshop, 1, 1), dark, [0, 0, -side * 0.02], [r * 0.86, 0.02, r * 0.86], [Math.PI / 2, 0, 0]);
    return wheel;
  };
  const sides = [-1, 1] as const;
  const runners = [-1.82, -1.46, -0.68, -0.32, 1.42, 1.74].flatMap((x) => sides.map((side) => wheelAt(x, side, WHEEL)));
  const drivers = [0.58, 1.06].flatMap((x) => sides.map((side) => wheelAt(x, side, DRIVER)));
  const bright = palette.paint(new Color('#c8ced8'), { roughness: 0.3, metalness: 0.6 });
  const rods = sides.map((side) => ({
    rod: add(
      turned,
      once('rod', () => new BoxGeometry(0.6, 0.055, 0.03)),
      bright,
      [0, 0, side * 0.385],
    ),
    piston: add(
      turned,
      once('piston', () => new BoxGeometry(0.52, 0.035, 0.025).translate(0.26, 0, 0)),
      bright,
      [0, 0, side * 0.41],
    ),
    lag: side > 0 ? 0 : Math.PI / 2,
  }));

  const steam = palette.paint('steam', { roughness: 1, emissive: palette.color('steam'), emissiveIntensity: 0.12 });
  const puffs = Array.from({ length: PUFFS }, (_, at) => {
    const puff = joint(turned);
    for (const [x, y, z, r] of [
      [0, 0, 0, 1],
      [0.7, 0.1, 0.3, 0.7],
      [-0.6, -0.1, 0.4, 0.75],
      [0.1, 0.5, -0.3, 0.7],
    ] as const)
      add(puff, sphere(workshop), steam, [x, y, z], r).castShadow = false;
    return { puff, at };
  });

  return {
    root,
    pose: ({ pose: { animation, clock, travelled, vx, heading }, scale }) => {
      const size = Math.max(0.1, scale);
      const way = travelled / (100 * size);
      for (const wheel of runners) wheel.rotation.z = -way / WHEEL;
      for (const wheel of drivers) wheel.rotation.z = -way / DRIVER;
      for (const { rod, piston, lag } of rods) {
        const angle = -way / DRIVER + lag;
        const [x, y] = [Math.cos(angle) * CRANK, RAIL + DRIVER + Math.sin(angle) * CRANK];
        rod.position.x = 0.82 + x;
        rod.position.y = y;
        piston.position.x = 1.06 + x;
        piston.position.y = y;
        piston.rotation.z = Math.atan2(-0.33 - y, 0.56 - x);
      }
      const speed = Math.min(1, Math.abs(vx) / 80);
      loco.position.y = Math.sin(clock * 20) * 0.006 * speed;
      coach.position.y = Math.sin(clock * 17 + 2) * 0.006 * speed;
      const behind = Math.min(1.4, (vx * Math.sign(heading || 1) * 0.005) / size);
      for (const { puff, at } of puffs) {
        const age = clock * 0.42 + at / PUFFS;
        const t = age % 1;
        const round = Math.floor(age);
        puff.visible = animation !== 'none';
        puff.position.set(
          1.6 - t * (0.4 + behind) + (hash(at + round * 17, 92) - 0.5) * 0.25 * t,
          0.74 + t * 0.85,
          (hash(at + round * 17, 93) - 0.5) * 0.3 * t,
        );
        puff.rotation.set(0, at + age, at * 2 + age * 0.6);
        puff.scale.setScalar(Math.max(0.001, (0.07 + t * 0.17) * Math.min(1, t * 8) * Math.min(1, (1 - t) * 3)));
      }
    },
  };
}
