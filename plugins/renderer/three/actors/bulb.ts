import { CatmullRomCurve3, Color, Group, LatheGeometry, SplineCurve, TubeGeometry, Vector2, Vector3 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { glowSprite } from '../glow.ts';
import type { Form, Workshop } from './form.ts';
import { glassEdge } from './glass-edge.ts';
import { add, joint, limb, sphere } from './parts.ts';

const GLASS = [[0.165, -0.37], [0.17, -0.3], [0.2, -0.2], [0.29, -0.08], [0.39, 0.05], [0.45, 0.19], [0.46, 0.31], [0.42, 0.46], [0.34, 0.58], [0.22, 0.67], [0.1, 0.71], [0, 0.72]] as const; // biome-ignore format: a table
const RAYS = 9;

/** The round of the glass, `share` of its width. */
const outline = (share: number): Vector2[] =>
  new SplineCurve(GLASS.map(([r, y]) => new Vector2(r * share, y)))
    .getPoints(44)
    .map((at) => at.setX(Math.max(0, at.x)));

/** A smooth curve through points, as a wire of radius `r`. */
const wire = (points: readonly (readonly [number, number, number])[], r: number, steps: number): TubeGeometry =>
  new TubeGeometry(new CatmullRomCurve3(points.map((at) => new Vector3(...at))), steps, r, 8);

/** A light bulb: clear glass around a coiled wire, dark until it glows. */
export function bulb(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const metal = palette.paint('cap', { roughness: 0.28, metalness: 0.8 });
  const dark = palette.paint(new Color('#23272f'), { roughness: 0.5 });
  const cap = once('cap', () => {
    // A screw thread: the radius swings four times on the way down.
    const thread = Array.from({ length: 41 }, (_, i) => {
      const share = i / 40;
      return new Vector2(0.168 + 0.014 * Math.cos(share * Math.PI * 8), -0.33 - share * 0.27);
    });
    return new LatheGeometry([new Vector2(0.1, -0.33), ...thread, new Vector2(0.13, -0.63)].toReversed(), 40);
  });
  add(root, cap, metal);
  const foot = once(
    'foot',
    () =>
      new LatheGeometry(
        [
          [0, -0.735],
          [0.06, -0.725],
          [0.075, -0.69],
          [0.135, -0.625],
          [0.14, -0.6],
        ].map(([r = 0, y = 0]) => new Vector2(r, y)),
        32,
      ),
  );
  add(root, foot, dark);
  const stem = once(
    'stem',
    () =>
      new LatheGeometry(
        [
          [0.09, -0.36],
          [0.08, -0.26],
          [0.04, -0.16],
          [0.03, -0.1],
          [0, -0.09],
        ].map(([r = 0, y = 0]) => new Vector2(r, y)),
        24,
      ),
  );
  add(root, stem, palette.paint(new Color('#dfe6ee'), { roughness: 0.2 }));
  const holders = once('holders', () =>
    mergeGeometries(
      [-1, 1].map((side) =>
        wire(
          [
            [side * 0.03, -0.2, 0],
            [side * 0.07, -0.02, 0],
            [side * 0.16, 0.16, 0],
          ],
          0.008,
          16,
        ),
      ),
    ),
  );
  add(root, holders, palette.paint(new Color('#7a766f'), { roughness: 0.4, metalness: 0.5 }));
  const coil = once('coil', () =>
    wire(
      Array.from({ length: 73 }, (_, i) => {
        const [share, turn] = [i / 72, (i / 72) * Math.PI * 2 * 9];
        return [
          -0.16 + share * 0.32,
          0.17 + Math.sin(share * Math.PI) * 0.045 + Math.sin(turn) * 0.028,
          Math.cos(turn) * 0.028,
        ] as const;
      }),
      0.0085,
      260,
    ),
  );
  const filament = palette.paint(new Color('#4a3c36'), {
    roughness: 0.5,
    emissive: palette.color('light').lerp(new Color('#ff6a00'), 0.6),
  });
  add(root, coil, filament).castShadow = false;

  const glass = palette.paint('glass', {
    roughness: 0.04,
    transparent: true,
    opacity: 0.16,
    depthWrite: false,
    side: 2,
    emissive: palette.color('light'),
    emissiveIntensity: 0,
  });
  glassEdge(glass, 0.85, palette.color('glass', -0.25));
  const body = add(
    root,
    once('glass', () => new LatheGeometry(outline(1), 56)),
    glass,
  );
  body.castShadow = false;
  const white = new Color('#ffffff');
  const glint = palette.paint(white, {
    emissive: white,
    emissiveIntensity: 0.5,
    transparent: true,
    opacity: 0.5,
    depthWrite: false,
  });
  for (const [x, y, long, lean] of [
    [-0.27, 0.36, 0.15, -0.5],
    [-0.33, 0.13, 0.05, -0.1],
    [0.3, 0.2, 0.08, 0.25],
  ] as const) {
    add(root, sphere(workshop), glint, [x, y, 0.28], [0.028, long, 0.01], [0, 0, lean]).castShadow = false;
  }

  // While it glows the glass is full of light: a body of it within.
  const shine = palette.paint(new Color('#000000'), {
    roughness: 1,
    transparent: true,
    opacity: 0.42,
    depthWrite: false,
    emissive: palette.color('light').lerp(new Color('#ffb020'), 0.3),
  });
  const core = add(
    root,
    once('core', () => new LatheGeometry(outline(0.965), 48)),
    shine,
  );
  core.castShadow = false;

  const halo = glowSprite(palette.color('light'));
  halo.position.set(0, 0.2, 0);
  root.add(halo);
  const hot = glowSprite(palette.color('light').lerp(new Color('#ffffff'), 0.5));
  hot.position.set(0, 0.18, 0.05);
  hot.scale.set(1.1, 0.9, 1);
  root.add(hot);
  const beam = palette.paint(palette.color('light', -0.7), {
    emissive: palette.color('light', -0.1),
    emissiveIntensity: 0.95,
  });
  const rays = Array.from({ length: RAYS }, (_, i) => {
    const spoke = joint(root, [0, 0.22, 0]);
    spoke.rotation.z = -2.24 + (i / (RAYS - 1)) * 4.48;
    const ray = add(spoke, limb(workshop, 0.022, 0.11), beam);
    ray.castShadow = false;
    return { ray, odd: i % 2 };
  });
  return {
    root,
    pose: ({ pose: { animation, clock }, opacity }) => {
      // Warms up within a third of a second and then breathes.
      const lit = animation === 'glow' ? Math.min(1, 0.15 + clock * 2.6) * (0.94 + 0.06 * Math.sin(clock * 2.9)) : 0;
      filament.emissiveIntensity = lit * 1.2;
      glass.emissiveIntensity = lit * 0.9;
      core.visible = lit > 0;
      shine.emissiveIntensity = lit;
      halo.visible = lit > 0;
      halo.scale.setScalar(2.5 + lit * 0.2);
      halo.material.opacity = lit * 0.55 * opacity;
      hot.visible = lit > 0;
      hot.material.opacity = lit * 0.22 * opacity;
      for (const { ray, odd } of rays) {
        const breath = Math.sin(clock * 3.9 + odd * Math.PI);
        ray.visible = lit > 0;
        ray.position.y = 0.72 + breath * 0.02;
        ray.scale.set(1, Math.max(0.01, lit) * (odd ? 0.75 : 1) * (1 + breath * 0.12), 1);
      }
    },
  };
}
