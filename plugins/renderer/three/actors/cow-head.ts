import { CatmullRomCurve3, Color, Group, Mesh, SphereGeometry, TubeGeometry, Vector3 } from 'three';
import { bar, bothSides, egg, flow } from '../field.ts';
import { type Brush, sculpt } from '../sculpt.ts';
import type { Workshop } from './form.ts';

/** Where the head hangs on the neck. */
const NAPE = [0.84, 0.46, 0] as const;

/** Skull, muzzle with nostrils, eyes, ears and horns. Turned to the viewer by itself. */
export function cowHead(workshop: Workshop, _hide: Brush) {
  const { palette, once } = workshop;
  const root = new Group();
  root.position.set(...NAPE);
  const head = new Group();
  root.add(head);

  const skin = palette.painted({ roughness: 0.82 });
  head.add(
    new Mesh(
      once('skull', () => skull(workshop)),
      skin,
    ),
  );
  for (const side of [-1, 1]) {
    head.add(eye(workshop, side), horn(workshop, side));
    const nostril = new Mesh(
      once('nostril', () => new SphereGeometry(0.03, 12, 10)),
      palette.paint('muzzle', { color: palette.color('muzzle', -0.65) }),
    );
    nostril.scale.set(0.5, 0.8, 1);
    nostril.position.set(0.452, -0.2, side * 0.075);
    nostril.rotation.set(0, side * -0.5, -0.5);
    head.add(nostril);
  }
  const ears = [-1, 1].map((side) => {
    const ear = new Group();
    ear.position.set(-0.03, 0.06, side * 0.17);
    const flap = new Mesh(
      once(`ear-${side}`, () => earFlap(workshop, side)),
      skin,
    );
    ear.add(flap);
    head.add(ear);
    return { ear, side };
  });
  root.traverse((part) => {
    part.castShadow = true;
  });

  return {
    root,
    turn: (clock: number, airborne: number, nod: number, pitch: number): void => {
      head.rotation.y = -0.42 + Math.sin(clock * 0.6) * 0.06 * (1 - airborne);
      head.rotation.z = 0.1 + Math.sin(clock * 0.9) * 0.03 + nod * 0.05 + airborne * 0.12 - pitch * 0.45;
      const blink = Math.max(0, 1 - Math.abs(((clock + 1.1) % 3.7) - 0.09) / 0.09);
      for (const lid of head.children) if (lid.name === 'eye') lid.scale.y = 1 - 0.88 * blink;
      for (const { ear, side } of ears) {
        const flick = Math.max(0, Math.sin(clock * 1.3 + side)) ** 12 * 0.4;
        ear.rotation.x = side * (-0.28 + flick + airborne * (0.45 + 0.12 * Math.sin(clock * 13)));
        ear.rotation.y = side * 0.35;
      }
    },
  };
}

function skull({ palette }: Workshop) {
  const [white, black, pink] = [palette.color('body'), palette.color('spots'), palette.color('muzzle')];
  const shape = flow(
    0.1,
    egg([0.02, 0.02, 0], [0.2, 0.2, 0.19]),
    bar([0.08, 0, 0], 0.17, [0.34, -0.16, 0], 0.125),
    egg([0.36, -0.19, 0], [0.115, 0.115, 0.155]),
    egg([0.3, -0.27, 0], [0.12, 0.07, 0.1]),
    egg([-0.03, 0.19, 0], [0.08, 0.07, 0.08]),
    bothSides(egg([0.1, 0.08, 0.13], [0.07, 0.055, 0.05])),
  );
  const mouth = bothSides(bar([0.46, -0.265, 0], 0.013, [0.28, -0.25, 0.14], 0.012));
  return sculpt(
    (x, y, z) => Math.max(shape(x, y, z), -mouth(x, y, z)),
    [-0.26, -0.4, -0.26],
    [0.54, 0.32, 0.26],
    0.02,
    (x, y, z, out) => {
      const muzzle = Math.hypot((x - 0.4) / 0.17, (y + 0.21) / 0.16, z / 0.24);
      // Black cheeks on both sides of a white blaze, and a pink nose.
      const blaze = Math.abs(z + 0.015) - 0.075 - Math.max(0, x - 0.05) * 0.12;
      out.copy(white).lerp(black, Math.min(1, Math.max(0, blaze / 0.016)));
      if (mouth(x, y, z) < 0.012) out.copy(pink).multiplyScalar(0.35);
      else out.lerp(pink, Math.min(1, Math.max(0, (1.02 - muzzle) / 0.1)));
    },
  );
}

function eye({ palette, once }: Workshop, side: number): Group {
  const group = new Group();
  group.name = 'eye';
  group.position.set(0.135, 0.075, side * 0.152);
  group.rotation.y = side * -0.72;
  const white = new Mesh(
    once('eyeball', () => new SphereGeometry(0.068, 20, 16)),
    palette.paint(new Color('#ffffff'), { roughness: 0.2 }),
  );
  white.scale.set(0.75, 1.08, 0.9);
  const pupil = new Mesh(
    once('pupil', () => new SphereGeometry(0.046, 18, 14)),
    palette.paint(new Color('#1c1210'), { roughness: 0.12 }),
  );
  pupil.scale.set(0.5, 1.1, 0.85);
  pupil.position.set(0.034, -0.004, 0);
  const glint = new Mesh(
    once('glint', () => new SphereGeometry(0.014, 10, 8)),
    palette.paint(new Color('#ffffff'), { emissive: new Color('#ffffff'), emissiveIntensity: 0.8 }),
  );
  glint.position.set(0.054, 0.022, 0.012);
  group.add(white, pupil, glint);
  return group;
}

function horn({ palette, once }: Workshop, side: number): Mesh {
  const geometry = once(`horn-${side}`, () => {
    const curve = new CatmullRomCurve3([
      new Vector3(-0.05, 0.15, side * 0.09),
      new Vector3(-0.06, 0.22, side * 0.2),
      new Vector3(-0.02, 0.31, side * 0.235),
      new Vector3(0.03, 0.385, side * 0.2),
    ]);
    const tube = new TubeGeometry(curve, 14, 0.042, 10, false);
    const position = tube.getAttribute('position');
    const point = new Vector3();
    for (let i = 0; i < position.count; i++) {
      const along = Math.floor(i / 11) / 14;
      const middle = curve.getPointAt(along);
      point
        .fromBufferAttribute(position, i)
        .sub(middle)
        .multiplyScalar(1 - along * 0.88)
        .add(middle);
      position.setXYZ(i, point.x, point.y, point.z);
    }
    return tube;
  });
  return new Mesh(geometry, palette.paint('horns', { roughness: 0.4 }));
}

/** A leaf-shaped ear that points sideways, pink inside. */
function earFlap({ palette }: Workshop, side: number) {
  const [outer, inner] = [palette.color('spots'), palette.color('muzzle')];
  const leaf = egg([0, 0, side * 0.13], [0.035, 0.08, 0.15]);
  const hollow = egg([0.05, 0, side * 0.135], [0.035, 0.06, 0.12]);
  return sculpt(
    (x, y, z) => Math.max(leaf(x, y, z), -hollow(x, y, z)),
    [-0.07, -0.12, side > 0 ? -0.05 : -0.32],
    [0.08, 0.12, side > 0 ? 0.32 : 0.05],
    0.015,
    (x, y, z, out) => {
      out.copy(hollow(x, y, z) < 0.012 ? inner : outer);
    },
  );
}
