import { Color, Group, LatheGeometry, TorusGeometry, Vector2 } from 'three';
import { glowSprite } from '../glow.ts';
import type { Form, Workshop } from './form.ts';
import { puffed } from './outline.ts';
import { add, joint, sphere } from './parts.ts';

const HULL = [[0.16, -0.78], [0.25, -0.6], [0.31, -0.2], [0.31, 0.2], [0.26, 0.6], [0.16, 0.95], [0.06, 1.2], [0, 1.28]] as const; // biome-ignore format: a table

/** A storybook rocket on a flickering flame. */
export function rocket(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const hull = once(
    'hull',
    () =>
      new LatheGeometry(
        HULL.map(([r, y]) => new Vector2(r, y)),
        36,
      ),
  );
  add(root, hull, palette.paint('body', { roughness: 0.3, metalness: 0.25, side: 2 }));
  const red = palette.paint('fins', { roughness: 0.4 });
  const nose = once(
    'nose',
    () =>
      new LatheGeometry(
        HULL.slice(4).map(([r, y]) => new Vector2(r * 1.03, y)),
        36,
      ),
  );
  add(root, nose, red);
  const fin = once('fin', () =>
    puffed(
      (pen) => {
        pen.moveTo(0.24, -0.2);
        pen.bezierCurveTo(0.42, -0.35, 0.52, -0.6, 0.5, -1);
        pen.bezierCurveTo(0.42, -0.86, 0.34, -0.8, 0.16, -0.78);
      },
      0.05,
      0.015,
    ),
  );
  for (let i = 0; i < 3; i++) add(root, fin, red, [0, 0, 0], 1, [0, 0.3 + (i / 3) * Math.PI * 2, 0]);
  const frame = once('frame', () => new TorusGeometry(0.14, 0.035, 12, 32));
  add(root, frame, red, [0, 0.32, 0.285], 1, [-0.06, 0, 0]);
  const glass = palette.paint('window', {
    roughness: 0.08,
    emissive: palette.color('window'),
    emissiveIntensity: 0.35,
  });
  add(root, sphere(workshop), glass, [0, 0.32, 0.255], [0.135, 0.135, 0.06]);

  const flame = joint(root, [0, -0.78, 0]);
  const tongue = once(
    'tongue',
    () =>
      new LatheGeometry(
        [
          [0, -0.5],
          [0.06, -0.34],
          [0.13, -0.12],
          [0.1, 0],
        ].map(([r = 0, y = 0]) => new Vector2(r, y)),
        20,
      ),
  );
  const fire = palette.paint('flame', { emissive: palette.color('flame'), emissiveIntensity: 1.4 });
  const core = palette.paint(new Color('#fff6d0'), { emissive: new Color('#fff2c0'), emissiveIntensity: 1.5 });
  add(flame, tongue, fire).castShadow = false;
  add(flame, tongue, core, [0, 0, 0.02], 0.62).castShadow = false;
  const halo = glowSprite(palette.color('flame'));
  halo.position.set(0, -0.25, -0.1);
  flame.add(halo);
  return {
    root,
    pose: ({ pose, opacity }) => {
      const flying = pose.animation === 'none' ? 0 : 1;
      const flicker = 1 + Math.sin(pose.clock * 31) * 0.12 + Math.sin(pose.clock * 53) * 0.08;
      flame.scale.set(1, flicker * Math.max(0.001, flying), 1);
      flame.visible = flying > 0;
      halo.scale.set(1.5, 1.5, 1);
      halo.material.opacity = 0.6 * flicker * opacity;
    },
  };
}
