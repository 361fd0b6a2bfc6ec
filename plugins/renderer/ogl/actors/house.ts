import { IDENTITY } from '../paint/affine.ts';
import { type Brush, glow, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, mix } from '../paint/colour.ts';
import { afterDark, type Colours, type Form, slot } from './form.ts';

function pane(brush: Brush, colours: Colours, x: number, y: number, width: number, height: number): void {
  const { ctx } = brush;
  glow(brush, x + width / 2, y + height / 2, width * 1.1, slot(colours, 'windows'), 0.5);
  shape(brush, rounded(x - 4, y - 4, width + 8, height + 8, 5), {
    fill: slot(colours, 'door'),
    box: [x - 4, y - 4, width + 8, height + 8],
    depth: 0.5,
  });
  shape(brush, rounded(x, y, width, height, 3), {
    fill: slot(colours, 'windows'),
    box: [x, y, width, height],
    depth: 0.35,
    outline: 0,
  });
  ctx.fillStyle = slot(colours, 'door');
  ctx.fillRect(x + width / 2 - 1.6, y, 3.2, height);
  ctx.fillRect(x, y + height / 2 - 1.6, width, 3.2);
}

function paint(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const walls = slot(colours, 'walls');
  const roof = slot(colours, 'roof');
  shape(brush, rounded(58, -118, 30, 70, 3), { fill: roof, box: [58, -118, 30, 70] });
  shape(brush, path('M -108 -26 L 0 -104 L 108 -26 L 108 128 C 40 132 -40 132 -108 128 Z'), {
    fill: walls,
    box: [-108, -104, 216, 232],
    depth: 0.7,
  });
  ctx.fillStyle = darker(walls, 0.6, 0.2);
  ctx.fill(path('M -108 -24 L 0 -102 L 108 -24 L 108 0 L 0 -78 L -108 0 Z'));
  shape(
    brush,
    path(
      'M -138 -8 C -140 -16 -136 -22 -130 -27 L -8 -122 C -3 -126 3 -126 8 -122 L 130 -27 C 136 -22 140 -16 138 -8 C 136 -2 126 -2 120 -6 L 0 -96 L -120 -6 C -126 -2 -136 -2 -138 -8 Z',
    ),
    { fill: roof, box: [-138, -126, 276, 124] },
  );
  ctx.strokeStyle = fade('#ffffff', 0.16);
  ctx.lineWidth = 2;
  ctx.stroke(path('M -124 -22 L 0 -116 L 124 -22'));
  for (const [x, y, width, height] of PANES) pane(brush, colours, x, y, width, height);
  shape(brush, path('M -26 129 L -26 52 C -26 22 26 22 26 52 L 26 129 Z'), {
    fill: slot(colours, 'door'),
    box: [-26, 30, 52, 100],
  });
  ctx.fillStyle = '#f3c95a';
  ctx.beginPath();
  ctx.arc(16, 86, 3.6, 0, Math.PI * 2);
  ctx.fill();
  for (let bush = 0; bush < 6; bush++) {
    const x = bush < 3 ? -104 + bush * 24 : 52 + (bush - 3) * 24;
    shape(brush, path(`M ${x - 17} 130 C ${x - 20} 104 ${x + 20} 104 ${x + 17} 130 Z`), {
      fill: '#4d8f57',
      box: [x - 17, 108, 34, 22],
      outline: 0.15,
    });
  }
}

const LAMPLIGHT = '#ffa83d';

const PANES = [
  [-84, 18, 46, 50],
  [40, 18, 46, 50],
  [-15, -58, 30, 30],
] as const;

/** Somebody is at home: what shines through the panes when it grows dark. */
function paintLit(brush: Brush, colours: Colours): void {
  const light = mix(slot(colours, 'windows'), LAMPLIGHT, 0.35);
  for (const [x, y, width, height] of PANES) {
    glow(brush, x + width / 2, y + height / 2, width * 1.7, LAMPLIGHT, 0.3);
    brush.ctx.fillStyle = light;
    const [wide, high] = [width / 2 - 1.6, height / 2 - 1.6];
    for (const [column, row] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [1, 1],
    ] as const)
      brush.ctx.fillRect(x + column * (wide + 3.2), y + row * (high + 3.2), wide, high);
  }
}

export const house: Form = {
  shadow: 130,
  parts: (colours) => ({
    house: { box: [-142, -130, 284, 264], paint: (brush) => paint(brush, colours) },
    lit: { box: [-142, -130, 284, 264], paint: (brush) => paintLit(brush, colours) },
  }),
  pose: () => [{ part: 'house', at: IDENTITY }],
  lights: (_, { ambient }) => [{ part: 'lit', at: IDENTITY, opacity: afterDark(ambient) }],
};
