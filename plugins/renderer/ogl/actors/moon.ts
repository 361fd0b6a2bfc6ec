import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, oval } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import type { Part } from '../paint/sheet.ts';
import { type Colours, type Form, slot, swing } from './form.ts';

const RADIUS = 75;
/** x, y, radius of the seas and craters, as a face seen with half-closed eyes. */
const SEAS = [
  [-24, -22, 25, 20],
  [8, -34, 17, 12],
  [-34, 10, 16, 20],
  [22, 6, 22, 17],
  [-6, 34, 20, 12],
] as const;
const CRATERS = [
  [34, -24, 8],
  [44, 22, 6],
  [-14, 4, 7],
  [14, 44, 9],
  [-44, -22, 6],
  [-30, 44, 7],
  [2, -12, 4.5],
  [52, -4, 4],
  [30, 54, 4],
  [-54, 8, 4],
  [-2, 58, 4.5],
  [18, -56, 5],
] as const;

function crater({ ctx }: Brush, colours: Colours, x: number, y: number, radius: number): void {
  ctx.fillStyle = fade(slot(colours, 'craters'), 0.75);
  ctx.fill(oval(x, y, radius, radius * 0.94));
  ctx.lineWidth = radius * 0.26;
  ctx.strokeStyle = darker(slot(colours, 'craters'), 0.45, 0.34);
  ctx.beginPath();
  ctx.arc(x, y, radius * 0.86, Math.PI * 0.95, Math.PI * 1.75);
  ctx.stroke();
  ctx.strokeStyle = lighter(slot(colours, 'body'), 0.7, 0.75);
  ctx.beginPath();
  ctx.arc(x, y, radius * 0.95, Math.PI * 0.02, Math.PI * 0.72);
  ctx.stroke();
}

const disc = (colours: Colours): Part => ({
  box: [-78, -78, 156, 156],
  paint: (brush) => {
    const { ctx, grain } = brush;
    const body = slot(colours, 'body');
    const light = ctx.createRadialGradient(-24, -28, 6, 0, 0, RADIUS);
    light.addColorStop(0, lighter(body, 0.75));
    light.addColorStop(0.55, body);
    light.addColorStop(0.88, darker(body, 0.1));
    light.addColorStop(1, darker(body, 0.2));
    ctx.save();
    ctx.fillStyle = light;
    ctx.fill(oval(0, 0, RADIUS));
    ctx.clip(oval(0, 0, RADIUS));
    for (const [x, y, width, height] of SEAS) {
      for (const share of [1.15, 1, 0.82]) {
        ctx.fillStyle = fade(slot(colours, 'craters'), 0.2);
        ctx.fill(oval(x, y, width * share, height * share, x));
      }
    }
    for (const [x, y, radius] of CRATERS) crater(brush, colours, x, y, radius);
    ctx.globalAlpha = 0.55;
    ctx.fillStyle = grain;
    ctx.fillRect(-RADIUS, -RADIUS, RADIUS * 2, RADIUS * 2);
    ctx.globalAlpha = 1;
    glow(brush, -26, -30, 66, '#ffffff', 0.4);
    ctx.restore();
    ctx.strokeStyle = lighter(body, 0.8, 0.7);
    ctx.lineWidth = 1.6;
    ctx.stroke(oval(0, 0, RADIUS - 0.6));
  },
});

export const moon: Form = {
  shines: true,
  halo: (actor) => ({
    colour: slot(actor.colors, 'halo'),
    radius: RADIUS * 3.6,
    strength: actor.pose.animation === 'none' ? 0.8 : 0.85 + swing(actor.pose.clock, 4.5) * 0.07,
  }),
  parts: (colours) => ({ disc: disc(colours) }),
  pose: () => [{ part: 'disc', at: joint(IDENTITY, 0, 0) }],
};
