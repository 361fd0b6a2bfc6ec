import { Color, CylinderGeometry, Group } from 'three';
import type { Form, Workshop } from './form.ts';
import { add, sphere, tube } from './parts.ts';

/** A table lamp: a round foot, a slim stem, a bulb under a shade through which it glows. */
export function lamp(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const brass = palette.paint(new Color('#8a6a3a'), { roughness: 0.35 });
  const pole = tube(workshop, 1, 1);
  add(root, pole, brass, [0, -0.66, 0], [0.26, 0.07, 0.26]);
  add(root, sphere(workshop), brass, [0, -0.6, 0], [0.2, 0.09, 0.2]);
  add(root, pole, brass, [0, -0.25, 0], [0.03, 0.75, 0.03]);
  const light = palette.color('light');
  const bulb = palette.paint(light, { emissive: light, emissiveIntensity: 0.3 });
  add(root, sphere(workshop), bulb, [0, 0.2, 0], 0.13).castShadow = false;
  const warm = light.clone().lerp(new Color('#ff8a2a'), 0.65);
  const shade = palette.paint('shade', { side: 2, roughness: 0.9, emissive: warm, emissiveIntensity: 0 });
  const hood = once('hood', () => new CylinderGeometry(0.24, 0.44, 0.62, 36, 1, true));
  add(root, hood, shade, [0, 0.37, 0]);
  palette.atDusk(shade, 0.55);
  palette.atDusk(bulb, 1.2);
  return {
    root,
    pose: ({ pose }) => {
      const lit = pose.animation === 'glow' ? 1 : 0;
      bulb.emissiveIntensity = 0.25 + lit * 1.6;
      shade.emissiveIntensity = 0.1 + lit * 0.4;
    },
  };
}
