import type { FrameActor } from '../../../../dsl/index.ts';
import { type Affine, compose, IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { openEye } from './eyes.ts';
import { type Colours, type Form, type Placed, slot, swing } from './form.ts';
import { bentSlices, type Sliced, slicesOf } from './slices.ts';

const SIDE: Sliced = { name: 'side', box: [-62, -36, 120, 72], count: 14, along: 'x' };
const BODY = 'M -20 2 C -16 -14 2 -25 24 -23 C 42 -21 54 -9 55 1 C 54 11 42 22 24 23 C 4 24 -14 16 -20 2 Z';
const TAIL =
  'M -14 1 C -24 -4 -30 -20 -52 -31 C -62 -34 -58 -18 -50 -10 C -44 -4 -44 4 -50 11 C -59 21 -60 35 -50 32 C -30 23 -24 8 -14 3 Z';

function paintRays({ ctx }: Brush, data: string, fin: string): void {
  ctx.strokeStyle = darker(fin, 0.35, 0.35);
  ctx.lineWidth = 1;
  ctx.lineCap = 'round';
  ctx.stroke(path(data));
}

function paintSide(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const [body, fin] = [slot(colours, 'body'), slot(colours, 'fins')];
  shape(brush, path(TAIL), { fill: fin, box: [-60, -32, 46, 64], depth: 0.5, outline: 0.25 });
  paintRays(
    brush,
    'M -18 -2 C -28 -8 -36 -18 -50 -26 M -18 0 C -28 -3 -36 -9 -47 -14 M -18 3 C -30 5 -36 10 -48 15 M -18 4 C -28 10 -36 20 -48 27',
    fin,
  );
  shape(brush, path('M -8 -14 C -6 -30 10 -36 26 -33 C 22 -29 24 -24 30 -20 Z'), {
    fill: fin,
    box: [-8, -36, 38, 22],
    depth: 0.5,
    outline: 0.25,
  });
  paintRays(brush, 'M 0 -18 L 4 -29 M 8 -20 L 12 -32 M 16 -21 L 20 -32', fin);
  shape(brush, path('M -6 14 C -12 22 -14 30 -10 33 C -2 32 6 26 8 20 Z'), {
    fill: fin,
    box: [-14, 14, 22, 19],
    depth: 0.5,
    outline: 0.25,
  });
  const form = path(BODY);
  shape(brush, form, { fill: body, box: [-20, -24, 76, 48] });
  ctx.save();
  ctx.clip(form);
  ctx.fillStyle = lighter(body, 0.75, 0.55);
  ctx.fill(path('M -22 8 C 4 15 34 15 58 5 L 58 30 L -22 30 Z'));
  ctx.fillStyle = fade('#ffffff', 0.2);
  ctx.fill(oval(18, -15, 26, 6, -4));
  ctx.strokeStyle = lighter(body, 0.6, 0.55);
  ctx.lineWidth = 1.1;
  for (let row = 0; row < 5; row++) {
    for (let scale = 0; scale < 6; scale++) {
      ctx.beginPath();
      ctx.arc(-12 + scale * 7.4 + (row % 2) * 3.7, -14 + row * 7, 4.2, -1.2, 1.2);
      ctx.stroke();
    }
  }
  ctx.restore();
  ctx.strokeStyle = darker(body, 0.5, 0.55);
  ctx.lineWidth = 1.5;
  ctx.lineCap = 'round';
  ctx.stroke(path('M 54 6 C 51 9 47 9 45 7.4 M 30 -12 C 25 -4 25 6 30 12'));
}

/** Seen from before, while it turns: a high narrow face with an eye on each side. */
function paintFront(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const [body, fin] = [slot(colours, 'body'), slot(colours, 'fins')];
  shape(brush, path('M -2 -20 C -5 -32 -2 -35 0 -36 C 2 -35 5 -32 2 -20 Z'), {
    fill: fin,
    box: [-4, -36, 8, 16],
    outline: 0.2,
  });
  for (const side of [-1, 1]) {
    const data = `M ${side * 13} 8 C ${side * 22} 8 ${side * 27} 15 ${side * 25} 21 C ${side * 19} 21 ${side * 13} 17 ${side * 11} 13 Z`;
    shape(brush, path(data), { fill: fin, box: [side > 0 ? 11 : -27, 8, 16, 13], depth: 0.5, outline: 0.2 });
  }
  shape(brush, oval(0, 0, 17, 23), { fill: body, box: [-17, -23, 34, 46] });
  ctx.fillStyle = lighter(body, 0.75, 0.5);
  ctx.fill(oval(0, 13, 10, 8));
  for (const side of [-1, 1]) {
    ctx.fillStyle = '#fffdf8';
    ctx.fill(oval(side * 12.5, -5, 4.6, 5.4));
    ctx.fillStyle = '#241c26';
    ctx.fill(oval(side * 13, -4.6, 2.9, 3.6));
    ctx.fillStyle = '#ffffff';
    ctx.fill(oval(side * 13 + 0.8, -6, 1));
  }
  ctx.strokeStyle = darker(body, 0.5, 0.6);
  ctx.lineWidth = 1.4;
  ctx.lineCap = 'round';
  ctx.stroke(oval(0, 6, 2.6, 1.9));
}

/** A swimming wave runs from head to tail, wider towards the tail; it beats with the way it makes. */
function bodyOf({ pose, scale }: FrameActor, turning: number): (share: number) => { along: number; across: number } {
  const still = pose.animation === 'none' ? 0 : 1;
  const beat = pose.travelled / (95 * Math.max(0.1, scale)) + pose.clock * 0.75;
  const width = 3.4 + 2.4 * smooth(Math.hypot(pose.vx, pose.vy) / 160);
  return (share) => {
    const [start, length] = [SIDE.box[0], SIDE.box[2]];
    const back = (1 - share) ** 1.8;
    const wave = Math.sin((beat + share * 0.75) * Math.PI * 2) * still;
    const swept = Math.sin((beat + share * 0.75 + 0.2) * Math.PI * 2) * still;
    // The tail swings towards the viewer and away: seen from the side it shortens and lengthens.
    const along = start + length * share + back * (swept * 4.5 + 2 * turning);
    return { along, across: wave * width * back };
  };
}

export const goldfish: Form = {
  parts: (colours) => ({
    ...slicesOf(SIDE, (brush) => paintSide(brush, colours)),
    front: { box: [-29, -38, 58, 66], paint: (brush) => paintFront(brush, colours) },
    fin: {
      box: [-22, -6, 26, 22],
      paint: (brush) =>
        shape(brush, path('M 2 -3 C -6 -6 -18 0 -20 13 C -10 15 1 8 2 -3 Z'), {
          fill: slot(colours, 'fins'),
          box: [-20, -5, 22, 19],
          depth: 0.5,
          outline: 0.3,
        }),
    },
    eye: openEye(5.2),
  }),
  pose: (actor) => {
    const { pose, facing } = actor;
    const heading = pose.heading * facing;
    const turning = 1 - Math.abs(heading);
    const squeeze = Math.sign(heading || 1) * Math.max(0.1, Math.abs(heading));
    const bob = pose.animation === 'none' ? 0 : swing(pose.clock, 3.1) * 1.6;
    const pitch = Math.max(-26, Math.min(26, pose.vy / 7)) * Math.sign(squeeze) * (1 - turning);
    const middle = joint(IDENTITY, 0, bob, pitch, squeeze, 1);
    const bend = bodyOf(actor, turning);
    const head = bend(0.8).across;
    const beat = pose.animation === 'none' ? 0 : swing(pose.clock, 0.8);
    const side: readonly Placed[] = [
      ...bentSlices(SIDE, (inner: Affine) => compose(middle, inner), bend),
      { part: 'fin', at: joint(middle, 18, 8 + head, 6 + beat * 20) },
      { part: 'eye', at: joint(middle, 41, -5 + head * 0.5) },
    ];
    const face = smooth((turning - 0.6) / 0.2);
    if (face <= 0) return side;
    return [
      ...side.map((placed) => ({ ...placed, opacity: 1 - smooth((turning - 0.74) / 0.14) })),
      { part: 'front', at: joint(IDENTITY, 0, bob, swing(pose.clock, 1.1) * 3), opacity: face },
    ];
  },
};
