import { type Affine, compose, IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, oval, path, rounded, shape } from '../paint/brush.ts';
import { darker, lighter, mix } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import type { Part } from '../paint/sheet.ts';
import { type Colours, type Form, type Placed, slot } from './form.ts';
import { starPath } from './star-path.ts';

const RADIUS = 43;
const THICK = 9;
/** How far away the eye is: the near half of a turned coin is larger. */
const EYE = 300;
const TURN_S = 2.8;
const SLICES = 24;
/** Copies of the edge between the two faces. */
const LAYERS = 9;
const LEAST = (1.6 * THICK) / (LAYERS - 1) / (RADIUS * 2);
const LAP = 0.5;

/** A face before it is cut: rim, ring of beads, and an emblem that stands out of it. */
function face(brush: Brush, colours: Colours, emblem: (brush: Brush, colour: string) => void): void {
  const { ctx } = brush;
  const gold = slot(colours, 'body');
  const round = oval(0, 0, RADIUS);
  shape(brush, round, { fill: gold, box: [-RADIUS, -RADIUS, RADIUS * 2, RADIUS * 2], depth: 0.45 });
  ctx.fillStyle = darker(slot(colours, 'edge'), 0.1);
  ctx.fill(oval(0, 0, 36.4));
  const field = ctx.createLinearGradient(-24, -30, 22, 32);
  field.addColorStop(0, mix(slot(colours, 'edge'), gold, 0.35));
  field.addColorStop(1, mix(slot(colours, 'edge'), gold, 0.95));
  ctx.fillStyle = field;
  ctx.fill(oval(0.7, 0.9, 35.2));
  ctx.strokeStyle = lighter(gold, 0.6, 0.9);
  ctx.lineWidth = 1.5;
  ctx.stroke(path('M -40.6 6 A 41 41 0 0 1 6 -40.6'));
  for (let bead = 0; bead < 36; bead++) {
    const angle = (bead / 36) * Math.PI * 2;
    ctx.fillStyle = lighter(gold, 0.35);
    ctx.fill(oval(Math.cos(angle) * 31.4, Math.sin(angle) * 31.4, 1.2));
  }
  emblem(brush, gold);
  const shine = ctx.createLinearGradient(-34, -34, 30, 34);
  shine.addColorStop(0.2, 'rgba(255, 255, 255, 0)');
  shine.addColorStop(0.36, 'rgba(255, 255, 255, 0.4)');
  shine.addColorStop(0.44, 'rgba(255, 255, 255, 0.06)');
  shine.addColorStop(0.5, 'rgba(255, 255, 255, 0.2)');
  shine.addColorStop(0.56, 'rgba(255, 255, 255, 0)');
  ctx.fillStyle = shine;
  ctx.fill(round);
}

/** Raised out of the metal: dark where it turns from the light, bright where it faces it. */
function embossed({ ctx }: Brush, form: Path2D, gold: string): void {
  for (const [x, y, colour] of [
    [1.3, 1.6, darker(gold, 0.5)],
    [-1, -1.2, lighter(gold, 0.75)],
  ] as const) {
    ctx.save();
    ctx.translate(x, y);
    ctx.fillStyle = colour;
    ctx.fill(form);
    ctx.restore();
  }
  const metal = ctx.createLinearGradient(-16, -18, 14, 18);
  metal.addColorStop(0, lighter(gold, 0.62));
  metal.addColorStop(1, lighter(gold, 0.08));
  ctx.fillStyle = metal;
  ctx.fill(form);
}

const heads = (brush: Brush, gold: string): void => embossed(brush, path(starPath(25, 11.4)), gold);
const tails = (brush: Brush, gold: string): void =>
  embossed(
    brush,
    path('M -9 -13 L 1 -20 L 7 -20 L 7 13 L 13 13 L 13 19 L -10 19 L -10 13 L -2 13 L -2 -9 L -9 -6 Z'),
    gold,
  );

function sliced(name: string, paint: (brush: Brush) => void): Readonly<Record<string, Part>> {
  const wide = (RADIUS * 2 + 2) / SLICES;
  return Object.fromEntries(
    Array.from({ length: SLICES }, (_, slice): [string, Part] => [
      `${name}${slice}`,
      { box: [-RADIUS - 1 + slice * wide - LAP, -RADIUS - 1, wide + LAP * 2, RADIUS * 2 + 2], paint },
    ]),
  );
}

/** Where a point of the coin lies in the picture, and how much larger it is there for being nearer. */
function seen(x: number, z: number, angle: number): { readonly x: number; readonly near: number } {
  const near = EYE / (EYE - (z * Math.cos(angle) - x * Math.sin(angle)));
  return { x: (x * Math.cos(angle) + z * Math.sin(angle)) * near, near };
}

/** The slices of a face, each as wide and as high as perspective makes it. */
function turnedFace(name: string, angle: number, mirrored: number): readonly Placed[] {
  const wide = (RADIUS * 2 + 2) / SLICES;
  const shade = 0.88 + 0.12 * Math.abs(Math.cos(angle - 0.5 * mirrored));
  return Array.from({ length: SLICES }, (_, slice): Placed => {
    const from = -RADIUS - 1 + slice * wide;
    const [one, other] = [from, from + wide].map((x) => seen(x * mirrored, (THICK / 2) * mirrored, angle));
    const start = one?.x ?? 0;
    const stretch = ((other?.x ?? 0) - start) / wide;
    const high = ((one?.near ?? 1) + (other?.near ?? 1)) / 2;
    const at: Affine = [stretch, 0, 0, high, start - from * stretch, 0];
    return { part: `${name}${slice}`, at, shade };
  });
}

/** One layer of the thickness. */
const edge = (colours: Colours): Part => ({
  box: [-RADIUS - 1, -RADIUS - 1, RADIUS * 2 + 2, RADIUS * 2 + 2],
  paint: ({ ctx }) => {
    ctx.fillStyle = slot(colours, 'edge');
    ctx.fill(oval(0, 0, RADIUS - 0.9));
    // Notches: laid one over the other by the layers they become the milling of the edge.
    for (let notch = 0; notch < 60; notch++) {
      const angle = (notch / 60) * Math.PI * 2;
      const lit = Math.sin(angle) < -0.2;
      ctx.strokeStyle =
        notch % 2 === 0 ? darker(slot(colours, 'edge'), 0.22) : lighter(slot(colours, 'edge'), lit ? 0.4 : 0.16);
      ctx.lineWidth = 3;
      ctx.beginPath();
      ctx.arc(0, 0, RADIUS - 2.4, angle, angle + Math.PI / 30);
      ctx.stroke();
    }
  },
});

/** A gold coin, a star on one side and a one on the other, turning about its upright in true perspective. */
export const coin: Form = {
  parts: (colours) => ({
    ...sliced('heads', (brush) => face(brush, colours, heads)),
    ...sliced('tails', (brush) => face(brush, colours, tails)),
    // Named by the face in front, since the layers change their order with it.
    headsEdge: edge(colours),
    tailsEdge: edge(colours),
    side: {
      box: [-THICK / 2 - 1, -RADIUS - 1, THICK + 2, RADIUS * 2 + 2],
      paint: ({ ctx }) => {
        const form = rounded(-THICK / 2, -RADIUS, THICK, RADIUS * 2, 1.4);
        ctx.fillStyle = slot(colours, 'edge');
        ctx.fill(form);
        ctx.save();
        ctx.clip(form);
        for (let notch = 0; notch < 30; notch++) {
          const [from, to] = [notch, notch + 1].map((at) => -Math.cos((at / 30) * Math.PI) * RADIUS);
          ctx.fillStyle =
            notch % 2 === 0
              ? darker(slot(colours, 'edge'), 0.22)
              : lighter(slot(colours, 'edge'), notch < 15 ? 0.4 : 0.16);
          ctx.fillRect(-THICK, from ?? 0, THICK * 2, (to ?? 0) - (from ?? 0));
        }
        ctx.restore();
      },
    },
  }),
  pose: ({ pose: { animation, clock }, facing }) => {
    const angle = animation === 'spin' ? (clock / TURN_S) * Math.PI * 2 : 0.42;
    const front = Math.cos(angle) >= 0;
    const layers = Array.from({ length: LAYERS }, (_, layer): Placed => {
      const z = (layer / (LAYERS - 1) - 0.5) * THICK * (front ? 1 : -1);
      const middle = seen(0, z, angle);
      const [left, right] = [seen(-RADIUS, z, angle).x, seen(RADIUS, z, angle).x];
      // Seen on its edge a layer is still as wide as the way to the next.
      const wide = Math.max(LEAST, Math.abs(right - left) / (RADIUS * 2));
      return { part: front ? 'headsEdge' : 'tailsEdge', at: [wide, 0, 0, middle.near, (left + right) / 2, 0] };
    });
    // The one reads the right way round, whichever way the coin is said to look.
    const upright = joint(IDENTITY, 0, 0, 0, facing, 1);
    const faces = front ? turnedFace('heads', angle, 1) : turnedFace('tails', angle, -1);
    // Seen on its edge it is a milled bar: the layers are too thin by then to hold together.
    const side: Placed = {
      part: 'side',
      at: joint(IDENTITY, 0, 0, 0, EYE / (EYE - RADIUS), 1),
      opacity: smooth(2 - Math.abs(Math.cos(angle)) * 18),
    };
    return [...layers, side, ...faces].map((placed) => ({ ...placed, at: compose(upright, placed.at) }));
  },
};
