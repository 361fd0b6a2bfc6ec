import {
  type BufferGeometry,
  CatmullRomCurve3,
  Color,
  CylinderGeometry,
  Group,
  IcosahedronGeometry,
  PlaneGeometry,
  SphereGeometry,
  TubeGeometry,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { glowSprite } from '../glow.ts';
import { hash, noise } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere, tint } from './parts.ts';

const FOOT = -1.66;
const RIM = 1.0;
/** Radius of the crater's rim, and of the foot. */
const [MOUTH, BASE] = [0.56, 2.45] as const;
const LAKE = 0.8;
/** Angles around the cone, 90° towards the viewer, at which lava runs down, how far, 0–1, and how wide. */
const STREAMS = [[96, 0.86, 0.1], [62, 0.6, 0.075], [132, 0.42, 0.06], [28, 0.36, 0.05]] as const; // biome-ignore format: a table
const PUFFS = 13;
const BOMBS = 16;

/** Height of the slope, `share` 0–1 of the way from rim to foot: steep above, flat below. */
const slope = (share: number): number => FOOT + (RIM - FOOT) * (1 - share) ** 1.55;

function height(x: number, z: number): number {
  const r = Math.hypot(x, z);
  const turn = Math.atan2(z, x);
  const gullies = (noise(Math.cos(turn) * 4, Math.sin(turn) * 4, r * 0.8, 82) - 0.5) * 0.3;
  const rough = (noise(x * 4, 1, z * 4, 83) - 0.5) * 0.16 + (noise(x * 11, 2, z * 11, 84) - 0.5) * 0.06;
  if (r < MOUTH) return LAKE - 0.12 + (RIM - LAKE + 0.12) * (r / MOUTH) ** 3 + rough * 0.3;
  if (r > BASE) return FOOT - (r - BASE) * 2;
  const share = (r - MOUTH) / (BASE - MOUTH);
  return slope(share) + (gullies + rough) * Math.min(1, share * 3) * Math.min(1, (1 - share) * 2.4);
}

/** A ribbon of lava that lies on the slope, `whole` of its way long. */
function stream(angle: number, far: number, wide: number, whole = 1): BufferGeometry {
  const points = Array.from({ length: Math.round(14 * whole) + 1 }, (_, at) => {
    const share = (at / 14) * far;
    const turn = ((angle + Math.sin(at * 0.9 + angle) * 5 * Math.min(1, at / 4)) * Math.PI) / 180;
    const r = MOUTH - 0.1 + share * (BASE - MOUTH + 0.1);
    const [x, z] = [Math.cos(turn) * r, Math.sin(turn) * r];
    return new Vector3(x, Math.max(height(x, z), at === 0 ? LAKE : FOOT) + 0.01, z);
  });
  const end = points.at(-1) ?? new Vector3();
  const tongue = new SphereGeometry(wide * 1.12, 14, 10).translate(end.x, end.y, end.z);
  return mergeGeometries([new TubeGeometry(new CatmullRomCurve3(points), 60, wide, 10), tongue]);
}

/** A volcano that smokes by itself, and erupts when it is told to. */
export function volcano(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root);
  const body = joint(turned, [0, 0, -0.9]);
  body.rotation.x = 0.12;
  const [rock, dark, ash] = [palette.color('rock'), palette.color('rock', -0.45), palette.color('rock', -0.72)];
  const scorched = palette.color('lava', -0.55);
  const cone = once('cone', () => {
    const sheet = new PlaneGeometry(BASE * 2, BASE * 2, 150, 150).rotateX(-Math.PI / 2);
    const position = sheet.getAttribute('position');
    for (let i = 0; i < position.count; i++) position.setY(i, height(position.getX(i), position.getZ(i)));
    sheet.computeVertexNormals();
    return tint(sheet, (x, y, z, out) => {
      out.copy(dark).lerp(rock, Math.min(1, noise(x * 4, y * 2.5, z * 4, 85) * 1.3));
      out.lerp(ash, Math.min(0.85, Math.max(0, (y - 0.2) * 0.9 + (noise(x * 5, y * 5, z * 5, 86) - 0.5) * 0.6)));
      if (Math.hypot(x, z) < MOUTH) out.lerp(scorched, 0.7);
    });
  });
  add(body, cone, palette.painted({ roughness: 1 })).receiveShadow = true;

  const lava = palette.paint(palette.color('lava', -0.5), { emissive: palette.color('lava'), roughness: 0.8 });
  const hot = palette.paint(new Color('#fff0b0'), {
    emissive: palette.color('lava').lerp(new Color('#ffe27a'), 0.6),
    roughness: 0.8,
  });
  const runs = once('streams', () => mergeGeometries(STREAMS.map(([angle, far, wide]) => stream(angle, far, wide))));
  const cores = once('cores', () =>
    mergeGeometries(
      STREAMS.map(([angle, far, wide]) => stream(angle, far, wide * 0.5, 0.72).translate(0, wide * 0.55, wide * 0.35)),
    ),
  );
  add(body, runs, lava).castShadow = false;
  add(body, cores, hot).castShadow = false;
  add(
    body,
    once('lake', () => new CylinderGeometry(MOUTH * 0.86, MOUTH * 0.86, 0.02, 40)),
    hot,
    [0, LAKE + 0.06, 0],
  ).castShadow = false;

  const fountain = joint(body, [0, LAKE, 0]);
  const gush = once('gush', () =>
    mergeGeometries(
      Array.from({ length: 22 }, (_, at) => {
        const up = at / 22;
        const turn = hash(at, 87) * Math.PI * 2;
        const out = 0.1 + up * 0.22 * hash(at, 88);
        return new IcosahedronGeometry(0.17 * (1 - up * 0.65), 2)
          .scale(1, 1.5, 1)
          .translate(Math.cos(turn) * out, up * 1.05, Math.sin(turn) * out);
      }),
    ),
  );
  add(fountain, gush, lava).castShadow = false;
  add(fountain, gush, hot, [0, 0, 0.06], [0.6, 0.82, 0.9]).castShadow = false;
  const bombs = Array.from({ length: BOMBS }, (_, at) => {
    const bomb = add(body, sphere(workshop), at % 3 === 0 ? hot : lava);
    bomb.castShadow = false;
    return { bomb, at };
  });

  const halo = glowSprite(palette.color('lava'));
  halo.position.set(0, RIM + 0.1, 0.5);
  body.add(halo);

  const grey = palette.paint(palette.color('smoke', 0.3), { roughness: 1 });
  const lump = once('lump', () =>
    mergeGeometries(
      [
        [0, 0, 0, 1],
        [0.75, 0.1, 0.3, 0.7],
        [-0.7, -0.05, 0.35, 0.75],
        [0.1, 0.6, -0.1, 0.72],
        [0, -0.1, 0.75, 0.6],
      ].map(([x = 0, y = 0, z = 0, r = 1]) => new IcosahedronGeometry(r, 3).translate(x, y, z)),
    ),
  );
  const puffs = Array.from({ length: PUFFS }, (_, at) => {
    const puff = add(body, lump, grey);
    puff.castShadow = false;
    return { puff, at };
  });

  return {
    root,
    pose: ({ pose: { animation, clock, heading }, opacity }) => {
      const live = animation === 'none' ? 0 : 1;
      const erupts = animation === 'erupt';
      // Its lava runs towards the viewer, whichever way it is told to look.
      turned.rotation.y = ((heading - 1) / 2) * Math.PI;
      const begun = erupts ? Math.min(1, clock / 0.5) : 0;
      const pulse = Math.sin(clock * 2.8) * 0.12 * live;
      lava.emissiveIntensity = 0.85 + pulse + begun * 0.25;
      hot.emissiveIntensity = 0.8 + pulse + begun * 0.2;
      halo.material.opacity = (0.4 + begun * 0.35 + pulse) * opacity;
      const wide = 2.2 + begun * 1.6;
      halo.scale.set(wide, wide, 1);
      fountain.visible = erupts;
      const tall = begun * (1 + 0.14 * Math.sin(clock * 19) + 0.1 * Math.sin(clock * 7.3));
      fountain.scale.set(Math.max(0.001, begun * 1.35), Math.max(0.001, tall * 1.45), Math.max(0.001, begun * 1.35));
      fountain.rotation.y = clock * 1.3;
      for (const { bomb, at } of bombs) {
        const age = clock * (0.52 + 0.16 * hash(at, 89)) + hash(at, 90);
        const t = age % 1;
        const round = Math.floor(age) * 31 + at;
        const turn = hash(round, 91) * Math.PI * 2;
        const away = 0.5 + hash(round, 94) * 1.5;
        bomb.visible = erupts;
        bomb.position.set(
          Math.cos(turn) * away * t,
          RIM + (1.3 + hash(round, 95) * 1.3) * 4 * t * (0.86 - t),
          Math.sin(turn) * away * t,
        );
        bomb.scale.setScalar(
          Math.max(0.001, begun * (0.04 + 0.06 * hash(round, 96)) * Math.min(1, t * 10, (1 - t) * 5)),
        );
      }
      for (const { puff, at } of puffs) {
        const age = clock * (erupts ? 0.3 : 0.17) + at / PUFFS;
        const t = age % 1;
        const round = Math.floor(age) * 17 + at;
        const spread = erupts ? 1.1 : 0.5;
        puff.visible = live > 0;
        puff.position.set(
          (hash(round, 97) - 0.5) * spread * (0.25 + t) + t * t * 0.5,
          RIM - 0.05 + begun * 0.7 + t * (erupts ? 2.3 : 1.7),
          (hash(round, 98) - 0.5) * spread * (0.25 + t) - 0.15 - begun * 0.5,
        );
        puff.rotation.set(0, at * 2.1 + age, at + age * 0.5);
        const size = (erupts ? 0.2 : 0.13) + t * (erupts ? 0.42 : 0.3);
        puff.scale.setScalar(Math.max(0.001, size * Math.min(1, t * 7) * Math.min(1, (1 - t) * 3)));
      }
    },
  };
}
