import { BoxGeometry, Color, Group } from 'three';
import { RoundedBoxGeometry } from 'three/addons/geometries/RoundedBoxGeometry.js';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';
import { hash } from '../noise.ts';
import type { Form, Workshop } from './form.ts';
import { facingViewer } from './front.ts';
import { paintedFace } from './painted-face.ts';
import { panel, panelFace } from './panel.ts';
import { add, joint } from './parts.ts';

/** The screen in units and the pixels it is painted in. */
const [WIDE, HIGH, PIXELS] = [1.76, 1.0, 512] as const;
const BARS = [0.17, 0.27, 0.23, 0.37, 0.48] as const;
const STROKES_A_SECOND = 7;
/** Keys a row, and which key of the last row is the long one. */
const ROWS = [13, 13, 12, 7] as const;
const SPACE = 3;

/** Middle and width of every key, from the back to the front. */
const KEYS = ROWS.flatMap((count, row) => {
  const unit = 1.74 / (row === 3 ? 12 : count);
  return Array.from({ length: count }, (_, column) => {
    const span = row === 3 && column === SPACE ? 6 : 1;
    const before = row === 3 && column > SPACE ? column + 5 : column;
    return { x: -0.87 + unit * (before + span / 2), z: 0.2 + row * 0.145, width: unit * span - 0.03 };
  });
});

/** An open laptop: a lit screen on which a chart lives and lines are written, and keys that are struck. */
export function laptop({ palette, once }: Workshop): Form {
  const root = new Group();
  const turned = joint(root);
  turned.scale.setScalar(0.92);
  // Tipped towards the viewer, so that the keys can be seen.
  const desk = joint(turned, [0, -0.37, -0.42]);
  desk.rotation.x = 0.26;
  const tin = palette.paint('case', { roughness: 0.32, metalness: 0.6 });
  const dark = palette.paint(new Color('#10151f'), { roughness: 0.35 });
  const black = palette.paint(new Color('#262e3b'), { roughness: 0.55 });
  add(
    desk,
    once('deck', () => panel(2.02, 1.3, 0.11, 0.085, 0.025).rotateX(-Math.PI / 2)),
    tin,
    [0, -0.045, 0.62],
  );
  add(
    desk,
    once('well', () => panel(1.82, 0.64, 0.05, 0.02, 0.004).rotateX(-Math.PI / 2)),
    dark,
    [0, -0.008, 0.41],
  );
  const keys = once('keys', () =>
    mergeGeometries(
      KEYS.map(({ x, z, width }) => new RoundedBoxGeometry(width, 0.045, 0.115, 2, 0.018).translate(x, 0.018, z)),
    ),
  );
  add(desk, keys, black);
  const pad = palette.paint(palette.color('case', -0.22), { roughness: 0.3, metalness: 0.5 });
  add(
    desk,
    once('pad', () => panel(0.56, 0.34, 0.04, 0.014, 0.004).rotateX(-Math.PI / 2)),
    pad,
    [0, -0.002, 0.98],
  );
  add(
    desk,
    once('hinge', () => new RoundedBoxGeometry(1.3, 0.07, 0.07, 3, 0.03)),
    dark,
    [0, -0.01, 0],
  );

  const lid = joint(desk, [0, 0.01, 0]);
  lid.rotation.x = -0.26 - 0.2;
  add(
    lid,
    once('lid', () => panel(1.98, 1.2, 0.09, 0.07, 0.022)),
    tin,
    [0, 0.61, 0],
  );
  add(
    lid,
    once('bezel', () => panel(1.9, 1.12, 0.06, 0.02, 0.005)),
    dark,
    [0, 0.61, 0.029],
  );
  const mark = palette.paint('glow', { emissive: palette.color('glow'), emissiveIntensity: 0.7 });
  add(
    lid,
    once('mark', () => panel(0.2, 0.2, 0.1, 0.02, 0.006)),
    mark,
    [0, 0.63, -0.03],
  );
  const picture = paintedFace(PIXELS, Math.round((PIXELS * HIGH) / WIDE), (context) =>
    desktop(context, palette.color('screen').getStyle(), palette.color('glow').getStyle()),
  );
  const screen = palette.paint(new Color('#05070b'), {
    // Black metal: it mirrors nothing over the picture but at a slant.
    roughness: 0.3,
    metalness: 1,
    emissive: new Color('#ffffff'),
    emissiveMap: picture,
    emissiveIntensity: 0.95,
  });
  const shown = joint(lid, [0, 0.615, 0.043]);
  add(
    shown,
    once('screen', () => panelFace(WIDE, HIGH, 0.03)),
    screen,
  ).castShadow = false;

  const glow = palette.paint(palette.color('glow', -0.7), {
    emissive: palette.color('glow', -0.2),
    emissiveIntensity: 0.8,
  });
  const gold = palette.paint(new Color('#7a5a10'), { emissive: new Color('#ffd166'), emissiveIntensity: 0.95 });
  const white = palette.paint(new Color('#888888'), { emissive: new Color('#ffffff'), emissiveIntensity: 0.95 });
  const bar = once('bar', () => new BoxGeometry(0.085, 1, 0.016).translate(0, 0.5, 0.008));
  const knob = once('knob', () => panel(0.045, 0.045, 0.022, 0.016, 0.003));
  const line = once('line', () => panel(1, 0.042, 0.02, 0.008, 0).translate(0.5, 0, 0.004));
  const bars = BARS.map((height, i) => ({
    height,
    column: add(shown, bar, glow, [0.16 + i * 0.145, -0.36, 0]),
    top: add(shown, knob, gold, [0.16 + i * 0.145, 0, 0.012]),
  }));
  const lines = [0, 1].map((i) => add(shown, line, glow, [-0.76, -0.06 - i * 0.115, 0]));
  const cursor = add(
    shown,
    once('cursor', () => new BoxGeometry(0.016, 0.085, 0.006)),
    white,
  );
  for (const { column, top } of bars) column.castShadow = top.castShadow = false;
  for (const part of [...lines, cursor]) part.castShadow = false;
  const cap = once('cap', () => new RoundedBoxGeometry(1, 0.04, 0.12, 2, 0.012));
  const struck = [0, 1].map(() => {
    const light = palette.paint(palette.color('glow', -0.4), { emissive: palette.color('glow') });
    return { light, key: add(desk, cap, light) };
  });
  return {
    root,
    pose: ({ pose: { animation, clock, heading } }) => {
      const typing = animation === 'type';
      turned.rotation.y = facingViewer(heading, 0.3);
      for (const [i, { height, column, top }] of bars.entries()) {
        const high = height * (1 + (typing ? 0.14 * Math.sin(clock * (2.4 - i * 0.2) + i * 1.3) : 0));
        column.scale.y = high;
        top.position.y = -0.36 + high + 0.06;
      }
      // Two rows are written letter by letter, and then a new page begins.
      const letters = typing ? (clock * STROKES_A_SECOND) % 32 : 9;
      const row = letters > 16 ? 1 : 0;
      for (const [i, written] of lines.entries()) {
        const share = Math.floor(Math.min(16, Math.max(0, letters - i * 16))) / 16;
        written.visible = share > 0;
        written.scale.x = Math.max(0.001, share * 0.6);
        if (i === row) cursor.position.set(-0.745 + share * 0.6, -0.06 - i * 0.115, 0.01);
      }
      cursor.visible = clock % 1 < 0.6;
      const stroke = clock * STROKES_A_SECOND;
      for (const [back, { light, key }] of struck.entries()) {
        const at = KEYS[Math.floor(hash(Math.max(0, Math.floor(stroke) - back), 3) * KEYS.length)];
        key.visible = typing && at !== undefined;
        if (!at) continue;
        light.emissiveIntensity = 1.1 * (1 - (back + (stroke % 1)) / 2);
        key.position.set(at.x, 0.021 - 0.012 * (back === 0 ? 1 : 0), at.z);
        key.scale.x = at.width + 0.006;
      }
    },
  };
}

/** What stands still on the screen: a window with its bar, a page with a heading, and the grid of the chart. */
function desktop(context: CanvasRenderingContext2D, dark: string, light: string): void {
  const { width, height } = context.canvas;
  context.fillStyle = dark;
  context.fillRect(0, 0, width, height);
  const sheen = context.createLinearGradient(0, 0, width, height);
  sheen.addColorStop(0, light);
  sheen.addColorStop(0.75, dark);
  context.globalAlpha = 0.4;
  context.fillStyle = sheen;
  context.fillRect(0, 0, width, height);
  context.globalAlpha = 1;
  context.fillStyle = 'rgba(4, 8, 16, 0.42)';
  context.fillRect(0, 0, width, 30);
  for (const [i, colour] of ['#ff6b5f', '#ffc145', '#5ed66b'].entries()) {
    context.fillStyle = colour;
    context.beginPath();
    context.arc(22 + i * 20, 15, 6, 0, Math.PI * 2);
    context.fill();
  }
  context.fillStyle = 'rgba(255, 255, 255, 0.08)';
  for (const x of [18, 266]) {
    context.beginPath();
    context.roundRect(x, 48, 228, 218, 10);
    context.fill();
  }
  for (const [i, [long, colour]] of [
    [96, '#ffd166'],
    [176, 'rgba(255, 255, 255, 0.6)'],
    [140, 'rgba(255, 255, 255, 0.6)'],
  ].entries()) {
    context.fillStyle = `${colour}`;
    context.beginPath();
    context.roundRect(35, 66 + i * 32, Number(long), 12, 6);
    context.fill();
  }
  context.strokeStyle = 'rgba(255, 255, 255, 0.2)';
  context.lineWidth = 2;
  for (let y = 90; y < 240; y += 38) context.strokeRect(280, y, 200, 0);
  context.strokeStyle = 'rgba(255, 255, 255, 0.7)';
  context.lineWidth = 3;
  context.beginPath();
  context.moveTo(280, 64);
  context.lineTo(280, 250);
  context.lineTo(484, 250);
  context.stroke();
}
