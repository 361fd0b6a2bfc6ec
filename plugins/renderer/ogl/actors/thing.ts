import { FAMILY } from '../layers/fonts.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, path, rounded, shape } from '../paint/brush.ts';
import { darker, lightness, rgb } from '../paint/colour.ts';
import { type Form, slot, swing } from './form.ts';

/** Splits a label into rows that are not much longer than they need be. */
function rowsOf(label: string): readonly string[] {
  const rows: string[] = [];
  for (const word of label.split(/\s+/).filter(Boolean)) {
    const last = rows.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= 11) rows[rows.length - 1] = `${last} ${word}`;
    else rows.push(word);
  }
  return rows.slice(0, 4);
}

function write({ ctx }: Brush, label: string, ink: string): void {
  const rows = rowsOf(label);
  ctx.textAlign = 'center';
  ctx.fillStyle = ink;
  let size = 34;
  const font = (): string => `900 ${size}px "${FAMILY}", sans-serif`;
  ctx.font = font();
  while (size > 9 && Math.max(...rows.map((row) => ctx.measureText(row).width)) > 132) {
    size -= 1;
    ctx.font = font();
  }
  rows.forEach((row, index) => {
    ctx.fillText(row, 0, (index - (rows.length - 1) / 2) * size * 1.14 + size * 0.36);
  });
}

/** Anything without a form of its own: a card that carries its name. */
export const thing: Form = {
  variant: (actor) => actor.label ?? actor.kind,
  parts: (colours, actor) => ({
    card: {
      box: [-90, -90, 180, 180],
      paint: (brush) => {
        const body = slot(colours, 'body');
        shape(brush, rounded(-84, -84, 168, 168, 30), {
          fill: slot(colours, 'trim'),
          box: [-84, -84, 168, 168],
          depth: 0.5,
        });
        shape(brush, rounded(-74, -74, 148, 148, 23), {
          fill: body,
          box: [-74, -74, 148, 148],
          depth: 0.7,
          outline: 0.2,
        });
        glow(brush, -36, -40, 60, '#ffffff', 0.3);
        brush.ctx.fillStyle = slot(colours, 'trim');
        for (const [x, y] of [
          [-56, -56],
          [56, 56],
        ] as const)
          brush.ctx.fill(
            path(
              `M ${x} ${y - 9} Q ${x + 1.4} ${y - 1.4} ${x + 9} ${y} Q ${x + 1.4} ${y + 1.4} ${x} ${y + 9} Q ${x - 1.4} ${y + 1.4} ${x - 9} ${y} Q ${x - 1.4} ${y - 1.4} ${x} ${y - 9} Z`,
            ),
          );
        write(brush, actor.label ?? actor.kind, lightness(rgb(body)) > 0.62 ? darker(body, 0.8) : '#ffffff');
      },
    },
  }),
  pose: ({ pose: { clock, animation } }) => {
    const afloat = animation === 'none' ? 0 : 1;
    return [{ part: 'card', at: joint(IDENTITY, 0, swing(clock, 3.4) * 5 * afloat, swing(clock, 4.6) * 2 * afloat) }];
  },
};
