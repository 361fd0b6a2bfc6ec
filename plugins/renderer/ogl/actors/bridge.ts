import { IDENTITY } from '../paint/affine.ts';
import { type Brush, glow, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade } from '../paint/colour.ts';
import { afterDark, type Colours, type Form, slot } from './form.ts';

const TOWERS = [-140, 140] as const;
const DECK = 40;
const TOP = -96;

/** Height of the main cable over the deck's middle line at x, as it hangs between towers and banks: parabolas. */
function cableAt(x: number): number {
  const between = Math.abs(x) <= 140;
  const t = between ? x / 140 : (Math.abs(x) - 140) / 138;
  return between ? DECK - 18 - (DECK - 18 - TOP) * t * t : TOP + (DECK - 4 - TOP) * (1 - (1 - t) ** 2);
}

function paint(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const towers = slot(colours, 'towers');
  const cables = slot(colours, 'cables');
  for (const x of TOWERS) {
    shape(brush, path(`M ${x - 30} 106 L ${x - 24} 62 L ${x + 24} 62 L ${x + 30} 106 Z`), {
      fill: darker(slot(colours, 'deck'), 0.18),
      box: [x - 30, 62, 60, 44],
    });
  }
  ctx.strokeStyle = cables;
  ctx.lineCap = 'round';
  ctx.lineWidth = 1.6;
  for (let x = -264; x <= 264; x += 12) {
    if (Math.abs(Math.abs(x) - 140) < 8) continue;
    ctx.stroke(path(`M ${x} ${cableAt(x)} L ${x} ${DECK}`));
  }
  for (const [width, tone] of [
    [6, darker(cables, 0.25)],
    [3, cables],
  ] as const) {
    ctx.strokeStyle = tone;
    ctx.lineWidth = width;
    ctx.beginPath();
    for (let x = -278; x <= 278; x += 4) ctx.lineTo(x, cableAt(x));
    ctx.stroke();
  }
  for (const x of TOWERS) {
    for (const side of [-1, 1])
      shape(brush, rounded(x + side * 13 - 6, TOP - 8, 12, 172, 3), {
        fill: towers,
        box: [x + side * 13 - 6, TOP - 8, 12, 172],
      });
    for (const y of [TOP + 4, -44, 4])
      shape(brush, rounded(x - 17, y, 34, 10, 3), { fill: darker(towers, 0.08), box: [x - 17, y, 34, 10], depth: 0.5 });
    shape(brush, rounded(x - 22, TOP - 14, 44, 10, 4), { fill: towers, box: [x - 22, TOP - 14, 44, 10] });
  }
  const deck = path(
    `M -280 ${DECK} C -140 ${DECK - 8} 140 ${DECK - 8} 280 ${DECK} L 280 ${DECK + 20} C 140 ${DECK + 12} -140 ${DECK + 12} -280 ${DECK + 20} Z`,
  );
  shape(brush, deck, { fill: slot(colours, 'deck'), box: [-280, DECK - 8, 560, 28] });
  ctx.save();
  ctx.clip(deck);
  ctx.strokeStyle = fade(darker(slot(colours, 'deck'), 0.5), 0.4);
  ctx.lineWidth = 1.6;
  for (let x = -280; x < 280; x += 20)
    ctx.stroke(path(`M ${x} ${DECK + 20} L ${x + 10} ${DECK + 2} L ${x + 20} ${DECK + 20}`));
  ctx.restore();
  ctx.strokeStyle = darker(slot(colours, 'deck'), 0.3);
  ctx.lineWidth = 2.4;
  ctx.stroke(path(`M -280 ${DECK - 9} C -140 ${DECK - 17} 140 ${DECK - 17} 280 ${DECK - 9}`));
  for (let x = -272; x <= 272; x += 17) ctx.stroke(path(`M ${x} ${DECK - 10 - 6 * (1 - (x / 280) ** 2)} v 11`));
}

/** Lamps along the deck and red lights on the towers, after dark. */
function paintLit(brush: Brush): void {
  for (let x = -255; x <= 255; x += 34) glow(brush, x, DECK - 16 - 6 * (1 - (x / 280) ** 2), 13, '#ffd98a', 0.85);
  for (const x of TOWERS) glow(brush, x, TOP - 18, 16, '#ff5a4a', 0.9);
}

/** A suspension bridge: two towers, cables that hang as they would, and a deck that carries. */
export const bridge: Form = {
  shadow: 0,
  parts: (colours) => ({
    bridge: { box: [-286, -118, 572, 230], paint: (brush) => paint(brush, colours) },
    lit: { box: [-286, -140, 572, 252], paint: paintLit },
  }),
  pose: () => [{ part: 'bridge', at: IDENTITY }],
  lights: (_, { ambient }) => [{ part: 'lit', at: IDENTITY, opacity: afterDark(ambient) }],
};
