import { CircleGeometry, Color, Group, LatheGeometry, type MeshStandardMaterial, TorusGeometry, Vector2 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { hash } from '../noise.ts';
import { polished } from '../polish.ts';
import { refracting, unlit } from '../refraction.ts';
import { shimmering } from '../water-surface.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere, tint } from './parts.ts';

/** The water of the kind in units: middle, half axes and surface, as the language has them. */
const [MIDDLE, WIDE, HIGH, SURFACE] = [-0.1, 1.638, 1.4025, 0.66];
/** The bowl is somewhat flatter from front to back, so that what swims in its middle plane is near the glass. */
const DEEP = 0.8;
const PEBBLES = 110;

const reach = (y: number): number => WIDE * Math.sqrt(Math.max(0, 1 - ((y - MIDDLE) / HIGH) ** 2));

/** A profile of the ellipse from one height to another. */
function profile(from: number, to: number, share: number): Vector2[] {
  return Array.from({ length: 41 }, (_, i) => {
    const y = from + ((to - from) * i) / 40;
    return new Vector2(Math.max(0.001, reach(y) * share), y);
  });
}

/** A goldfish bowl: clear glass with bright edges, tinted water under a shimmering surface, gravel. */
export function fishBowl(workshop: Workshop): Form {
  const { palette, once } = workshop;
  palette.glassy = true;
  const root = new Group();
  const bowl = joint(root);
  bowl.scale.z = DEEP;
  const floor = MIDDLE - HIGH;

  const grit = [-0.15, 0, 0.22].map((lift) => palette.color('gravel', lift));
  const gravel = once('gravel', () => {
    const stones = Array.from({ length: PEBBLES }, (_, i) => {
      const y = floor + 0.12 + hash(i, 3) * 0.24;
      const out = reach(y) * 0.93 * Math.sqrt(hash(i, 1));
      const around = hash(i, 2) * Math.PI * 2;
      const r = 0.06 + hash(i, 4) * 0.07;
      const stone = sphere(workshop)
        .clone()
        .scale(r * 1.25, r * 0.8, r);
      stone.translate(Math.cos(around) * out, y, Math.sin(around) * out);
      const color = grit[i % grit.length];
      return tint(stone, (_x, _y, _z, paint) => (color ? paint.copy(color) : paint));
    });
    return mergeGeometries(stones);
  });
  add(bowl, gravel, palette.painted({ roughness: 0.6 })).castShadow = false;

  // Deeper than its name: what is seen through it keeps its own colour, and the water is still seen to be there.
  const deep = palette.color('water').offsetHSL(0.01, 0.2, -0.2);
  const { behind } = palette;
  const filling = once('volume', () => new LatheGeometry(profile(floor + 0.02, SURFACE, 0.975), 48));
  if (behind) {
    const lens = palette.paint(deep, { depthWrite: false });
    lens.userData.lens = true;
    const tint = palette.color('water', 0.5);
    refracting(lens, behind, { middle: MIDDLE, reach: [WIDE, HIGH], index: palette.index, tint });
    const back = add(bowl, filling, lens);
    back.castShadow = false;
    back.userData.beneath = true;
    behind.watch(back);
  }
  const water = palette.paint(deep, {
    roughness: 0.6,
    transparent: true,
    opacity: behind ? 0.08 : 0.26,
    depthWrite: false,
    emissive: deep,
    emissiveIntensity: 0.4,
  });
  if (behind) unlit(water);
  else edged(water, 0.42, deep);
  const volume = add(bowl, filling, water);
  volume.castShadow = false;
  volume.userData.before = true;

  const top = palette.paint(palette.color('water', 0.45), {
    roughness: 0.1,
    side: 2,
    transparent: true,
    opacity: 0.5,
    depthWrite: false,
  });
  shimmering(top, palette.wavePhase);
  const disc = once('surface', () => new CircleGeometry(reach(SURFACE) * 0.975, 56));
  const surface = add(bowl, disc, top, [0, SURFACE, 0], 1, [-Math.PI / 2 + 0.1, 0, 0]);
  surface.castShadow = false;
  surface.userData.before = true;

  const brim = once('brim', () => new TorusGeometry(reach(SURFACE) * 0.975, 0.018, 8, 72));
  const line = palette.paint(palette.color('water', 0.6), { roughness: 0.1, transparent: true, opacity: 0.7 });
  const waterline = add(bowl, brim, line, [0, SURFACE, 0], 1, [-Math.PI / 2 + 0.1, 0, 0]);
  waterline.castShadow = false;
  waterline.userData.before = true;

  const clear = palette.paint('glass', { roughness: 0.05, transparent: true, opacity: 0.07, depthWrite: false });
  if (behind) polished(clear, 0.9, palette.color('glass'));
  else edged(clear, 0.75, palette.color('glass'));
  const mouth = 1.16;
  const wall = add(
    bowl,
    once('wall', () => {
      const throat = reach(mouth);
      const flare = [new Vector2(throat + 0.05, mouth + 0.16), new Vector2(throat + 0.16, mouth + 0.3)];
      return new LatheGeometry([...profile(floor, mouth, 1), ...flare], 56);
    }),
    clear,
  );
  wall.userData.before = true;
  const lip = palette.paint(palette.color('glass', 0.5), { roughness: 0.1, transparent: true, opacity: 0.75 });
  const rim = once('rim', () => new TorusGeometry(reach(mouth) + 0.16, 0.035, 10, 64));
  add(bowl, rim, lip, [0, mouth + 0.3, 0], 1, [Math.PI / 2, 0, 0]).userData.before = true;
  const foot = once('foot', () => new TorusGeometry(0.5, 0.05, 10, 48));
  add(bowl, foot, lip, [0, floor - 0.06, 0], 1, [Math.PI / 2, 0, 0]).userData.before = true;

  if (!behind) glints(workshop, bowl);
  return {
    root,
    pose: ({ facing }) => {
      // The gleam of the window does not turn with the bowl.
      bowl.rotation.y = facing === -1 ? Math.PI : 0;
    },
  };
}

/** Where nothing is mirrored: spots of light that are painted on. */
function glints(workshop: Workshop, bowl: Group): void {
  const white = new Color('#ffffff');
  const glint = workshop.palette.paint(white, {
    emissive: white,
    emissiveIntensity: 0.5,
    transparent: true,
    opacity: 0.4,
    depthWrite: false,
  });
  for (const [x, y, long, lean] of [
    [-1.02, 0.25, 0.34, -0.42],
    [-1.2, -0.32, 0.13, -0.1],
    [1.14, 0.1, 0.16, 0.3],
  ] as const) {
    const spot = add(bowl, sphere(workshop), glint, [x, y, 1.12], [0.055, long, 0.02], [0, 0, lean]);
    spot.castShadow = false;
    spot.userData.before = true;
  }
}

/** Denser where the eye looks along the wall, as glass and water are. */
function edged(material: MeshStandardMaterial, most: number, tint: Color): void {
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.uniforms.most = { value: most };
    shader.uniforms.edgeTint = { value: tint };
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nuniform float most;\nuniform vec3 edgeTint;')
      .replace(
        '#include <opaque_fragment>',
        `float grazing = pow(1.0 - abs(dot(normalize(vViewPosition), normal)), 2.6);
         outgoingLight += edgeTint * 0.8 * grazing * most * 0.5;
         diffuseColor.a += grazing * most * min(1.0, diffuseColor.a * 8.0);
         #include <opaque_fragment>`,
      );
  };
  material.customProgramCacheKey = () => 'edged';
}
