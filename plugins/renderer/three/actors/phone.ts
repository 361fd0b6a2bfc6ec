import { Color, CylinderGeometry, Group, type Mesh, TorusGeometry } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { FAMILY } from '../fonts.ts';
import type { Form, Workshop } from './form.ts';
import { facingViewer } from './front.ts';
import { paintedFace } from './painted-face.ts';
import { panel, panelFace } from './panel.ts';
import { add, joint, sphere } from './parts.ts';

const [WIDE, HIGH] = [0.74, 1.52] as const;
/** It rings for so long out of each so many seconds. */
const RINGS_S = 1.25;
const CALL_S = 2.1;
const ICONS = ['#ff6b6b', '#ffb02e', '#4fc96b', '#46b8f0', '#8b7cf6', '#ff8fc0', '#2fc4b2', '#ffd84d', '#5b6ef0'];

const ease = (share: number): number => {
  const s = Math.min(1, Math.max(0, share));
  return s * s * (3 - 2 * s);
};

/** A smartphone with a lit screen of icons; a call shakes it, sends waves out and shows who it is. */
export function phone(workshop: Workshop): Form {
  const { palette, once } = workshop;
  const root = new Group();
  const turned = joint(root);
  const held = joint(turned);
  const shell = palette.paint('case', { roughness: 0.28, metalness: 0.55 });
  const black = palette.paint(new Color('#07090d'), { roughness: 0.12 });
  add(
    held,
    once('body', () => panel(0.85, 1.66, 0.16, 0.11, 0.035)),
    shell,
  );
  add(
    held,
    once('front', () => panel(0.79, 1.6, 0.14, 0.02, 0.006)),
    black,
    [0, 0, 0.05],
  );
  const button = once('button', () => new RoundedBoxGeometry(0.03, 0.22, 0.045, 3, 0.012));
  for (const [x, y, long] of [
    [0.428, 0.18, 1.2],
    [-0.428, 0.34, 0.9],
    [-0.428, 0.1, 0.9],
  ] as const)
    add(held, button, shell, [x, y, 0], [1, long, 1]);
  // The back: a plate with two lenses and a lamp.
  add(
    held,
    once('plate', () => panel(0.3, 0.44, 0.09, 0.04, 0.012)),
    shell,
    [0.2, 0.54, -0.06],
  );
  const lens = once('lens', () => new CylinderGeometry(0.07, 0.075, 0.05, 24).rotateX(Math.PI / 2));
  for (const y of [0.64, 0.45]) add(held, lens, black, [0.2, y, -0.085]);

  const picture = paintedFace(320, Math.round((320 * HIGH) / WIDE), (context) =>
    homeScreen(
      context,
      palette.color('screen').getStyle(),
      palette.color('screen', 0.4).getStyle(),
      palette.color('screen', -0.6).getStyle(),
    ),
  );
  const screen = palette.paint(new Color('#05070b'), {
    // Black metal: it mirrors nothing over the picture but at a slant.
    roughness: 0.3,
    metalness: 1,
    emissive: new Color('#ffffff'),
    emissiveMap: picture,
    emissiveIntensity: 0.95,
  });
  add(
    held,
    once('screen', () => panelFace(WIDE, HIGH, 0.1)),
    screen,
    [0, 0, 0.0615],
  ).castShadow = false;

  const call = joint(held, [0, 0.44, 0.07]);
  const shining = (color: string, intensity = 0.6) =>
    palette.paint(new Color(color).multiplyScalar(0.25), { emissive: new Color(color), emissiveIntensity: intensity });
  const flat = (part: Mesh): Mesh => {
    part.castShadow = false;
    return part;
  };
  flat(
    add(
      call,
      once('card', () => panel(0.67, 0.25, 0.09, 0.02, 0.006)),
      shining('#ffffff'),
    ),
  );
  const disc = once('disc', () => new CylinderGeometry(1, 1, 1, 32).rotateX(Math.PI / 2));
  flat(add(call, disc, shining('#f3b27a'), [-0.22, 0, 0.014], [0.075, 0.075, 0.01]));
  flat(add(call, sphere(workshop), shining('#5a3a2a'), [-0.22, 0.035, 0.02], [0.062, 0.042, 0.01]));
  flat(
    add(
      call,
      once('name', () => panel(0.15, 0.034, 0.017, 0.006, 0)),
      shining('#2a3242'),
      [-0.04, 0.03, 0.014],
    ),
  );
  flat(
    add(
      call,
      once('number', () => panel(0.11, 0.026, 0.013, 0.006, 0)),
      shining('#a9b0bd'),
      [-0.06, -0.035, 0.014],
    ),
  );
  flat(add(call, disc, shining('#ff3b30'), [0.115, 0, 0.014], [0.062, 0.062, 0.016]));
  const answer = flat(add(call, disc, shining('#34c759'), [0.255, 0, 0.014], [0.062, 0.062, 0.016]));

  const waveLight = palette.paint(palette.color('screen'), {
    emissive: palette.color('screen'),
    emissiveIntensity: 0.6,
  });
  const waves = [-1, 1].flatMap((side) =>
    [0.17, 0.29].map((r, i) => {
      const arc = once(`wave ${r}`, () => new TorusGeometry(r, 0.021, 10, 28, 1.5).rotateZ(-0.75));
      const mesh = flat(add(turned, arc, waveLight, [0, 0, 0], 1, [0, side < 0 ? Math.PI : 0, 0]));
      return { mesh, side, i };
    }),
  );
  return {
    root,
    pose: ({ pose: { animation, clock, heading } }) => {
      const rings = animation === 'ring';
      const since = clock % CALL_S;
      const loud = rings ? ease(since / 0.12) * ease((RINGS_S - since) / 0.2) : 0;
      turned.rotation.y = facingViewer(heading, 0.32);
      held.rotation.z = loud * Math.sin(clock * 57) * 0.075;
      held.rotation.y = loud * Math.sin(clock * 57 + 1) * 0.05;
      const shown = rings ? ease(clock / 0.35) : 0;
      call.visible = shown > 0;
      call.position.y = 0.44 + (1 - shown) * 0.14;
      call.scale.setScalar(0.8 + 0.2 * shown);
      answer.scale.set(
        0.062 * (1 + 0.16 * loud * Math.sin(clock * 15)),
        0.062 * (1 + 0.16 * loud * Math.sin(clock * 15)),
        0.016,
      );
      screen.emissiveIntensity = 0.95 - 0.25 * shown + 0.15 * loud;
      for (const { mesh, side, i } of waves) {
        const out = 0.34 + 0.03 * Math.sin(clock * 15 - i) * loud;
        mesh.visible = loud > 0.02;
        mesh.position.set(side * out, 0, 0);
        mesh.scale.setScalar(Math.max(0.01, loud));
      }
      waveLight.emissiveIntensity = 0.4 + 0.5 * loud;
    },
  };
}

/** Wallpaper, status bar, icons with their signs, and a dock. */
function homeScreen(context: CanvasRenderingContext2D, mid: string, light: string, dark: string): void {
  const { width, height } = context.canvas;
  const sky = context.createLinearGradient(0, 0, width * 0.6, height);
  sky.addColorStop(0, light);
  sky.addColorStop(0.5, mid);
  sky.addColorStop(1, dark);
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  context.fillStyle = 'rgba(255, 255, 255, 0.1)';
  context.beginPath();
  context.ellipse(270, 250, 230, 190, -0.4, 0, Math.PI * 2);
  context.ellipse(20, 560, 250, 170, 0.4, 0, Math.PI * 2);
  context.fill();
  context.fillStyle = '#ffffff';
  context.font = `700 32px "${FAMILY}", sans-serif`;
  context.fillText('9:41', 24, 48);
  for (const [i, high] of [9, 15, 21].entries()) context.fillRect(226 + i * 11, 46 - high, 7, high);
  context.strokeStyle = '#ffffff';
  context.lineWidth = 3;
  context.beginPath();
  context.roundRect(264, 26, 32, 20, 5);
  context.stroke();
  context.fillRect(268, 30, 20, 12);
  context.fillStyle = '#07090d';
  context.beginPath();
  context.roundRect(118, 14, 84, 26, 13);
  context.fill();
  for (let i = 0; i < 14; i++) icon(context, 52 + (i % 4) * 72, 254 + Math.floor(i / 4) * 80, i);
  context.fillStyle = 'rgba(255, 255, 255, 0.28)';
  context.beginPath();
  context.roundRect(14, height - 112, width - 28, 84, 32);
  context.fill();
  for (const [i, at] of [2, 0, 7, 4].entries()) icon(context, 52 + i * 72, height - 70, at);
  context.fillStyle = 'rgba(255, 255, 255, 0.75)';
  context.beginPath();
  context.roundRect(110, height - 16, 100, 7, 4);
  context.fill();
}

function icon(context: CanvasRenderingContext2D, x: number, y: number, at: number): void {
  context.fillStyle = ICONS[at % ICONS.length] ?? '#ffffff';
  context.beginPath();
  context.roundRect(x - 28, y - 28, 56, 56, 16);
  context.fill();
  const gloss = context.createLinearGradient(0, y - 28, 0, y + 28);
  gloss.addColorStop(0, 'rgba(255, 255, 255, 0.35)');
  gloss.addColorStop(1, 'rgba(0, 0, 0, 0.12)');
  context.fillStyle = gloss;
  context.fill();
  context.strokeStyle = '#ffffff';
  context.lineWidth = 6;
  context.lineCap = context.lineJoin = 'round';
  context.beginPath();
  if (at % 4 === 0) context.arc(x, y, 11, 0, Math.PI * 2);
  else if (at % 4 === 1) {
    context.moveTo(x - 12, y + 8);
    context.lineTo(x, y - 12);
    context.lineTo(x + 12, y + 8);
    context.closePath();
  } else if (at % 4 === 2) {
    context.moveTo(x - 13, y);
    context.lineTo(x - 3, y + 10);
    context.lineTo(x + 13, y - 9);
  } else {
    for (const dy of [-9, 1, 11]) {
      context.moveTo(x - 12, y + dy);
      context.lineTo(x + (dy === 11 ? 2 : 12), y + dy);
    }
  }
  context.stroke();
}
