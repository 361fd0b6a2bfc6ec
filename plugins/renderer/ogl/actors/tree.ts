import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, oval, path, shape } from '../paint/brush.ts';
import { darker, lighter } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import { type Form, slot, swing } from './form.ts';

function crown(brush: Brush, colour: string, radius: number, seed: number): void {
  shape(brush, oval(0, 0, radius, radius * 0.92), {
    fill: colour,
    box: [-radius, -radius, radius * 2, radius * 2],
    outline: 0,
  });
  for (let leaf = 0; leaf < 110; leaf++) {
    const angle = hash(leaf, seed) * Math.PI * 2;
    const out = Math.sqrt(hash(leaf, seed, 1)) * radius * 1.04;
    const x = Math.cos(angle) * out;
    const y = Math.sin(angle) * out * 0.92;
    const lit = -(x * 0.4 + y) / radius;
    brush.ctx.fillStyle =
      lit > hash(leaf, seed, 2) - 0.4 ? lighter(colour, 0.12 + lit * 0.2, 0.6) : darker(colour, 0.24, 0.5);
    brush.ctx.fill(oval(x, y, 5.4, 3.2, (angle * 180) / Math.PI));
  }
}

export const tree: Form = {
  shadow: 70,
  parts: (colours) => ({
    trunk: {
      box: [-40, -130, 80, 136],
      paint: (brush) =>
        shape(
          brush,
          path(
            'M -22 2 C -12 -20 -12 -60 -12 -100 L -34 -126 L -24 -130 L -4 -106 L 2 -128 L 10 -128 L 10 -104 L 28 -124 L 36 -118 L 13 -92 C 12 -60 14 -20 25 2 Z',
          ),
          {
            fill: slot(colours, 'trunk'),
            box: [-34, -130, 70, 132],
          },
        ),
    },
    crown: { box: [-70, -68, 140, 136], paint: (brush) => crown(brush, slot(colours, 'leaves'), 60, 1) },
    top: { box: [-62, -60, 124, 120], paint: (brush) => crown(brush, slot(colours, 'leaves'), 52, 2) },
  }),
  pose: ({ pose: { clock } }) => {
    const wind = swing(clock, 4.2);
    const lag = swing(clock, 4.2, -0.12);
    return [
      { part: 'trunk', at: joint(IDENTITY, 0, 148, wind * 0.5) },
      { part: 'crown', at: joint(IDENTITY, -42 + wind * 3, -22, wind * 3, 0.9), shade: 0.82 },
      { part: 'crown', at: joint(IDENTITY, 42 + wind * 3, -14, wind * 3, 0.88), shade: 0.86 },
      { part: 'crown', at: joint(IDENTITY, lag * 4, -44, lag * 3, 1.05), shade: 0.94 },
      { part: 'top', at: joint(IDENTITY, -8 + lag * 6, -94, lag * 4) },
    ];
  },
};
