import {
  BufferGeometry,
  Color,
  ConeGeometry,
  DoubleSide,
  Float32BufferAttribute,
  Group,
  LatheGeometry,
  type Object3D,
  Vector2,
} from 'three';
import { bar, egg, flow } from '../field.ts';
import { noise } from '../noise.ts';
import { type Brush, sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { add, eye, joint, limb, sphere, tube } from './parts.ts';

/** From the shoulder: joints of the wing's arm and the ends of its fingers, outwards and back. */
const FINGERS = [[-0.62, 1.02], [-0.96, 0.66], [-0.82, 0.26], [-0.5, -0.02]] as const; // biome-ignore format: a table
const ELBOW = [-0.1, 0.52] as const;
const PLATES = [[-0.58, 0.02, 0.15], [-0.36, 0.17, 0.19], [-0.1, 0.24, 0.21], [0.14, 0.24, 0.19], [0.33, 0.36, 0.15], [0.43, 0.56, 0.12]] as const; // biome-ignore format: a table

/** Skin between the fingers, hollow at its edge: a fan of triangles around the elbow and the shoulder. */
function membrane(): BufferGeometry {
  const points: number[] = [];
  const put = (...corners: readonly (readonly [number, number])[]) => {
    for (const [x, y] of corners) points.push(x, y, 0.05 * Math.sin(x * 5) * Math.cos(y * 4));
  };
  const edge = FINGERS.flatMap((tip, at): (readonly [number, number])[] => {
    const next = FINGERS[at + 1];
    if (!next) return [tip];
    const hollow = [(tip[0] + next[0]) / 2 + 0.12, (tip[1] + next[1]) / 2 - 0.02] as const;
    return [
      tip,
      [(tip[0] * 2 + hollow[0]) / 3, (tip[1] * 2 + hollow[1]) / 3 - 0.01],
      hollow,
      [(next[0] * 2 + hollow[0]) / 3, (next[1] * 2 + hollow[1]) / 3],
    ];
  });
  for (const [at, point] of edge.entries()) {
    const next = edge[at + 1];
    if (next) put(ELBOW, point, next);
  }
  put(ELBOW, FINGERS[3], [0, 0]);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(points, 3));
  geometry.setAttribute('uv', new Float32BufferAttribute(new Array((points.length / 3) * 2).fill(0), 2));
  geometry.computeVertexNormals();
  return geometry;
}

interface Limbs {
  readonly head: Group;
  readonly jaw: Group;
  readonly fire: Group;
}

function headOn(workshop: Workshop, body: Object3D, scales: Brush): Limbs {
  const { palette, once } = workshop;
  const head = joint(body, [0.56, 0.66, 0]);
  const hide = palette.painted({ roughness: 0.6 });
  const skull = once('skull', () =>
    sculpt(
      flow(
        0.07,
        egg([0.06, 0.05, 0], [0.24, 0.2, 0.2]),
        bar([0.2, 0.02, 0], 0.13, [0.56, -0.03, 0], 0.09),
        egg([0.58, 0.0, 0], [0.09, 0.09, 0.12]),
      ),
      [-0.3, -0.28, -0.32],
      [0.76, 0.36, 0.32],
      0.026,
      scales,
    ),
  );
  add(head, skull, hide);
  const jaw = joint(head, [0.1, -0.1, 0]);
  const chin = once('chin', () =>
    sculpt(
      bar([0.04, 0, 0], 0.09, [0.4, -0.02, 0], 0.06),
      [-0.1, -0.16, -0.16],
      [0.52, 0.1, 0.16],
      0.026,
      (_x, _y, _z, out) => out.copy(palette.color('belly')),
    ),
  );
  add(jaw, chin, hide);
  const bone = palette.paint(new Color('#f2e8d0'), { roughness: 0.5 });
  const spike = once('spike', () => new ConeGeometry(1, 1, 12).translate(0, 0.5, 0));
  for (const side of [-1, 1]) {
    add(head, spike, bone, [-0.06, 0.2, side * 0.1], [0.05, 0.34, 0.05], [side * 0.25, 0, 0.85]);
    for (const x of [0.16, 0.28])
      add(jaw, spike, bone, [x, 0.03, side * 0.05], [0.017, 0.07, 0.017]).castShadow = false;
    add(
      head,
      sphere(workshop),
      palette.paint(palette.color('body', -0.6)),
      [0.65, 0.05, side * 0.06],
      [0.022, 0.018, 0.018],
    ).castShadow = false;
    eye(workshop, head, [0.2, 0.15, side * 0.13], 0.075, side * -0.5);
    for (const [turn, size] of [
      [0.6, 0.2],
      [1.1, 0.17],
    ] as const)
      add(
        head,
        spike,
        palette.paint('wings', { roughness: 0.7 }),
        [-0.12, 0.02, side * 0.16],
        [0.05, size, 0.03],
        [side * 0.9, 0, turn],
      );
  }
  const fire = joint(head, [0.62, -0.06, 0]);
  const tongues = [[1, palette.color('fire'), 0.75], [0.66, palette.color('fire', 0.45), 0.85], [0.36, new Color('#fff6d8'), 1]] as const; // biome-ignore format: a table
  const flame = once('flame', () =>
    new LatheGeometry(
      Array.from({ length: 17 }, (_, at) => new Vector2(0.5 * Math.sin(Math.PI * (at / 16) ** 1.25), at / 16)),
      24,
    ).rotateZ(-Math.PI / 2),
  );
  for (const [size, tone, opacity] of tongues) {
    const glow = palette.paint(new Color('#000000'), {
      emissive: tone,
      emissiveIntensity: 1.3,
      transparent: true,
      opacity,
      depthWrite: false,
      side: DoubleSide,
    });
    add(fire, flame, glow, [0, 0, 0], [0.5 + size * 0.4, size * 0.46, size * 0.46]).castShadow = false;
  }
  return { head, jaw, fire };
}

/** A young dragon: beats its wings when it flies, breathes fire when it is told to. */
export function dragon(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root, [-0.14, -0.28, 0]);
  turned.rotation.y = -0.42;
  const body = joint(turned);
  const [back, belly] = [palette.color('body'), palette.color('belly')];
  const scales: Brush = (x, y, z, out) => {
    const fleck = noise(x * 9, y * 9, z * 9, 51);
    out.copy(back).multiplyScalar(0.86 + fleck * 0.28);
  };
  const hideOf: Brush = (x, y, z, out) => {
    scales(x, y, z, out);
    // The belly runs up the front of the neck.
    const front = (x - 0.1) * 0.8 - (y - 0.1) * 0.9 - 0.16;
    const ribs = 0.92 + 0.08 * Math.sign(Math.sin((x - y) * 34));
    const share = Math.min(1, Math.max(0, front * 9)) * Math.min(1, Math.max(0, 1.4 - Math.abs(z) * 5));
    if (x > -0.5) out.lerp(belly.clone().multiplyScalar(ribs), share);
  };
  const trunk = once('trunk', () =>
    sculpt(
      flow(
        0.14,
        egg([-0.16, -0.18, 0], [0.58, 0.4, 0.36]),
        egg([0.24, -0.08, 0], [0.34, 0.36, 0.31]),
        bar([0.36, 0.1, 0], 0.2, [0.54, 0.66, 0], 0.14),
        bar([-0.56, -0.2, 0], 0.26, [-0.84, -0.34, 0], 0.17),
      ),
      [-1.1, -0.7, -0.46],
      [0.8, 0.92, 0.46],
      0.034,
      hideOf,
    ),
  );
  const hide = palette.painted({ roughness: 0.6 });
  add(body, trunk, hide);
  const { head, jaw, fire } = headOn(workshop, body, scales);

  const plate = once('plate', () => new ConeGeometry(1, 1, 4).scale(1, 1, 0.35).translate(0, 0.4, 0));
  const red = palette.paint('wings', { roughness: 0.65, side: DoubleSide });
  for (const [x, y, size] of PLATES)
    add(body, plate, red, [x, y, 0], [size * 0.62, size * 1.15, size * 0.62], [0, 0, x > 0.2 ? 0.7 : 0.12]);

  const tail: Group[] = [];
  let link = joint(body, [-0.8, -0.32, 0]);
  for (let at = 0; at < 5; at++) {
    tail.push(link);
    const [r, next] = [0.17 - at * 0.03, 0.17 - (at + 1) * 0.03];
    const piece = once(`tail ${at}`, () =>
      sculpt(bar([0, 0, 0], r, [-0.22, 0, 0], next), [-0.46, -0.24, -0.24], [0.24, 0.24, 0.24], 0.03, scales),
    );
    add(link, piece, hide);
    if (at < 4) add(link, plate, red, [-0.1, r * 0.7, 0], [0.07, 0.15 - at * 0.02, 0.07]);
    link = joint(link, [-0.21, 0, 0]);
  }
  add(link, plate, red, [-0.08, 0, 0], [0.12, 0.3, 0.14], [0, 0, Math.PI / 2]);

  const legs = [
    [-0.42, 0.26, 0.5],
    [0.28, 0.24, 0],
    [-0.42, -0.26, 0.2],
    [0.28, -0.24, 0.7],
  ].map(([x = 0, z = 0, phase = 0]) => {
    const hip = joint(body, [x, -0.36, z]);
    add(
      hip,
      sphere(workshop, true),
      palette.paint(palette.color('body', -0.06), { roughness: 0.6 }),
      [0, 0, 0],
      [0.2, 0.24, 0.15],
    );
    add(hip, limb(workshop, 0.105, 0.36), palette.paint('body', { roughness: 0.6 }), [0.02, -0.08, 0]);
    add(hip, sphere(workshop), palette.paint('body', { roughness: 0.6 }), [0.08, -0.5, 0], [0.18, 0.07, 0.12]);
    for (const side of [-0.06, 0, 0.06])
      add(
        hip,
        sphere(workshop),
        palette.paint(new Color('#f2e8d0')),
        [0.24, -0.53, side],
        [0.045, 0.025, 0.022],
      ).castShadow = false;
    return { hip, phase };
  });

  const skin = once('membrane', membrane);
  const bone = palette.paint(palette.color('body', -0.15), { roughness: 0.6 });
  const wings = [-1, 1].map((side) => {
    const wing = joint(body, [0.04, 0.12, side * 0.22]);
    add(wing, skin, red);
    const rod = (from: readonly [number, number], to: readonly [number, number], r: number): void => {
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      add(
        wing,
        tube(workshop, 0.6, 1),
        bone,
        [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, 0.01],
        [r, Math.hypot(dx, dy), r],
        [0, 0, Math.atan2(dy, dx) - Math.PI / 2],
      );
    };
    rod([0, 0], ELBOW, 0.05);
    for (const tip of FINGERS.slice(0, 3)) rod(ELBOW, tip, 0.026);
    return { wing, side };
  });

  return {
    root,
    pose: ({ pose }) => {
      const { animation, clock } = pose;
      const live = animation === 'none' ? 0 : 1;
      const flies = animation === 'fly' || pose.airborne > 0;
      const beat = flies ? Math.sin(clock * 7) : Math.sin(clock * 1.85) * 0.12 * live;
      body.position.y = flies ? -beat * 0.1 : Math.sin(clock * 1.85) * 0.008 * live;
      body.rotation.z = flies ? 0.06 : 0;
      for (const { wing, side } of wings)
        wing.rotation.set(side * ((flies ? 0.5 : 0.28) + beat * (flies ? 0.75 : 0.4)), side * 0.25, flies ? 0.1 : 0.02);
      for (const [at, each] of tail.entries()) {
        each.rotation.y = Math.sin(clock * 2.2 - at * 0.7) * 0.16 * live;
        each.rotation.z = at < 2 ? -0.1 : 0.16;
      }
      for (const { hip, phase } of legs) hip.rotation.z = flies ? -0.6 + Math.sin(clock * 7 + phase * 6) * 0.1 : 0;
      const breath = animation === 'breathe' ? Math.max(0, Math.sin(clock * 2.4 - 0.75)) ** 0.6 : 0;
      head.rotation.z = Math.sin(clock * 1.85) * 0.05 * live + breath * 0.1;
      jaw.rotation.z = -0.06 - breath * 0.4;
      fire.visible = breath > 0.02;
      fire.scale.set(
        Math.max(0.001, 0.5 + breath * (0.9 + 0.08 * Math.sin(clock * 37))),
        Math.max(0.001, 0.5 + breath * 0.7),
        Math.max(0.001, 0.5 + breath * 0.7),
      );
      fire.rotation.z = -0.1 + Math.sin(clock * 27) * 0.04;
    },
  };
}
