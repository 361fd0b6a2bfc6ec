import { BoxGeometry, Color, Group, type MeshStandardMaterial, PlaneGeometry } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import type { Form, Workshop } from './form.ts';
import { add } from './parts.ts';

const [WIDE, HIGH, BAR] = [1.3, 1.5, 0.11];

/** A window with a cross and a sill; the sky behind it is bright by day and deep blue by night, as the light is. */
export function casement({ palette, once }: Workshop): Form {
  const root = new Group();
  const frame = palette.paint('frame', { roughness: 0.6 });
  const upright = once('upright', () => new RoundedBoxGeometry(BAR * 1.5, HIGH * 2 + BAR, 0.2, 3, 0.03));
  const cross = once('cross', () => new RoundedBoxGeometry(WIDE * 2 + BAR * 2, BAR * 1.5, 0.2, 3, 0.03));
  const thin = once('thin', () => new BoxGeometry(BAR * 0.7, HIGH * 2, 0.1));
  const bar = once('bar', () => new BoxGeometry(WIDE * 2, BAR * 0.7, 0.1));
  for (const side of [-1, 1]) add(root, upright, frame, [side * WIDE, 0.08, 0]);
  for (const side of [-1, 1]) add(root, cross, frame, [0, 0.08 + side * HIGH, 0]);
  add(root, thin, frame, [0, 0.08, -0.02]);
  add(root, bar, frame, [0, 0.38, -0.02]);
  const sill = once('sill', () => new RoundedBoxGeometry(3, 0.14, 0.5, 3, 0.04));
  add(root, sill, palette.paint('sill', { roughness: 0.7 }), [0, -1.56, 0.14]);
  const sky = palette.paint(new Color('#000000'), { roughness: 1 });
  outside(sky);
  add(
    root,
    once('sky', () => new PlaneGeometry(WIDE * 2, HIGH * 2)),
    sky,
    [0, 0.08, -0.07],
  ).castShadow = false;
  return { root, pose: () => undefined };
}

/** The weather outside follows the colour and strength of the key light that the palette hands to its shaders. */
function outside(material: MeshStandardMaterial): void {
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying vec2 pane;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\npane = uv;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec2 pane;')
      .replace(
        '#include <opaque_fragment>',
        `float day = smoothstep(0.12, 0.28, rimStrength);
         float warm = smoothstep(0.25, 0.6, rimColor.r - rimColor.b);
         vec3 high = mix(vec3(0.006, 0.012, 0.06), mix(vec3(0.12, 0.36, 0.8), vec3(0.25, 0.16, 0.35), warm), day);
         vec3 low = mix(vec3(0.03, 0.06, 0.2), mix(vec3(0.62, 0.82, 0.95), vec3(0.95, 0.45, 0.18), warm), day);
         outgoingLight = mix(low, high, smoothstep(0.05, 0.95, pane.y));
         float cloud = smoothstep(0.2, 0.0, length((pane - vec2(0.3, 0.74)) * vec2(0.7, 1.9))) + smoothstep(0.16, 0.0, length((pane - vec2(0.44, 0.71)) * vec2(0.8, 2.2)));
         outgoingLight = mix(outgoingLight, vec3(1.0), min(1.0, cloud) * 0.6 * day * (1.0 - warm * 0.6));
         float hill = 0.2 + 0.07 * sin(pane.x * 5.0 + 0.6);
         outgoingLight = mix(outgoingLight, mix(vec3(0.01, 0.03, 0.05), vec3(0.16, 0.36, 0.14), day), 1.0 - smoothstep(hill - 0.006, hill + 0.006, pane.y));
         #include <opaque_fragment>`,
      );
  };
  material.customProgramCacheKey = () => 'outside';
}
