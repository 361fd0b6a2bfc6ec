import {
  BufferAttribute,
  CatmullRomCurve3,
  Color,
  CylinderGeometry,
  DoubleSide,
  Group,
  LatheGeometry,
  SphereGeometry,
  TorusGeometry,
  TubeGeometry,
  Vector2,
  Vector3,
} from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import type { Form, Workshop } from './form.ts';
import { glassEdge } from './glass-edge.ts';
import { add, eye, joint, limb, sphere } from './parts.ts';

/** Half a section of the saucer, from the emitter below around the rim to the collar of the dome. */
const HULL = [[0, -0.52], [0.24, -0.52], [0.36, -0.46], [0.46, -0.36], [0.8, -0.26], [1.08, -0.14], [1.16, -0.08], [1.18, -0.04], [1.15, 0.0], [1.0, 0.06], [0.78, 0.13], [0.58, 0.18], [0.52, 0.22], [0.48, 0.22], [0.46, 0.18], [0, 0.16]] as const; // biome-ignore format: a table
const LIGHTS = 12;
/** Lights that shine alike: those that lie a quarter of the rim apart. */
const COMPANIES = 3;
const REACH = 1.7;

/** A flying saucer: a dome with its pilot, lights that run around the rim, and a beam when it takes something up. */
export function ufo(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const hung = joint(root);
  const craft = joint(hung);
  craft.rotation.x = 0.16;
  const tin = palette.paint(palette.color('hull', -0.24), { roughness: 0.3, metalness: 0.7 });
  const trim = palette.paint(palette.color('hull', -0.45), { roughness: 0.35, metalness: 0.6 });
  add(
    craft,
    once(
      'hull',
      () =>
        new LatheGeometry(
          HULL.map(([r, y]) => new Vector2(r, y)),
          72,
        ),
    ),
    tin,
  );
  const band = once('band', () => new TorusGeometry(1, 0.02, 10, 72).rotateX(Math.PI / 2));
  add(craft, band, trim, [0, 0.145, 0], [0.74, 1, 0.74]);
  add(craft, band, trim, [0, -0.34, 0], [0.53, 1, 0.53]);
  add(craft, band, trim, [0, 0.215, 0], [0.5, 1.6, 0.5]);

  // The seams of its plates, from the collar to the rim.
  const seams = once('seams', () => {
    const slope = HULL.slice(7, 12).map(([r, y]) => new Vector3(r * 1.002, y + 0.003, 0));
    const seam = new TubeGeometry(new CatmullRomCurve3(slope), 16, 0.006, 5);
    return mergeGeometries(
      Array.from({ length: LIGHTS }, (_, i) => seam.clone().rotateY(((i + 0.5) / LIGHTS) * Math.PI * 2)),
    );
  });
  add(craft, seams, trim).castShadow = false;
  const lamps = Array.from({ length: COMPANIES }, () =>
    palette.paint(palette.color('lights', -0.55), { emissive: palette.color('lights'), roughness: 0.4 }),
  );
  const wheel = joint(craft);
  for (let i = 0; i < LIGHTS; i++) {
    const lamp = lamps[i % COMPANIES];
    if (!lamp) continue;
    const spoke = joint(wheel);
    spoke.rotation.y = ((i + 0.5) / LIGHTS) * Math.PI * 2;
    add(spoke, sphere(workshop), trim, [0, -0.075, 1.1], [0.12, 0.09, 0.06]).castShadow = false;
    add(spoke, sphere(workshop), lamp, [0, -0.08, 1.125], [0.088, 0.074, 0.065]).castShadow = false;
  }

  const pilot = joint(craft, [0, 0.3, 0.02]);
  const skin = palette.paint(new Color('#7fcf6a'), { roughness: 0.55 });
  const suit = palette.paint(new Color('#4a5fa8'), { roughness: 0.7 });
  add(pilot, sphere(workshop), suit, [0, -0.1, 0], [0.19, 0.15, 0.14]);
  const head = joint(pilot, [0, 0.13, 0.02]);
  add(head, sphere(workshop, true), skin, [0, 0, 0], [0.175, 0.15, 0.15]);
  for (const side of [-1, 1]) {
    const socket = joint(head, [side * 0.072, 0.012, 0.115]);
    socket.rotation.y = -Math.PI / 2;
    eye(workshop, socket, [0, 0, 0], 0.048, 0);
    add(head, limb(workshop, 0.01, 0.08), skin, [side * 0.11, 0.2, 0], 1, [0, 0, -side * 0.5]);
    add(head, sphere(workshop), skin, [side * 0.125, 0.215, 0], 0.027);
  }
  const smile = once('smile', () => new TorusGeometry(0.045, 0.008, 6, 16, Math.PI * 0.8).rotateZ(Math.PI * 1.1));
  add(head, smile, palette.paint(new Color('#24421c')), [0, -0.045, 0.142]).castShadow = false;

  const bubble = palette.paint('dome', { roughness: 0.05, transparent: true, opacity: 0.3, depthWrite: false });
  glassEdge(bubble, 1.1, palette.color('dome', -0.1));
  const dome = once('dome', () => new SphereGeometry(1, 48, 24, 0, Math.PI * 2, 0, Math.PI / 2));
  add(craft, dome, bubble, [0, 0.2, 0], [0.5, 0.47, 0.5]).castShadow = false;
  const white = new Color('#ffffff');
  const glint = palette.paint(white, {
    emissive: white,
    emissiveIntensity: 0.5,
    transparent: true,
    opacity: 0.55,
    depthWrite: false,
  });
  add(craft, sphere(workshop), glint, [-0.29, 0.42, 0.33], [0.03, 0.11, 0.012], [0, -0.5, -0.55]).castShadow = false;

  const shine = { depthWrite: false, side: DoubleSide, transparent: true } as const;
  const emitter = palette.paint(palette.color('beam', -0.6), { emissive: palette.color('beam') });
  add(
    craft,
    once('emitter', () => new CylinderGeometry(0.22, 0.2, 0.02, 36)),
    emitter,
    [0, -0.53, 0],
  ).castShadow = false;
  const beam = joint(hung, [0, -0.5, 0.05]);
  const cone = once('beam', () =>
    falling(new CylinderGeometry(0.2, 0.82, REACH, 48, 12, true).translate(0, -REACH / 2, 0)),
  );
  const ray = palette.painted({
    ...shine,
    color: new Color('#000000'),
    emissive: palette.color('beam').offsetHSL(0, 0.3, -0.22),
    roughness: 1,
    opacity: 0.32,
  });
  for (const wide of [1, 0.6]) add(beam, cone, ray, [0, 0, 0], [wide, 1, wide]).castShadow = false;
  const hoop = once('hoop', () => new TorusGeometry(1, 0.022, 8, 56).rotateX(Math.PI / 2 - 0.24));
  const rings = [0, 1, 2].map((i) => {
    const light = palette.paint(new Color('#000000'), {
      ...shine,
      emissive: palette.color('beam').offsetHSL(0, 0.2, -0.1),
      opacity: 0.8,
    });
    const ring = add(beam, hoop, light);
    ring.castShadow = false;
    return { ring, at: i / 3 };
  });
  return {
    root,
    pose: ({ pose: { animation, clock: t, vx, heading } }) => {
      const live = animation === 'none' ? 0 : 1;
      // Its pilot looks at the viewer, whichever way it flies.
      hung.rotation.y = ((heading - 1) / 2) * Math.PI;
      craft.position.y = Math.sin(t * 2.4) * 0.04 * live;
      craft.rotation.z = (Math.sin(t * 1.7) * 0.04 - Math.max(-0.25, Math.min(0.25, vx / 1700))) * live;
      wheel.rotation.y = t * 0.5 * live;
      pilot.rotation.z = Math.sin(t * 2) * 0.06 * live;
      head.rotation.y = Math.sin(t * 0.9) * 0.35 * live;
      for (const [i, lamp] of lamps.entries()) {
        const wave = 0.5 + 0.5 * Math.sin(t * 5 - (i / COMPANIES) * Math.PI * 2);
        lamp.emissiveIntensity = live ? 0.12 + 1.5 * wave ** 2 : 0.8;
      }
      const on = animation === 'beam' ? Math.min(1, t / 0.45) : 0;
      beam.visible = on > 0;
      beam.position.y = -0.5 + craft.position.y;
      beam.scale.y = Math.max(0.001, on);
      emitter.emissiveIntensity = 0.25 + on * 1.2;
      ray.emissiveIntensity = 0.85 + 0.06 * Math.sin(t * 9);
      for (const { ring, at } of rings) {
        // They rise, as what is caught in the beam does.
        const down = 1 - ((t * 0.55 + at) % 1);
        ring.position.y = -down * REACH;
        // Grown from a point below, and drawn in above, so that none comes or goes at once.
        const wide = (0.2 + 0.62 * down) * Math.min(1, (1 - down) * 6, down * 6);
        ring.scale.set(Math.max(0.001, wide), Math.max(0.001, wide), Math.max(0.001, wide));
      }
    },
  };
}

/** Lets the light of a beam die away downwards. */
function falling(cone: CylinderGeometry): CylinderGeometry {
  const position = cone.getAttribute('position');
  const colors = new Float32Array(position.count * 4);
  for (let i = 0; i < position.count; i++) {
    const down = -position.getY(i) / REACH;
    colors.set([1, 1, 1, 0.12 + 0.88 * (1 - down) ** 1.6], i * 4);
  }
  cone.setAttribute('color', new BufferAttribute(colors, 4));
  return cone;
}
