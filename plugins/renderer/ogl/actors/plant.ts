import { compose, IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, oval, path, shape } from '../paint/brush.ts';
import { darker, lighter, mix } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { type Form, slot, swing } from './form.ts';
import { bentSlices, type Sliced, slicesOf } from './slices.ts';

/** A ribbon leaf from its root at (0, 0) up, in rows that sway. */
const BLADE: Sliced = { name: 'blade', box: [-17, -180, 34, 182], count: 9, along: 'y' };
/** x of the root, size, lean to the side at the tip, phase, shade: from the back to the front. */
const BLADES = [
  [-16, 0.82, -24, 0.1, 0.72],
  [17, 0.9, 22, 0.35, 0.76],
  [-3, 1.02, -3, 0.6, 0.86],
  [-24, 0.56, -24, 0.85, 0.92],
  [25, 0.6, 24, 0.2, 0.95],
  [6, 0.74, 9, 0.5, 1],
] as const;

function paintBlade(brush: Brush, colour: string): void {
  const { ctx } = brush;
  const ragged = (side: number): string => {
    const points: string[] = [];
    for (let step = 0; step <= 12; step++) {
      const up = side > 0 ? 1 - step / 12 : step / 12;
      const wide = 12.5 * smooth(Math.min(1, up * 4)) * (1 - up ** 2.4) + 2 * (1 - up) + Math.sin(up * 22 + side) * 1.4;
      points.push(`L ${(side * wide).toFixed(1)} ${(-178 * up).toFixed(1)}`);
    }
    return points.join(' ');
  };
  const form = path(`M 0 1 ${ragged(-1)} ${ragged(1)} Z`);
  shape(brush, form, { fill: colour, box: [-13, -178, 26, 178], depth: 0.7, outline: 0.3 });
  ctx.save();
  ctx.clip(form);
  // Light falls through the tips.
  const through = ctx.createLinearGradient(0, -178, 0, -10);
  through.addColorStop(0, mix(colour, '#dff07a', 0.75, 0.85));
  through.addColorStop(0.6, mix(colour, '#dff07a', 0.4, 0.25));
  through.addColorStop(1, mix(colour, '#dff07a', 0.4, 0));
  ctx.fillStyle = through;
  ctx.fillRect(-20, -180, 40, 182);
  ctx.restore();
  ctx.strokeStyle = lighter(colour, 0.5, 0.55);
  ctx.lineWidth = 1.6;
  ctx.lineCap = 'round';
  ctx.stroke(path('M 0 -4 L 0 -162'));
  ctx.lineWidth = 0.8;
  ctx.strokeStyle = darker(colour, 0.35, 0.4);
  for (let vein = 1; vein < 9; vein++) {
    const y = -vein * 18;
    const side = 8 * (1 - vein / 11);
    ctx.stroke(path(`M ${-side} ${y - 7} L 0 ${y} L ${side} ${y - 7}`));
  }
}

export const plant: Form = {
  shadow: 34,
  parts: (colours) => ({
    ...slicesOf(BLADE, (brush) => paintBlade(brush, slot(colours, 'leaves'))),
    root: {
      box: [-36, -9, 72, 16],
      paint: ({ ctx }) => {
        for (let stone = 0; stone < 16; stone++) {
          const x = (hash(stone, 521) - 0.5) * 58;
          ctx.fillStyle = darker('#8a7a62', hash(stone, 522) * 0.5);
          ctx.fill(oval(x, -1 + hash(stone, 523) * 4, 5 + hash(stone, 524) * 3, 4));
        }
      },
    },
  }),
  pose: ({ pose }) => {
    const sways = pose.animation === 'none' ? 0 : 1;
    return [
      ...BLADES.flatMap(([x, size, lean, phase, shade]) => {
        const at = joint(IDENTITY, x, 92, 0, size);
        const bend = (share: number) => {
          const up = 1 - share;
          const far = up * up;
          const sway =
            (swing(pose.clock, 4.4, phase - up * 0.3) * 11 + swing(pose.clock, 2.7, phase * 3 - up * 0.5) * 4) * sways;
          return { along: BLADE.box[1] + BLADE.box[3] * share + far * 3, across: (lean / size) * far + sway * far };
        };
        return bentSlices(BLADE, (inner) => compose(at, inner), bend).map((placed) => ({ ...placed, shade }));
      }),
      { part: 'root', at: joint(IDENTITY, 0, 91) },
    ];
  },
};
