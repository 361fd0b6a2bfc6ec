import { Color, ConeGeometry, Group, LatheGeometry, Vector2, Vector3 } from 'three';
import { glowSprite } from '../glow.ts';
import { noise } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { add, joint, sphere, tint } from './parts.ts';

/** Half a section of the cap above its lip, and of what lies under it, up to the stem. */
const DOME = [[0, 0.52], [0.16, 0.505], [0.29, 0.45], [0.39, 0.36], [0.455, 0.23], [0.48, 0.1], [0.475, 0.03], [0.45, -0.005]] as const; // biome-ignore format: a table
const GILLS = [[0.45, -0.005], [0.36, 0.035], [0.22, 0.07], [0.1, 0.08]] as const; // biome-ignore format: a table
const STEM = [[0.1, 0.1], [0.115, -0.1], [0.14, -0.3], [0.19, -0.46], [0.2, -0.52], [0.16, -0.56], [0, -0.56]] as const; // biome-ignore format: a table
const SKIRT = [[0.11, -0.04], [0.16, -0.08], [0.215, -0.16]] as const; // biome-ignore format: a table
/** Where the spots lie: around the cap in degrees, how far down its section, 0–1, and their size. */
const SPOTS = [[70, 0.3, 0.1], [110, 0.55, 0.095], [62, 0.68, 0.08], [150, 0.28, 0.075], [148, 0.72, 0.08], [20, 0.5, 0.09], [86, 0.84, 0.055], [122, 0.88, 0.05], [250, 0.08, 0.1], [350, 0.78, 0.07], [195, 0.55, 0.09], [240, 0.6, 0.09], [290, 0.45, 0.085], [310, 0.75, 0.07], [180, 0.85, 0.06], [28, 0.85, 0.055]] as const; // biome-ignore format: a table

/** The point of the cap's section `down` its way, 0–1, and which way its surface looks there. */
function onCap(down: number): { readonly r: number; readonly y: number; readonly tilt: number } {
  const at = Math.min(DOME.length - 2, Math.floor(down * (DOME.length - 1)));
  const share = down * (DOME.length - 1) - at;
  const [[fromR, fromY], [toR, toY]] = [DOME[at] ?? DOME[0], DOME[at + 1] ?? DOME[0]];
  return {
    r: fromR + (toR - fromR) * share,
    y: fromY + (toY - fromY) * share,
    tilt: Math.atan2(fromY - toY, toR - fromR),
  };
}

const turned =
  (profile: readonly (readonly [number, number])[], segments = 56) =>
  () =>
    new LatheGeometry(
      profile.map(([r, y]) => new Vector2(r, y)),
      segments,
    );

/** A toadstool; swaying a little by itself, and aglow like in a fairy tale where it is told to be. */
export function mushroom(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const foot = joint(root, [0, -0.55, 0]);
  foot.rotation.x = 0.12;
  const body = joint(foot, [0, 0.55, 0]);
  const [flesh, shade] = [palette.color('stem'), palette.color('stem', -0.3)];
  const stem = once('stem', () =>
    tint(turned(STEM)(), (x, y, z, out) =>
      out
        .copy(flesh)
        .lerp(shade, Math.min(1, Math.max(0, -0.1 - y * 0.3 + (noise(x * 22, y * 3, z * 22, 81) - 0.5) * 0.7))),
    ),
  );
  const pale = palette.painted({ roughness: 0.9, side: 2 });
  add(body, stem, pale).receiveShadow = true;
  add(body, once('skirt', turned(SKIRT)), palette.paint('stem', { roughness: 0.9, side: 2 })).receiveShadow = true;

  const cap = joint(body);
  add(cap, once('dome', turned(DOME)), palette.paint('cap', { roughness: 0.32, side: 2 }));
  const gills = once('gills', () =>
    tint(turned(GILLS, 144)(), (x, _y, z, out) =>
      out.copy(flesh).multiplyScalar(Math.sin(Math.atan2(z, x) * 48) > 0 ? 0.95 : 0.7),
    ),
  );
  add(cap, gills, pale).receiveShadow = true;
  const dots = palette.paint('spots', { roughness: 0.7, emissive: palette.color('spots') });
  const up = new Vector3(0, 1, 0);
  for (const [around, down, size] of SPOTS) {
    const turn = (around / 180) * Math.PI;
    const { r, y, tilt } = onCap(down);
    const normal = new Vector3(Math.sin(tilt) * Math.cos(turn), Math.cos(tilt), Math.sin(tilt) * Math.sin(turn));
    const spot = add(cap, sphere(workshop), dots, [r * Math.cos(turn), y, r * Math.sin(turn)], [size, 0.024, size]);
    spot.quaternion.setFromUnitVectors(up, normal);
    spot.castShadow = false;
  }

  const grass = palette.paint(new Color('#6aa653'), { roughness: 0.9 });
  const blade = once('blade', () => new ConeGeometry(0.018, 0.16, 6).translate(0, 0.08, 0));
  for (let at = 0; at < 11; at++) {
    const turn = (at / 11) * Math.PI * 2;
    add(
      root,
      blade,
      grass,
      [Math.cos(turn) * 0.21, -0.56, Math.sin(turn) * 0.21 + 0.02],
      [1, 0.7 + (at % 3) * 0.3, 1],
      [Math.sin(turn) * 0.45, 0, -Math.cos(turn) * 0.45],
    ).castShadow = false;
  }
  const halo = glowSprite(palette.color('spots'));
  halo.position.set(0, 0.25, 0.1);
  halo.scale.set(2.6, 2.6, 1);
  root.add(halo);
  return {
    root,
    pose: ({ pose: { animation, clock }, opacity }) => {
      const live = animation === 'none' ? 0 : 1;
      const glows = animation === 'glow';
      foot.rotation.z = Math.sin(clock * 1.85) * 0.03 * live;
      cap.rotation.z = Math.sin(clock * 1.85 - 0.7) * 0.03 * live;
      const squash = Math.sin(clock * 3.7) * 0.01 * live;
      cap.scale.set(1 + squash, 1 - squash, 1 + squash);
      dots.emissiveIntensity = glows ? 0.75 + 0.2 * Math.sin(clock * 2.4) : 0.03;
      halo.visible = glows;
      halo.material.opacity = (0.4 + 0.08 * Math.sin(clock * 2.4)) * opacity;
    },
  };
}
