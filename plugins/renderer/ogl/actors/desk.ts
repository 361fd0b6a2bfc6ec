import { IDENTITY } from '../paint/affine.ts';
import { type Brush, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import { type Form, slot } from './form.ts';

const HALF = 640;
/** The board lies from here to the edge towards the viewer, seen a little from above. */
const BACK = -75;
const EDGE = 10;
const FRONT = 34;

/** Long wavy lines of growth, and the knots that they flow around. */
function paintGrain({ ctx }: Brush, top: number, bottom: number, colour: string, seed: number, narrow: number): void {
  const deep = bottom - top;
  for (let line = 0; line < 34; line++) {
    const share = hash(line, seed) ** 0.8;
    const y = top + share * deep;
    ctx.strokeStyle =
      hash(line, seed, 1) > 0.4 ? darker(colour, 0.45, 0.1 + hash(line, seed, 2) * 0.16) : lighter(colour, 0.4, 0.16);
    ctx.lineWidth = (0.6 + hash(line, seed, 3) * 1.8) * narrow;
    ctx.beginPath();
    const start = -HALF + hash(line, seed, 4) * 900 - 300;
    const long = 300 + hash(line, seed, 5) * 900;
    for (let x = Math.max(-HALF, start); x <= Math.min(HALF, start + long); x += 12) {
      const wave = Math.sin(x * 0.006 + line * 1.7) * 3 + Math.sin(x * 0.017 + line) * 1.1;
      ctx.lineTo(x, y + wave * narrow);
    }
    ctx.stroke();
  }
}

function paintTop(brush: Brush, colour: string): void {
  const { ctx } = brush;
  const board = path(`M ${-HALF + 34} ${BACK} L ${HALF - 34} ${BACK} L ${HALF} ${EDGE} L ${-HALF} ${EDGE} Z`);
  const sheen = ctx.createLinearGradient(0, BACK, 0, EDGE);
  sheen.addColorStop(0, darker(colour, 0.2));
  sheen.addColorStop(0.45, colour);
  sheen.addColorStop(1, lighter(colour, 0.16));
  ctx.fillStyle = sheen;
  ctx.fill(board);
  ctx.save();
  ctx.clip(board);
  paintGrain(brush, BACK, EDGE, colour, 531, 0.75);
  ctx.strokeStyle = darker(colour, 0.5, 0.35);
  ctx.lineWidth = 1.4;
  for (const [far, near] of [
    [-0.34, -0.37],
    [0.31, 0.34],
  ] as const)
    ctx.stroke(path(`M ${far * HALF} ${BACK} L ${near * HALF} ${EDGE}`));
  const light = ctx.createRadialGradient(0, -30, 20, 0, -30, 620);
  light.addColorStop(0, fade('#fff3d8', 0.2));
  light.addColorStop(1, fade('#fff3d8', 0));
  ctx.fillStyle = light;
  ctx.fillRect(-HALF, BACK, HALF * 2, EDGE - BACK);
  ctx.restore();
}

function paintFront(brush: Brush, top: string, front: string): void {
  const { ctx } = brush;
  shape(brush, rounded(-HALF + 22, FRONT - 4, HALF * 2 - 44, 45, 3), {
    fill: front,
    box: [-HALF, FRONT, HALF * 2, 41],
    depth: 0.35,
    outline: 0.3,
  });
  paintGrain(brush, FRONT + 4, 74, front, 541, 0.6);
  ctx.fillStyle = fade('#1a0f08', 0.3);
  ctx.fillRect(-HALF + 22, FRONT - 2, HALF * 2 - 44, 7);
  const edge = ctx.createLinearGradient(0, EDGE, 0, FRONT);
  edge.addColorStop(0, lighter(top, 0.34));
  edge.addColorStop(0.2, top);
  edge.addColorStop(1, darker(top, 0.42));
  ctx.fillStyle = edge;
  ctx.fill(rounded(-HALF, EDGE - 2, HALF * 2, FRONT - EDGE + 2, 8));
  ctx.save();
  ctx.clip(rounded(-HALF, EDGE - 2, HALF * 2, FRONT - EDGE + 2, 8));
  paintGrain(brush, EDGE + 2, FRONT - 2, top, 551, 0.5);
  ctx.restore();
}

export const desk: Form = {
  clear: true,
  parts: (colours) => ({
    top: { box: [-HALF, BACK - 1, HALF * 2, 90], paint: (brush) => paintTop(brush, slot(colours, 'top')) },
    front: {
      box: [-HALF, EDGE - 4, HALF * 2, 72],
      paint: (brush) => paintFront(brush, slot(colours, 'top'), slot(colours, 'front')),
    },
  }),
  pose: () => [
    { part: 'front', at: IDENTITY },
    { part: 'top', at: IDENTITY },
  ],
};
