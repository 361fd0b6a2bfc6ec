import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, oval, path, shape } from '../paint/brush.ts';
import { darker, lighter, mix } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import { type Form, slot, swing } from './form.ts';

/** A bunch of leaves: its middle and its radius. */
type Bunch = readonly [x: number, y: number, radius: number];

/** What the light makes of a leaf: yellower, not paler. */
const SUNLIT = '#d9e86c';

const BEHIND: readonly Bunch[] = [
  [-58, 12, 34],
  [58, 16, 33],
  [-66, -26, 30],
  [66, -24, 29],
  [-18, 22, 34],
  [24, 24, 32],
  [-36, -84, 34],
  [34, -86, 32],
];
const MIDDLE: readonly Bunch[] = [
  [-44, -8, 36],
  [42, -4, 36],
  [0, 4, 34],
  [-46, -52, 34],
  [46, -54, 32],
];
const BEFORE: readonly Bunch[] = [
  [-20, -34, 36],
  [24, -38, 34],
  [-10, -84, 36],
  [16, -104, 26],
];

/** Leaves dabbed on a dark ground, the lightest last and most of them up where the light is. */
function bunches(brush: Brush, colour: string, list: readonly Bunch[], seed: number, light: number): void {
  const { ctx, grain } = brush;
  const ground = new Path2D();
  for (const [x, y, radius] of list) ground.addPath(oval(x, y, radius, radius * 0.94));
  ctx.fillStyle = darker(colour, 0.42 - light * 0.2);
  ctx.fill(ground);
  const leaves = list.flatMap(([x, y, radius], bunch) =>
    Array.from({ length: Math.round(radius * 3.4) }, (_, leaf) => {
      const angle = hash(leaf, seed, bunch) * Math.PI * 2;
      const out = Math.sqrt(hash(leaf, seed + 1, bunch)) * 1.1;
      const [dx, dy] = [Math.cos(angle) * out, Math.sin(angle) * out * 0.94];
      const high = -(y + dy * radius) / 130;
      const lit = -dy * 0.55 - dx * 0.3 + high * 0.35 + (hash(leaf, seed + 2, bunch) - 0.5) * 0.5 + light * 0.4;
      return { x: x + dx * radius, y: y + dy * radius, lit, turn: (angle * 180) / Math.PI + 70, leaf };
    }),
  );
  for (const { x, y, lit, turn, leaf } of leaves.toSorted((one, other) => one.lit - other.lit)) {
    const size = 0.8 + hash(leaf, seed + 3) * 0.5;
    if (lit < -0.2) ctx.fillStyle = darker(colour, 0.36, 0.7);
    else if (lit < 0.12) ctx.fillStyle = darker(colour, 0.16, 0.8);
    else if (lit < 0.45) ctx.fillStyle = mix(colour, SUNLIT, 0.06, 0.88);
    else ctx.fillStyle = mix(colour, SUNLIT, Math.min(0.5, 0.06 + lit * 0.32), 0.88);
    ctx.fill(oval(x, y, 6.2 * size, 3.5 * size, turn));
  }
  ctx.save();
  ctx.globalCompositeOperation = 'source-atop';
  ctx.globalAlpha = 0.4;
  ctx.fillStyle = grain;
  ctx.fillRect(-130, -160, 260, 240);
  ctx.restore();
}

const TRUNK =
  'M -30 4 C -16 -2 -13 -24 -13 -52 C -13 -76 -20 -96 -38 -116 L -29 -122 C -18 -112 -10 -100 -4 -92 C -4 -106 -4 -118 -2 -132 L 8 -132 C 7 -116 7 -104 9 -92 C 15 -102 22 -112 32 -120 L 40 -113 C 24 -96 14 -78 14 -52 C 14 -24 17 -2 31 4 C 20 2 14 4 8 2 C 2 5 -6 5 -12 2 C -18 4 -24 2 -30 4 Z';

function paintTrunk(brush: Brush, colour: string): void {
  const { ctx } = brush;
  const form = path(TRUNK);
  shape(brush, form, { fill: colour, box: [-34, -132, 70, 136], outline: 0.3 });
  ctx.save();
  ctx.clip(form);
  ctx.lineCap = 'round';
  for (let mark = 0; mark < 16; mark++) {
    const x = -10 + hash(mark, 71) * 20;
    const y = -96 + hash(mark, 72) * 88;
    ctx.strokeStyle = hash(mark, 73) > 0.45 ? darker(colour, 0.5, 0.4) : lighter(colour, 0.4, 0.3);
    ctx.lineWidth = 1 + hash(mark, 74) * 1.4;
    ctx.stroke(path(`M ${x} ${y} q ${hash(mark, 75) * 4 - 2} 7 0 ${8 + hash(mark, 76) * 12}`));
  }
  const shade = ctx.createLinearGradient(0, -132, 0, -52);
  shade.addColorStop(0, darker(colour, 0.7, 0.75));
  shade.addColorStop(1, darker(colour, 0.7, 0));
  ctx.fillStyle = shade;
  ctx.fillRect(-50, -140, 100, 92);
  ctx.restore();
}

export const tree: Form = {
  shadow: 70,
  parts: (colours) => {
    const leaves = slot(colours, 'leaves');
    const mass = (list: readonly Bunch[], seed: number, light: number) => ({
      box: [-116, -146, 232, 218] as const,
      paint: (brush: Brush) => bunches(brush, leaves, list, seed, light),
    });
    return {
      trunk: { box: [-42, -136, 86, 144], paint: (brush) => paintTrunk(brush, slot(colours, 'trunk')) },
      behind: mass(BEHIND, 31, -0.5),
      middle: mass(MIDDLE, 35, 0),
      before: mass(BEFORE, 39, 0.45),
    };
  },
  pose: ({ pose: { clock } }) => {
    const wind = swing(clock, 4.2);
    const lag = swing(clock, 4.2, -0.12);
    return [
      { part: 'behind', at: joint(IDENTITY, wind * 2, -18, wind * 0.8) },
      { part: 'trunk', at: joint(IDENTITY, 0, 146, wind * 0.4) },
      { part: 'middle', at: joint(IDENTITY, wind * 3, -18, wind * 1.2) },
      { part: 'before', at: joint(IDENTITY, lag * 4.5, -18, lag * 1.8) },
    ];
  },
};
