import { Color, ConeGeometry, CylinderGeometry, DoubleSide, Group, type Shape } from 'three';
import { bar, egg, flow } from '../field.ts';
import { sculpt } from '../sculpt.ts';
import type { Form, Workshop } from './form.ts';
import { climbOf } from './gait.ts';
import { puffed } from './outline.ts';
import { add, joint, limb, sphere, tube } from './parts.ts';

/** Half a wing seen from above: x along the hull, y outwards. */
function wingPlan(pen: Shape): void {
  pen.moveTo(0.34, 0);
  pen.lineTo(0.16, 1.3);
  pen.quadraticCurveTo(0.1, 1.46, -0.06, 1.44);
  pen.lineTo(-0.14, 1.42);
  pen.quadraticCurveTo(-0.22, 1.36, -0.22, 1.28);
  pen.lineTo(-0.3, 0);
  pen.closePath();
}

function finOutline(pen: Shape): void {
  pen.moveTo(0.4, 0);
  pen.bezierCurveTo(0.18, 0.08, 0.08, 0.28, -0.02, 0.46);
  pen.quadraticCurveTo(-0.12, 0.5, -0.24, 0.46);
  pen.lineTo(-0.2, 0);
  pen.closePath();
}

/** A small propeller plane that banks with its way: blades turn too fast to be counted, and leave a disc of air. */
export function airplane(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root);
  turned.rotation.set(0.24, -0.42, 0);
  const craft = joint(turned);
  const [body, under, stripe] = [palette.color('body'), palette.color('body', -0.22), palette.color('stripe')];
  const hull = once('hull', () =>
    sculpt(
      flow(
        0.16,
        bar([-0.1, 0, 0], 0.3, [0.85, -0.01, 0], 0.27),
        bar([-0.1, 0, 0], 0.3, [-1.3, 0.12, 0], 0.09),
        egg([0.42, 0.16, 0], [0.4, 0.22, 0.22]),
      ),
      [-1.5, -0.42, -0.42],
      [1.24, 0.5, 0.42],
      0.034,
      (x, y, _z, out) => {
        const middle = -0.06 - Math.min(0, x + 0.1) * 0.1;
        const share = Math.min(1, Math.max(0, (0.07 - Math.abs(y - middle)) / 0.034));
        out.copy(y < middle ? under : body).lerp(stripe, share);
      },
    ),
  );
  add(craft, hull, palette.painted({ roughness: 0.35, metalness: 0.1 }));
  const accent = palette.paint('stripe', { roughness: 0.35, metalness: 0.1 });
  const metal = palette.paint('wings', { roughness: 0.4, metalness: 0.15 });
  const wing = once('wing', () => puffed(wingPlan, 0.05, 0.03));
  for (const side of [-1, 1]) {
    const half = joint(craft, [0.2, -0.16, side * 0.16]);
    half.rotation.set(side * (Math.PI / 2 - 0.09), 0, 0);
    add(half, wing, metal).receiveShadow = true;
    const tip = joint(craft, [0.17, -0.05, side * 1.58]);
    add(tip, sphere(workshop), accent, [0, 0, 0], [0.2, 0.045, 0.06]);
    const tailplane = joint(craft, [-1.2, 0.12, side * 0.04]);
    tailplane.rotation.set((side * Math.PI) / 2, 0, 0);
    add(tailplane, wing, metal, [0, 0, 0], [0.62, 0.4, 0.7]);
  }
  add(
    craft,
    once('fin', () => puffed(finOutline, 0.04, 0.025)),
    accent,
    [-1.14, 0.16, 0],
  );

  const glass = palette.paint('windows', { roughness: 0.08, metalness: 0.2 });
  palette.atDusk(glass, 0.4);
  const dark = palette.paint(palette.color('body', -0.5), { roughness: 0.5 });
  for (const side of [-1, 1]) {
    for (const x of [-0.46, -0.22, 0.02, 0.26]) {
      const z = side * (0.288 - Math.max(0, -x - 0.1) * 0.05);
      add(craft, sphere(workshop), dark, [x, 0.09, z * 0.99], [0.09, 0.104, 0.034], [side * -0.3, 0, 0]).castShadow =
        false;
      add(craft, sphere(workshop), glass, [x, 0.09, z], [0.074, 0.088, 0.04], [side * -0.3, 0, 0]).castShadow = false;
    }
  }
  add(craft, sphere(workshop, true), glass, [0.7, 0.235, 0], [0.25, 0.15, 0.235], [0, 0, -0.4]);

  const tyre = palette.paint(new Color('#262930'), { roughness: 0.9 });
  const steel = palette.paint(new Color('#8a929e'), { roughness: 0.35, metalness: 0.7 });
  const wheel = once('wheel', () => new CylinderGeometry(0.105, 0.105, 0.07, 24).rotateX(Math.PI / 2));
  for (const [x, z] of [
    [0.86, 0],
    [0.14, 0.3],
    [0.14, -0.3],
  ] as const) {
    add(craft, limb(workshop, 0.022, 0.24), steel, [x, -0.2, z]);
    add(craft, wheel, tyre, [x, -0.46, z]);
    add(craft, wheel, steel, [x, -0.46, z], [0.45, 0.45, 1.1]);
  }

  const nose = joint(craft, [1.13, -0.01, 0]);
  add(
    nose,
    once('spinner', () => new ConeGeometry(0.13, 0.24, 28).rotateZ(-Math.PI / 2)),
    accent,
    [0.12, 0, 0],
  );
  add(nose, tube(workshop, 0.2, 0.2), steel, [0, 0, 0], [1, 0.05, 1], [0, 0, Math.PI / 2]);
  const propeller = joint(nose, [0.1, 0, 0]);
  const wood = palette.paint(new Color('#4f5866'), { roughness: 0.4, metalness: 0.3 });
  for (let i = 0; i < 3; i++) {
    const blade = joint(propeller);
    blade.rotation.x = (i / 3) * Math.PI * 2;
    add(blade, sphere(workshop), wood, [0, 0.3, 0], [0.018, 0.27, 0.05], [0, 0.5, 0]).castShadow = false;
  }
  const air = palette.paint(new Color('#dfe8f2'), {
    transparent: true,
    opacity: 0.16,
    depthWrite: false,
    side: DoubleSide,
    roughness: 1,
  });
  const disc = add(nose, tube(workshop, 0.56, 0.56), air, [0.1, 0, 0], [1, 0.004, 1], [0, 0, Math.PI / 2]);
  disc.castShadow = false;

  const lamps = [['#ff4a3a', 1], ['#3aff8a', -1]] as const; // biome-ignore format: a pair
  const beacons = lamps.map(([tone, side]) => {
    const lamp = palette.paint(new Color(tone).multiplyScalar(0.4), { emissive: new Color(tone) });
    add(craft, sphere(workshop), lamp, [0.24, -0.03, side * 1.63], 0.035).castShadow = false;
    return lamp;
  });
  return {
    root,
    pose: ({ pose: { animation, clock, vx, vy } }) => {
      const live = animation === 'none' ? 0 : 1;
      const climb = climbOf({ vx, vy }) * Math.min(1, Math.hypot(vx, vy) / 80);
      craft.rotation.z = Math.max(-0.42, Math.min(0.42, climb * 0.7)) + Math.sin(clock * 1.75) * 0.024 * live;
      craft.rotation.x = Math.sin(clock * 1.1) * 0.07 * live;
      craft.position.y = Math.sin(clock * 2.2) * 0.03 * live;
      propeller.rotation.x = clock * 23 * live;
      disc.visible = live > 0;
      for (const lamp of beacons)
        lamp.emissiveIntensity = live ? 0.3 + 1.7 * Math.max(0, Math.sin(clock * 5.2)) ** 4 : 1;
    },
  };
}
