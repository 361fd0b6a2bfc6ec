import { compose, IDENTITY, joint } from '../paint/affine.ts';
import { glow, oval, path, rounded, shape } from '../paint/brush.ts';
import { fade, lighter, mix } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import type { Part } from '../paint/sheet.ts';
import { type Colours, type Form, type Placed, slot, swing } from './form.ts';

const ROWS = [12, 12, 11, 7] as const;
/** Heights of the bars while nothing moves, and where they stand. */
const BARS = [16, 24, 21, 33, 42] as const;
const BAR_X = 6;
const FLOOR = 11;
const STROKES_A_SECOND = 7;

/** The middle and the size of a key; the deck widens towards the viewer. */
function keyAt(row: number, column: number) {
  const y = 34 + row * 6.1 + row * row * 0.35;
  const half = 76 + (y - 30) * 0.62;
  const count = ROWS[row] ?? 1;
  const long = row === 3 && column === 3;
  // The space bar takes the room of five keys, so the last row stands as wide as the others.
  const unit = (half * 2) / (row === 3 ? 11 : count);
  const before = row === 3 ? column + (column > 3 ? 4 : 0) : column;
  const span = long ? 5 : 1;
  return { x: -half + unit * (before + span / 2), y, width: unit * span - 1.6, height: 4.4 + row * 0.5 };
}

const KEYS = ROWS.flatMap((count, row) => Array.from({ length: count }, (_, column) => keyAt(row, column)));

const body = (colours: Colours): Part => ({
  box: [-112, -77, 224, 154],
  paint: (brush) => {
    const { ctx } = brush;
    const tin = slot(colours, 'case');
    shape(brush, rounded(-81, -74, 162, 104, 9), { fill: tin, box: [-81, -74, 162, 104], depth: 0.8 });
    ctx.fillStyle = '#0d121b';
    ctx.fill(rounded(-76.5, -69.5, 153, 93, 6));
    ctx.fillStyle = '#3a4658';
    ctx.fill(oval(0, -66.3, 1.3));
    const deck = path('M -80 27 L 80 27 L 108 63 Q 109 66 105 66 L -105 66 Q -109 66 -108 63 Z');
    shape(brush, deck, { fill: tin, box: [-108, 27, 216, 40], depth: 0.6 });
    shape(brush, path('M -109 63 L 109 63 L 109 68 Q 108 74 100 74 L -100 74 Q -108 74 -109 68 Z'), {
      fill: tin,
      box: [-109, 52, 218, 24],
      depth: 1,
      outline: 0.35,
    });
    ctx.fillStyle = fade('#1a2230', 0.28);
    ctx.fill(path('M -17 63.4 L 17 63.4 Q 15 67.6 11 67.6 L -11 67.6 Q -15 67.6 -17 63.4 Z'));
    ctx.fillStyle = '#2a3342';
    ctx.fill(path('M -78 30 L 78 30 L 95 58 L -95 58 Z'));
    for (const { x, y, width, height } of KEYS) {
      ctx.fillStyle = '#161c27';
      ctx.fill(rounded(x - width / 2, y - height / 2 + 0.8, width, height, 1.2));
      ctx.fillStyle = '#566274';
      ctx.fill(rounded(x - width / 2, y - height / 2 - 0.4, width, height, 1.2));
      ctx.fillStyle = 'rgba(255, 255, 255, 0.2)';
      ctx.fill(rounded(x - width / 2 + 0.6, y - height / 2 - 0.2, width - 1.2, 0.9, 0.4));
    }
    ctx.fillStyle = fade('#10151f', 0.55);
    ctx.fill(path('M -62 25 L 62 25 L 64 30 L -64 30 Z'));
  },
});

const screen = (colours: Colours): Part => ({
  box: [-74, -66, 148, 88],
  paint: (brush) => {
    const { ctx } = brush;
    const [dark, light] = [slot(colours, 'screen'), slot(colours, 'glow')];
    const pane = rounded(-72, -64, 144, 84, 3);
    const lit = ctx.createLinearGradient(-40, -64, 40, 20);
    lit.addColorStop(0, mix(dark, light, 0.3));
    lit.addColorStop(1, dark);
    ctx.fillStyle = lit;
    ctx.fill(pane);
    ctx.save();
    ctx.clip(pane);
    ctx.fillStyle = fade('#060b16', 0.35);
    ctx.fillRect(-72, -64, 144, 9);
    for (const [at, colour] of ['#ff6b5f', '#ffc145', '#5ed66b'].entries()) {
      ctx.fillStyle = colour;
      ctx.fill(oval(-66 + at * 6, -59.5, 1.9));
    }
    ctx.fillStyle = fade('#ffffff', 0.07);
    ctx.fill(rounded(-66, -50, 62, 64, 3));
    ctx.fill(rounded(0, -50, 66, 64, 3));
    ctx.strokeStyle = fade('#ffffff', 0.14);
    ctx.lineWidth = 0.7;
    for (const y of [-36, -24, -12, 0]) ctx.stroke(path(`M 4 ${y} L 62 ${y}`));
    ctx.strokeStyle = fade('#ffffff', 0.5);
    ctx.stroke(path(`M 4 -46 L 4 ${FLOOR} L 62 ${FLOOR}`));
    for (const [row, width] of [26, 44, 34].entries()) {
      ctx.fillStyle = row === 0 ? fade('#ffd166', 0.95) : fade('#ffffff', 0.55);
      ctx.fill(rounded(-61, -45 + row * 9, width, 3.4, 1.7));
    }
    ctx.fillStyle = fade('#ffffff', 0.1);
    ctx.fill(path('M 10 -64 L 46 -64 L -4 20 L -40 20 Z'));
    ctx.restore();
  },
});

/** An open laptop: a lit screen with a chart that lives, and rows of keys that are struck. */
export const laptop: Form = {
  shadow: 100,
  halo: (actor) => ({ colour: slot(actor.colors, 'glow'), radius: 150, strength: 0.28 }),
  parts: (colours) => ({
    body: body(colours),
    screen: screen(colours),
    bar: {
      box: [-4, -50, 8, 50],
      paint: ({ ctx }) => {
        const rise = ctx.createLinearGradient(0, -50, 0, 0);
        rise.addColorStop(0, lighter(slot(colours, 'glow'), 0.5));
        rise.addColorStop(1, slot(colours, 'glow'));
        ctx.fillStyle = rise;
        ctx.fillRect(-3.6, -50, 7.2, 50);
      },
    },
    dot: {
      box: [-3, -3, 6, 6],
      paint: ({ ctx }) => {
        ctx.fillStyle = '#ffd166';
        ctx.fill(oval(0, 0, 2.3));
      },
    },
    written: {
      box: [0, -2, 52, 4],
      paint: ({ ctx }) => {
        ctx.fillStyle = slot(colours, 'glow');
        ctx.fill(rounded(0, -1.7, 52, 3.4, 1.7));
      },
    },
    cursor: {
      box: [-1, -4, 3, 8],
      paint: ({ ctx }) => {
        ctx.fillStyle = '#ffffff';
        ctx.fillRect(0, -3.4, 1.4, 6.8);
      },
    },
    key: {
      box: [-10, -5, 20, 10],
      paint: (brush) => {
        glow(brush, 0, 0, 5, slot(colours, 'glow'), 0.8);
        brush.ctx.fillStyle = lighter(slot(colours, 'glow'), 0.45);
        brush.ctx.fill(rounded(-6, -2.4, 12, 4.8, 1.2));
      },
    },
    spill: {
      box: [-110, 20, 220, 52],
      paint: (brush) => {
        brush.ctx.translate(0, 28);
        brush.ctx.scale(1, 0.4);
        glow(brush, 0, 0, 108, slot(colours, 'glow'), 0.7);
      },
    },
  }),
  pose: () => [{ part: 'body', at: IDENTITY }],
  lights: ({ pose: { animation, clock }, facing }, { ambient }) => {
    // What is on the screen reads the right way round, whichever way the laptop is said to look.
    const front = joint(IDENTITY, 0, 0, 0, facing, 1);
    const typing = animation === 'type';
    const bars = BARS.map((height, at): Placed => {
      const high = (height / 50) * (1 + (typing ? 0.14 * swing(clock, 2.6 + at * 0.4, at * 0.21) : 0));
      return { part: 'bar', at: joint(front, BAR_X + 4 + at * 11.5, FLOOR, 0, 1, high) };
    });
    const tops = bars.map(
      ({ at }, index): Placed => ({
        part: 'dot',
        at: compose(front, [1, 0, 0, 1, BAR_X + 4 + index * 11.5, FLOOR - at[3] * 50 - 4]),
      }),
    );
    // Two rows are written letter by letter, and then a new page begins.
    const letters = typing ? (clock * STROKES_A_SECOND) % 32 : 9;
    const rows = [Math.min(16, letters), Math.max(0, letters - 16)].map((count) => Math.floor(count) / 16);
    const row = letters > 16 ? 1 : 0;
    const lines = rows.map(
      (share, at): Placed => ({
        part: 'written',
        at: joint(front, -61, -16 + at * 9, 0, Math.max(0.001, share), 1),
        opacity: share > 0 ? 1 : 0,
      }),
    );
    const stroke = clock * STROKES_A_SECOND;
    const keys = [0, 1].map((back): Placed => {
      const key = KEYS[Math.floor(hash(Math.floor(stroke) - back, 3) * KEYS.length)] ?? keyAt(0, 0);
      const faded = 1 - (back + (stroke % 1)) / 2;
      return {
        part: 'key',
        at: joint(front, key.x, key.y + 0.8, 0, key.width / 12, key.height / 4.8),
        opacity: typing ? faded * 0.9 : 0,
      };
    });
    return [
      { part: 'spill', at: IDENTITY, opacity: 0.16 + 0.5 * Math.max(0, 1 - ambient), colouring: { glow: 1 } },
      { part: 'screen', at: front },
      ...bars,
      ...tops,
      ...lines,
      {
        part: 'cursor',
        at: joint(front, -60 + (rows[row] ?? 0) * 52, -16 + row * 9),
        opacity: clock % 1 < 0.6 ? 1 : 0,
      },
      ...keys,
    ];
  },
};
