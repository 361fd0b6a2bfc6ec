import { IDENTITY, joint } from '../paint/affine.ts';
import { glow, path, shape } from '../paint/brush.ts';
import { darker, fade } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

const HULL = 'M -122 50 C -60 60 60 60 126 46 C 118 82 96 104 62 106 L -66 106 C -96 104 -114 82 -122 50 Z';

export const boat: Form = {
  parts: (colours) => ({
    boat: {
      box: [-134, -114, 268, 226],
      paint: (brush) => {
        const { ctx } = brush;
        ctx.strokeStyle = darker(slot(colours, 'hull'), 0.3);
        ctx.lineWidth = 6;
        ctx.lineCap = 'round';
        ctx.stroke(path('M -4 52 L -4 -104'));
        shape(brush, path('M 4 -100 C 54 -66 78 -14 80 34 C 54 40 28 40 4 36 Z'), {
          fill: slot(colours, 'sail'),
          box: [4, -100, 76, 140],
        });
        shape(brush, path('M -12 -84 C -46 -52 -70 -8 -76 32 C -54 38 -32 38 -12 36 Z'), {
          fill: slot(colours, 'sail'),
          box: [-76, -84, 64, 122],
        });
        ctx.strokeStyle = fade('#8a8aa0', 0.25);
        ctx.lineWidth = 1.6;
        ctx.stroke(
          path(
            'M 6 -52 C 24 -46 40 -46 52 -50 M 6 -8 C 30 -2 52 -2 74 -8 M -14 -40 C -28 -36 -40 -36 -46 -40 M -14 0 C -34 4 -54 4 -68 0',
          ),
        );
        shape(brush, path('M -4 -106 L 26 -98 L -4 -90 Z'), { fill: '#e5484d', box: [-4, -106, 30, 16] });
        const hull = path(HULL);
        shape(brush, hull, { fill: slot(colours, 'hull'), box: [-122, 46, 248, 60] });
        ctx.save();
        ctx.clip(hull);
        ctx.strokeStyle = darker(slot(colours, 'hull'), 0.5, 0.35);
        ctx.lineWidth = 2;
        ctx.stroke(path('M -126 70 C -60 80 60 80 126 66 M -126 86 C -60 96 60 96 126 82'));
        ctx.strokeStyle = fade('#ffffff', 0.55);
        ctx.lineWidth = 4;
        ctx.stroke(path('M -124 56 C -60 66 60 66 128 52'));
        ctx.restore();
      },
    },
    mirror: {
      box: [-134, -114, 268, 226],
      paint: ({ ctx }) => {
        ctx.fillStyle = darker(slot(colours, 'sail'), 0.2);
        ctx.fill(path('M 4 -100 C 54 -66 78 -14 80 34 L 4 36 Z M -12 -84 C -46 -52 -70 -8 -76 32 L -12 36 Z'));
        ctx.fillStyle = darker(slot(colours, 'hull'), 0.4);
        ctx.fill(path(HULL));
        ctx.globalCompositeOperation = 'destination-out';
        // Broken by the waves, the further away the more.
        for (let wave = 0; wave < 15; wave++) {
          ctx.lineWidth = 2 + (14 - wave) * 0.42;
          const y = -108 + wave * 14;
          ctx.stroke(path(`M -134 ${y} q 34 -5 67 0 t 67 0 t 67 0 t 67 0`));
        }
        ctx.globalCompositeOperation = 'source-over';
      },
    },
    depth: {
      box: [-134, -18, 268, 40],
      paint: (brush) => {
        brush.ctx.scale(1, 0.14);
        glow(brush, 0, 0, 128, '#04182c', 0.62);
      },
    },
    foam: {
      box: [-128, -14, 256, 30],
      paint: ({ ctx }) => {
        ctx.strokeStyle = 'rgba(255, 255, 255, 0.75)';
        ctx.lineWidth = 4;
        ctx.lineCap = 'round';
        ctx.stroke(
          path(
            'M -112 4 C -96 -6 -84 8 -66 2 C -48 -6 -34 8 -16 2 C 2 -6 18 8 36 2 C 54 -6 70 8 88 2 C 98 -2 106 2 112 4',
          ),
        );
      },
    },
  }),
  pose: ({ pose: { clock } }, { scenery }) => [
    ...(scenery === 'sea'
      ? [
          {
            part: 'mirror',
            at: joint(IDENTITY, swing(clock, 2.8) * 3, 148, swing(clock, 4.6) * -1.5, 1, -0.42),
            opacity: 0.3,
          },
          { part: 'depth', at: joint(IDENTITY, 0, 104) },
        ]
      : []),
    { part: 'boat', at: joint(IDENTITY, 0, swing(clock, 3.4) * 4, swing(clock, 4.6) * 2.6) },
    { part: 'foam', at: joint(IDENTITY, swing(clock, 2.4) * 5, 100), opacity: 0.7 },
  ],
};
