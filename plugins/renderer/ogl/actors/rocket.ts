import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, oval, path, shape } from '../paint/brush.ts';
import { fade } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

export const rocket: Form = {
  parts: (colours) => ({
    flame: {
      box: [-34, -16, 68, 96],
      paint: (brush) => {
        const { ctx } = brush;
        glow(brush, 0, 22, 34, slot(colours, 'flame'), 0.8);
        const burn = ctx.createLinearGradient(0, 0, 0, 74);
        burn.addColorStop(0, '#fffbe0');
        burn.addColorStop(0.35, slot(colours, 'flame'));
        burn.addColorStop(1, fade('#ff5a2a', 0));
        ctx.fillStyle = burn;
        ctx.fill(path('M -17 0 C -24 26 -8 44 0 76 C 8 44 24 26 17 0 Z'));
      },
    },
    fin: {
      box: [-6, -46, 44, 84],
      paint: (brush) =>
        shape(brush, path('M -4 -42 C 20 -30 34 -2 34 34 C 22 22 8 18 -4 20 Z'), {
          fill: slot(colours, 'fins'),
          box: [-4, -42, 38, 76],
        }),
    },
    body: {
      box: [-42, -134, 84, 224],
      paint: (brush) => {
        const { ctx } = brush;
        shape(brush, path('M -20 76 L -15 90 L 15 90 L 20 76 Z'), { fill: '#5b6472', box: [-20, 76, 40, 14] });
        const hull = path(
          'M 0 -130 C 30 -104 38 -50 34 0 C 32 34 26 60 21 80 C 8 84 -8 84 -21 80 C -26 60 -32 34 -34 0 C -38 -50 -30 -104 0 -130 Z',
        );
        shape(brush, hull, { fill: slot(colours, 'body'), box: [-36, -130, 72, 212] });
        ctx.save();
        ctx.clip(hull);
        shape(brush, path('M -40 -134 L 40 -134 L 40 -80 C 14 -70 -14 -70 -40 -80 Z'), {
          fill: slot(colours, 'fins'),
          box: [-40, -130, 80, 60],
        });
        ctx.fillStyle = fade(slot(colours, 'fins'), 0.9);
        ctx.fill(path('M -40 46 C -14 54 14 54 40 46 L 40 56 C 14 64 -14 64 -40 56 Z'));
        ctx.restore();
        shape(brush, oval(0, -32, 20), { fill: '#c7ccd6', box: [-20, -52, 40, 40] });
        shape(brush, oval(0, -32, 14.5), { fill: slot(colours, 'window'), box: [-15, -47, 30, 30], depth: 0.6 });
        ctx.fillStyle = fade('#ffffff', 0.7);
        ctx.fill(oval(-5, -38, 4.5, 3, -40));
      },
    },
  }),
  pose: ({ pose }) => {
    const fire = pose.animation === 'none' ? 0 : 0.86 + swing(pose.clock, 0.16) * 0.1 + swing(pose.clock, 0.37) * 0.1;
    const lean =
      Math.max(-60, Math.min(60, pose.vx / 8)) * (Math.abs(pose.vy) + 60 > Math.abs(pose.vx) * 0.2 ? 1 : 0.5) * 0.4;
    const body = joint(IDENTITY, swing(pose.clock, 0.2) * 0.5, -4, lean * 0.6);
    return [
      { part: 'flame', at: joint(body, 0, 86, 0, fire, fire), opacity: fire > 0 ? 1 : 0 },
      { part: 'fin', at: joint(body, 20, 54) },
      { part: 'fin', at: joint(body, -20, 54, 0, -1, 1) },
      { part: 'body', at: body },
      { part: 'fin', at: joint(body, 0, 62, 0, 0.2, 0.7), shade: 0.85 },
    ];
  },
};
