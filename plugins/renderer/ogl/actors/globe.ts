import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, oval, path, shape } from '../paint/brush.ts';
import { darker, lighter } from '../paint/colour.ts';
import type { Part } from '../paint/sheet.ts';
import { type Colours, type Form, slot } from './form.ts';

const RADIUS = 94;
/** One turn takes this many seconds and is drawn in this many steps. */
const TURN_S = 24;
const STEPS = 96;
/** Outlines of land by longitude and latitude in degrees: not a map, but the world as one remembers it. */
const LANDS: readonly (readonly (readonly [number, number])[])[] = [
  [
    [-165, 64],
    [-130, 70],
    [-95, 72],
    [-62, 60],
    [-66, 46],
    [-80, 30],
    [-97, 26],
    [-105, 20],
    [-86, 14],
    [-80, 8],
    [-96, 15],
    [-112, 26],
    [-124, 42],
    [-135, 58],
  ],
  [
    [-78, 8],
    [-52, 4],
    [-36, -8],
    [-42, -24],
    [-58, -38],
    [-68, -54],
    [-74, -40],
    [-70, -18],
    [-80, -4],
  ],
  [
    [-16, 14],
    [-8, 34],
    [10, 36],
    [32, 30],
    [44, 12],
    [50, 10],
    [40, -14],
    [32, -28],
    [20, -34],
    [12, -16],
    [8, 4],
    [-8, 5],
  ],
  [
    [-9, 38],
    [0, 48],
    [8, 56],
    [24, 70],
    [60, 70],
    [100, 76],
    [140, 72],
    [178, 66],
    [160, 60],
    [140, 52],
    [130, 40],
    [120, 28],
    [108, 14],
    [100, 8],
    [92, 22],
    [80, 8],
    [72, 22],
    [56, 26],
    [44, 38],
    [28, 38],
    [16, 40],
    [4, 42],
  ],
  [
    [114, -22],
    [130, -12],
    [142, -12],
    [152, -26],
    [146, -38],
    [132, -32],
    [116, -34],
  ],
  [
    [-50, 62],
    [-22, 70],
    [-24, 82],
    [-56, 80],
  ],
];

/** Projects an outline onto the near side; points behind are drawn along the rim. */
function land(outline: readonly (readonly [number, number])[], turn: number): Path2D | null {
  let near = 0;
  const points = outline.map(([longitude, latitude]) => {
    const angle = ((((longitude + turn + 540) % 360) - 180) * Math.PI) / 180;
    const tilt = (latitude * Math.PI) / 180;
    const front = Math.cos(angle);
    if (front > 0) near++;
    const x = front > 0 ? Math.sin(angle) : Math.sign(Math.sin(angle));
    return `${(x * Math.cos(tilt) * RADIUS).toFixed(1)} ${(-Math.sin(tilt) * RADIUS).toFixed(1)}`;
  });
  return near > 1 ? path(`M ${points.join(' L ')} Z`) : null;
}

const stepOf = (clock: number): number => Math.floor((((clock / TURN_S) % 1) + 1) * STEPS) % STEPS;

const ball = (colours: Colours, step: number): Part => ({
  box: [-100, -100, 200, 200],
  paint: (brush) => {
    const { ctx } = brush;
    const disc = oval(0, 0, RADIUS);
    glow(brush, 0, 0, 100, '#9fd0ff', 0.6);
    shape(brush, disc, { fill: slot(colours, 'sea'), box: [-RADIUS, -RADIUS, RADIUS * 2, RADIUS * 2] });
    ctx.save();
    ctx.clip(disc);
    ctx.lineJoin = 'round';
    for (const outline of LANDS) {
      const form = land(outline, (step / STEPS) * 360);
      if (!form) continue;
      ctx.strokeStyle = lighter(slot(colours, 'sea'), 0.5, 0.4);
      ctx.lineWidth = 9;
      ctx.stroke(form);
      ctx.strokeStyle = slot(colours, 'land');
      ctx.lineWidth = 4;
      ctx.stroke(form);
      ctx.fillStyle = slot(colours, 'land');
      ctx.fill(form);
      ctx.strokeStyle = darker(slot(colours, 'land'), 0.4, 0.4);
      ctx.lineWidth = 1;
      ctx.stroke(form);
    }
    ctx.fillStyle = 'rgba(255, 255, 255, 0.85)';
    ctx.fill(oval(0, -RADIUS, 34, 9));
    ctx.fill(oval(0, RADIUS, 46, 10));
    const night = ctx.createRadialGradient(-34, -40, 20, 0, 0, 116);
    night.addColorStop(0, 'rgba(255, 255, 255, 0.34)');
    night.addColorStop(0.45, 'rgba(10, 16, 50, 0)');
    night.addColorStop(1, 'rgba(10, 16, 50, 0.6)');
    ctx.fillStyle = night;
    ctx.fill(disc);
    ctx.restore();
  },
});

export const globe: Form = {
  variant: (actor) => `${actor.pose.animation === 'none' ? 0 : stepOf(actor.pose.clock)}`,
  parts: (colours, actor) => ({ ball: ball(colours, actor.pose.animation === 'none' ? 0 : stepOf(actor.pose.clock)) }),
  pose: () => [{ part: 'ball', at: joint(IDENTITY, 0, 0, 12) }],
};
