import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, oval, path, rounded, shape } from '../paint/brush.ts';
import { darker, fade, lighter } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { type Form, type Placed, slot } from './form.ts';

/** What each unit of the rack holds, from above. */
const UNITS = ['ports', 'drives', 'drives', 'vents', 'drives', 'drives'] as const;
const [TOP, HIGH, LEFT, WIDE] = [-92, 28, -52, 96] as const;
const AMBER = '#ffb02e';

const middle = (unit: number): number => TOP + unit * (HIGH + 2.6) + HIGH / 2;

/** The lamps: two on each unit, and a row over the network's ports. */
const LAMPS = [
  ...UNITS.flatMap((kind, unit) =>
    kind === 'ports'
      ? Array.from({ length: 6 }, (_, port) => ({ x: LEFT + 16 + port * 11, y: middle(unit) - 8 }))
      : [-4, 4].map((y) => ({ x: LEFT + WIDE - 8, y: middle(unit) + y })),
  ),
];

function drives({ ctx }: Brush, y: number, colour: string): void {
  for (let bay = 0; bay < 4; bay++) {
    const x = LEFT + 5 + bay * 19;
    ctx.fillStyle = darker(colour, 0.55);
    ctx.fill(rounded(x, y - 10, 17, 20, 2));
    ctx.fillStyle = lighter(colour, 0.14);
    ctx.fill(rounded(x + 1.2, y - 8.8, 14.6, 17.6, 1.6));
    ctx.fillStyle = darker(colour, 0.5);
    for (const line of [0, 1, 2, 3]) ctx.fill(rounded(x + 3, y - 6.4 + line * 2.6, 8, 1.3, 0.6));
    ctx.fillStyle = lighter(colour, 0.6);
    ctx.fill(rounded(x + 2.6, y + 5, 11.8, 2.2, 1.1));
  }
}

function ports({ ctx }: Brush, y: number, colour: string): void {
  for (let port = 0; port < 6; port++) {
    const x = LEFT + 11.5 + port * 11;
    ctx.fillStyle = '#0b0f16';
    ctx.fill(path(`M ${x} ${y - 4} h 9 v 8 h -2.4 v 2.4 h -4.2 v -2.4 h -2.4 Z`));
    ctx.strokeStyle = lighter(colour, 0.4);
    ctx.lineWidth = 0.7;
    ctx.stroke(path(`M ${x + 1.6} ${y - 3.6} v 3 m 2 -3 v 3 m 2 -3 v 3 m 2 -3 v 3`));
  }
  ctx.fillStyle = '#10151f';
  ctx.fill(oval(LEFT + WIDE - 11, y, 6.4));
}

function vents({ ctx }: Brush, y: number, colour: string): void {
  for (let row = 0; row < 4; row++)
    for (let hole = 0; hole < 16; hole++) {
      ctx.fillStyle = darker(colour, 0.7);
      ctx.fill(oval(LEFT + 8 + hole * 4.8 + (row % 2) * 2.4, y - 7.5 + row * 5, 1.6));
    }
}

const PAINTERS = { drives, ports, vents } as const;

/** A rack of servers: drive bays with handles, ports, vents, and lamps that blink as work comes in. */
export const server: Form = {
  shadow: 66,
  parts: (colours) => ({
    body: {
      box: [-72, -112, 144, 224],
      paint: (brush) => {
        const { ctx } = brush;
        const [frame, panel] = [slot(colours, 'case'), slot(colours, 'panel')];
        for (const x of [-52, 40]) shape(brush, rounded(x, 100, 16, 10, 3), { fill: '#1c222c', box: [x, 100, 16, 10] });
        // The side of the cabinet, in shade, and its front.
        shape(brush, path('M 50 -108 L 68 -101 Q 70 -100 70 -97 L 70 94 Q 70 97 68 98 L 50 105 Z'), {
          fill: frame,
          box: [50, -108, 20, 212],
          depth: 0.6,
        });
        ctx.fillStyle = fade('#0a0e1a', 0.4);
        ctx.fill(path('M 50 -108 L 68 -101 Q 70 -100 70 -97 L 70 94 Q 70 97 68 98 L 50 105 Z'));
        ctx.strokeStyle = fade('#000000', 0.45);
        ctx.lineWidth = 1.6;
        for (let slit = 0; slit < 9; slit++) ctx.stroke(path(`M 55 ${-72 + slit * 6} l 10 ${2.2}`));
        shape(brush, rounded(-68, -108, 124, 212, 7), { fill: frame, box: [-68, -108, 124, 212], depth: 0.8 });
        ctx.fillStyle = '#0d1219';
        ctx.fill(rounded(LEFT - 6, TOP - 5, WIDE + 12, 188, 4));
        for (const [unit, kind] of UNITS.entries()) {
          const y = middle(unit);
          shape(brush, rounded(LEFT, y - HIGH / 2, WIDE, HIGH, 3), {
            fill: panel,
            box: [LEFT, y - HIGH / 2, WIDE, HIGH],
            depth: 0.55,
            outline: 0.5,
          });
          PAINTERS[kind](brush, y, panel);
          for (const x of [LEFT - 3, LEFT + WIDE + 3]) {
            ctx.fillStyle = lighter(frame, 0.45);
            ctx.fill(oval(x, y - 8, 1.4));
            ctx.fill(oval(x, y + 8, 1.4));
          }
        }
        for (const { x, y } of LAMPS) {
          ctx.fillStyle = '#10161d';
          ctx.fill(oval(x, y, 2.7));
          ctx.fillStyle = fade(slot(colours, 'lights'), 0.22);
          ctx.fill(oval(x, y, 1.9));
        }
        ctx.fillStyle = fade('#ffffff', 0.28);
        ctx.fill(rounded(-62, -104.5, 96, 1.8, 0.9));
        ctx.fillStyle = lighter(frame, 0.32);
        ctx.fill(rounded(-14, -102, 18, 5, 2.5));
      },
    },
    lamp: {
      box: [-9, -9, 18, 18],
      paint: (brush) => {
        glow(brush, 0, 0, 8.5, slot(colours, 'lights'), 0.8);
        brush.ctx.fillStyle = lighter(slot(colours, 'lights'), 0.35);
        brush.ctx.fill(oval(0, 0, 2.2));
      },
    },
    warning: {
      box: [-9, -9, 18, 18],
      paint: (brush) => {
        glow(brush, 0, 0, 8.5, AMBER, 0.8);
        brush.ctx.fillStyle = lighter(AMBER, 0.3);
        brush.ctx.fill(oval(0, 0, 2.2));
      },
    },
    power: {
      box: [-12, -12, 24, 24],
      paint: (brush) => {
        const { ctx } = brush;
        glow(brush, 0, 0, 11, slot(colours, 'lights'), 0.6);
        ctx.strokeStyle = slot(colours, 'lights');
        ctx.lineWidth = 1.5;
        ctx.lineCap = 'round';
        ctx.stroke(path('M -2.4 -2.2 A 3.4 3.4 0 1 0 2.4 -2.2 M 0 -4.2 V -0.6'));
      },
    },
  }),
  pose: () => [{ part: 'body', at: IDENTITY }],
  lights: ({ pose: { animation, clock } }) => {
    const busy = animation === 'blink';
    const lamps = LAMPS.map(({ x, y }, at): Placed => {
      // Each lamp has its own pace, and with each beat it may be dark; between beats it eases over.
      const beat = clock * (2.2 + hash(at, 1) * 3);
      const on = (of: number): number => (hash(Math.floor(of), at, 7) > 0.42 ? 1 : 0.1);
      const lit = busy ? on(beat - 1) + (on(beat) - on(beat - 1)) * smooth((beat % 1) * 5) : 0.85;
      return { part: at % 5 === 3 ? 'warning' : 'lamp', at: joint(IDENTITY, x, y), opacity: lit };
    });
    return [{ part: 'power', at: joint(IDENTITY, LEFT + WIDE - 11, middle(0)) }, ...lamps];
  },
};
