import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, oval, path, rounded, shape } from '../paint/brush.ts';
import { fade } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

const WHEEL = 25;

export const car: Form = {
  shadow: 118,
  parts: (colours) => ({
    body: {
      box: [-136, -62, 272, 106],
      paint: (brush) => {
        const { ctx } = brush;
        shape(
          brush,
          path(
            'M -126 30 C -132 6 -128 -8 -112 -14 L -78 -18 C -66 -46 -52 -58 -26 -58 L 22 -58 C 46 -58 58 -40 72 -20 C 104 -18 126 -10 128 10 L 128 28 C 127 36 120 38 112 38 L -112 38 C -120 38 -125 36 -126 30 Z',
          ),
          { fill: slot(colours, 'body'), box: [-128, -58, 256, 96] },
        );
        for (const glass of [
          'M -64 -18 C -56 -38 -46 -48 -28 -48 L -10 -48 L -10 -18 Z',
          'M 0 -48 L 18 -48 C 36 -48 46 -36 56 -18 L 0 -18 Z',
        ]) {
          shape(brush, path(glass), {
            fill: slot(colours, 'windows'),
            box: [-64, -48, 120, 30],
            depth: 0.5,
            outline: 0.35,
          });
        }
        ctx.fillStyle = fade('#ffffff', 0.4);
        ctx.fill(path('M -48 -20 L -32 -46 L -24 -46 L -40 -20 Z M 12 -20 L 24 -46 L 30 -45 L 20 -20 Z'));
        ctx.strokeStyle = fade('#000000', 0.22);
        ctx.lineWidth = 1.8;
        ctx.stroke(path('M -5 -16 L -5 30 M -68 -14 C -70 6 -66 20 -62 30 M 60 -16 C 64 4 62 20 58 30'));
        shape(brush, rounded(6, -4, 18, 5, 2.5), { fill: '#d9dce2', box: [6, -4, 18, 5] });
        glow(brush, 122, 4, 20, '#fff3b8', 0.9);
        shape(brush, oval(121, 4, 7, 9), { fill: '#fff3c4', box: [114, -5, 14, 18], depth: 0.4 });
        shape(brush, rounded(-129, -2, 9, 15, 4), { fill: '#ff5d5d', box: [-129, -2, 9, 15], depth: 0.5 });
        ctx.fillStyle = 'rgba(20, 16, 26, 0.75)';
        ctx.fill(path('M -104 38 C -104 4 -44 4 -44 38 Z M 44 38 C 44 4 104 4 104 38 Z'));
      },
    },
    wheel: {
      box: [-WHEEL - 2, -WHEEL - 2, WHEEL * 2 + 4, WHEEL * 2 + 4],
      paint: (brush) => {
        shape(brush, oval(0, 0, WHEEL), { fill: slot(colours, 'wheels'), box: [-WHEEL, -WHEEL, WHEEL * 2, WHEEL * 2] });
        shape(brush, oval(0, 0, WHEEL * 0.56), { fill: '#cfd4dc', box: [-14, -14, 28, 28] });
        brush.ctx.strokeStyle = 'rgba(60, 64, 76, 0.8)';
        brush.ctx.lineWidth = 3;
        for (let spoke = 0; spoke < 5; spoke++) {
          const angle = (spoke * Math.PI * 2) / 5;
          brush.ctx.stroke(path(`M 0 0 L ${Math.cos(angle) * 12} ${Math.sin(angle) * 12}`));
        }
        shape(brush, oval(0, 0, 4), { fill: '#6b7280', box: [-4, -4, 8, 8] });
      },
    },
  }),
  pose: ({ pose, scale }) => {
    const turn = (pose.travelled / (WHEEL * Math.max(0.1, scale))) * (180 / Math.PI);
    const shake = Math.min(1, Math.abs(pose.vx) / 60) * swing(pose.clock, 0.24);
    return [
      { part: 'body', at: joint(IDENTITY, 0, 8 + shake * 0.9, shake * 0.3) },
      { part: 'wheel', at: joint(IDENTITY, -74, 35, turn) },
      { part: 'wheel', at: joint(IDENTITY, 74, 35, turn) },
    ];
  },
};
