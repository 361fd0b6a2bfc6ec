import { CircleGeometry, Color, Group, LatheGeometry, type MeshStandardMaterial, TorusGeometry, Vector2 } from 'three';
import { hash } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere } from './parts.ts';

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

  const stones = once('pebble', () => sphere(workshop).clone());
  const grit = [-0.15, 0, 0.22].map((lift) => palette.paint(palette.color('gravel', lift), { roughness: 0.9 }));
  for (let i = 0; i < PEBBLES; i++) {
    const paint = grit[i % grit.length];
    if (!paint) continue;
    const y = floor + 0.12 + hash(i, 3) * 0.24;
    const out = reach(y) * 0.93 * Math.sqrt(hash(i, 1));
    const around = hash(i, 2) * Math.PI * 2;
    const r = 0.06 + hash(i, 4) * 0.07;
    add(bowl, stones, paint, [Math.cos(around) * out, y, Math.sin(around) * out], [r * 1.25, r * 0.8, r]).castShadow =
      false;
  }

  // Deeper than its name: what is seen through it keeps its own colour, and the water is still seen to be there.
  const deep = palette.color('water').offsetHSL(0.01, 0.2, -0.2);
  const water = palette.paint(deep, {
    roughness: 0.15,
    transparent: true,
    opacity: 0.26,
    depthWrite: false,
    emissive: deep,
    emissiveIntensity: 0.4,
  });
  edged(water, 0.42, deep);
  const volume = add(
    bowl,
    once('volume', () => new LatheGeometry(profile(floor + 0.02, SURFACE, 0.975), 48)),
    water,
  );
  volume.castShadow = false;
  volume.userData.before = true;

  const clock = { value: 0 };
  const top = palette.paint(palette.color('water', 0.45), {
    roughness: 0.1,
    side: 2,
    transparent: true,
    opacity: 0.5,
    depthWrite: false,
  });
  shimmering(top, clock);
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
  edged(clear, 0.75, palette.color('glass'));
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

  const white = new Color('#ffffff');
  const glint = palette.paint(white, {
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
  return {
    root,
    pose: ({ pose, facing }) => {
      clock.value = pose.animation === 'none' ? 0 : pose.clock;
      // The gleam of the window does not turn with the bowl.
      bowl.rotation.y = facing === -1 ? Math.PI : 0;
    },
  };
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

/** Small waves that run over the surface and catch the light. */
function shimmering(material: MeshStandardMaterial, clock: { value: number }): void {
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.uniforms.clock = clock;
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying vec2 spot;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nspot = position.xy;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec2 spot;\nuniform float clock;')
      .replace(
        '#include <opaque_fragment>',
        `float wave = sin(spot.x * 2.3 + clock * 1.1 + sin(spot.y * 1.9 - clock * 0.8) * 1.4) * sin(spot.y * 3.1 + clock * 0.9 + sin(spot.x * 1.3) * 2.0);
         outgoingLight += vec3(0.34) * smoothstep(0.2, 1.0, wave);
         #include <opaque_fragment>`,
      );
  };
  material.customProgramCacheKey = () => 'shimmering';
}
