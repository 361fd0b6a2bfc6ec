import type { FrameActor } from '../../../../dsl/index.ts';
import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, oval, path, shape } from '../paint/brush.ts';
import { darker, fade, lighter, mix } from '../paint/colour.ts';
import { hash, smooth } from '../paint/noise.ts';
import { type Colours, type Form, type Placed, slot, swing } from './form.ts';

const CONE =
  'M -240 163 C -196 140 -160 104 -128 56 C -100 12 -80 -46 -60 -98 C -52 -106 -40 -100 -30 -104 C -14 -110 8 -104 24 -107 C 40 -110 54 -106 62 -96 C 80 -44 102 16 132 58 C 162 102 198 140 240 163 C 190 160 168 167 130 164 C 90 161 60 168 16 165 C -30 162 -60 168 -104 164 C -150 160 -190 167 -240 163 Z';
const RIM_Y = -98;
/** Middle lines of the lava on the slope, from the crater down, and how wide it is. */
const STREAMS = [
  ['M -14 -98 C -26 -70 -4 -48 -18 -18 C -30 10 -10 34 -26 66 C -36 88 -30 104 -40 124', 15],
  ['M 30 -98 C 40 -64 32 -38 50 -6 C 58 12 52 28 66 46', 10],
  ['M -44 -96 C -58 -62 -66 -40 -76 -12', 7],
] as const;
/** The same way as points, for what glides down it. */
const WAY = [[-14, -96], [-17, -70], [-11, -44], [-19, -16], [-22, 12], [-18, 38], [-28, 68], [-33, 94], [-40, 122]] as const; // biome-ignore format: a row
const PUFFS = 9;
const BOMBS = 13;
const GLINTS = 5;

function paintCone(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const rock = slot(colours, 'rock');
  const form = path(CONE);
  shape(brush, form, { fill: rock, box: [-240, -108, 480, 274], depth: 0.9, outline: 0.3 });
  ctx.save();
  ctx.clip(form);
  ctx.fillStyle = fade(darker(rock, 0.55), 0.5);
  ctx.fill(path('M 62 -96 C 40 -60 64 -20 48 20 C 34 60 74 100 60 170 L 250 170 L 132 40 Z'));
  ctx.fill(
    path(
      'M -34 -104 C -40 -70 -60 -30 -56 6 C -54 40 -92 80 -84 120 C -80 140 -104 156 -110 170 L -60 170 C -60 130 -34 110 -42 70 C -50 36 -30 -10 -34 -50 Z',
    ),
  );
  ctx.fillStyle = lighter(rock, 0.35, 0.3);
  ctx.fill(path('M -62 -96 C -80 -40 -104 20 -140 66 C -120 60 -96 36 -86 10 C -74 -20 -62 -60 -56 -92 Z'));
  ctx.strokeStyle = fade(darker(rock, 0.7), 0.35);
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.stroke(
    path(
      'M -96 30 C -112 66 -146 100 -164 140 M -70 40 C -80 84 -116 120 -122 158 M 84 0 C 96 44 124 84 150 130 M 100 70 C 112 104 150 130 168 156 M 20 40 C 26 80 12 116 22 158 M 6 -60 C 14 -30 6 0 16 24',
    ),
  );
  // Ash lies around the crater, and the land's haze at the foot.
  const ash = ctx.createLinearGradient(0, -108, 0, -40);
  ash.addColorStop(0, fade(darker(rock, 0.72), 0.75));
  ash.addColorStop(1, fade(darker(rock, 0.72), 0));
  ctx.fillStyle = ash;
  ctx.fillRect(-240, -110, 480, 72);
  const haze = ctx.createLinearGradient(0, 96, 0, 166);
  haze.addColorStop(0, fade('#dfe8f5', 0));
  haze.addColorStop(1, fade('#dfe8f5', 0.32));
  ctx.fillStyle = haze;
  ctx.fillRect(-240, 96, 480, 72);
  ctx.restore();
}

/** The crater's mouth, and the streams that run over its rim: what shines by itself. */
function paintLava(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const lava = slot(colours, 'lava');
  ctx.save();
  ctx.clip(path(CONE));
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  for (const [data, wide] of STREAMS) {
    const line = path(data);
    for (const [share, colour] of [
      [2.3, fade(lava, 0.16)],
      [1.5, fade(darker(lava, 0.35), 0.8)],
      [1, lava],
      [0.5, mix(lava, '#ffe27a', 0.6)],
      [0.2, '#fff4c2'],
    ] as const) {
      ctx.strokeStyle = colour;
      ctx.lineWidth = wide * share;
      ctx.stroke(line);
    }
  }
  ctx.restore();
  const mouth = path(
    'M -59 -97 C -52 -106 -40 -100 -30 -104 C -14 -110 8 -104 24 -107 C 40 -110 54 -106 61 -96 C 48 -86 22 -90 2 -86 C -20 -84 -46 -86 -59 -97 Z',
  );
  shape(brush, mouth, { fill: lava, box: [-60, -108, 122, 24], depth: 0.4, outline: 0.5 });
  ctx.fillStyle = mix(lava, '#ffe27a', 0.75);
  ctx.fill(oval(2, -96, 38, 6));
  glow(brush, 0, -100, 96, lava, 0.4);
}

function paintPuff({ ctx }: Brush, colours: Colours): void {
  const smoke = slot(colours, 'smoke');
  for (const [x, y, r] of [
    [-22, 8, 30],
    [22, 6, 28],
    [0, -16, 32],
    [2, 16, 26],
  ] as const) {
    const soft = ctx.createRadialGradient(x - r * 0.35, y - r * 0.45, r * 0.1, x, y, r);
    soft.addColorStop(0, lighter(smoke, 0.35, 0.95));
    soft.addColorStop(0.55, fade(smoke, 0.85));
    soft.addColorStop(0.88, darker(smoke, 0.25, 0.45));
    soft.addColorStop(1, darker(smoke, 0.25, 0));
    ctx.fillStyle = soft;
    ctx.fill(oval(x, y, r));
  }
}

/** Lava thrown up from the crater, its foot at the origin. */
function paintFountain(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const lava = slot(colours, 'lava');
  glow(brush, 0, -50, 100, lava, 0.6);
  for (const [share, colour] of [
    [1, lava],
    [0.66, mix(lava, '#ffd35a', 0.6)],
    [0.34, '#fff4c2'],
  ] as const) {
    const [w, h] = [32 * share, 56 + 54 * share];
    ctx.fillStyle = colour;
    ctx.fill(
      path(
        `M ${-w * 0.75} 4 C ${-w * 0.6} ${-h * 0.5} ${-w * 1.1} ${-h * 0.72} ${-w * 1.6} ${-h * 0.56} C ${-w * 1.3} ${-h * 0.92} ${-w * 0.6} ${-h * 0.98} ${-w * 0.4} ${-h * 0.8} C ${-w * 0.34} ${-h * 1.1} ${-w * 0.1} ${-h * 1.24} 0 ${-h * 1.36} C ${w * 0.2} ${-h * 1.14} ${w * 0.3} ${-h * 0.98} ${w * 0.5} ${-h * 0.84} C ${w * 0.8} ${-h * 1.02} ${w * 1.35} ${-h * 0.9} ${w * 1.7} ${-h * 0.48} C ${w * 1.2} ${-h * 0.68} ${w * 0.62} ${-h * 0.5} ${w * 0.75} 4 Z`,
      ),
    );
  }
}

function along(share: number): readonly [x: number, y: number] {
  const at = Math.min(WAY.length - 2, Math.floor(share * (WAY.length - 1)));
  const [[fromX, fromY], [toX, toY]] = [WAY[at] ?? WAY[0], WAY[at + 1] ?? WAY[0]];
  const part = share * (WAY.length - 1) - at;
  return [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part];
}

function smokeOf({ pose: { animation, clock } }: FrameActor): readonly Placed[] {
  if (animation === 'none') return [];
  const erupts = animation === 'erupt';
  return Array.from({ length: PUFFS }, (_, at) => {
    const age = clock * (erupts ? 0.3 : 0.17) + at / PUFFS;
    const t = age % 1;
    const aside = (hash(at, Math.floor(age), 95) - 0.5) * (erupts ? 130 : 60);
    const size = (erupts ? 0.75 : 0.5) + t * (erupts ? 1.5 : 1.0);
    return {
      part: 'puff',
      at: joint(IDENTITY, aside * t + t * t * 46, RIM_Y - 6 - t * (erupts ? 230 : 150), at * 67 + age * 24, size),
      opacity: Math.min(1, t * 5) * (1 - t) ** (erupts ? 0.8 : 1.1),
    };
  });
}

/** What of it shines: the lava at rest, and what an eruption adds. */
function fireOf({ pose: { animation, clock } }: FrameActor): readonly Placed[] {
  const live = animation === 'none' ? 0 : 1;
  const lava: Placed[] = [{ part: 'lava', at: IDENTITY, opacity: 1 - live * 0.1 * (1 + swing(clock, 2.2)) }];
  for (let at = 0; at < GLINTS * live; at++) {
    const t = (clock * 0.16 + at / GLINTS) % 1;
    lava.push({
      part: 'glint',
      at: joint(IDENTITY, ...along(t), 8, 0.9 - t * 0.3),
      opacity: smooth(t * 8) * smooth((1 - t) * 4),
    });
  }
  if (animation !== 'erupt') return lava;
  const begun = smooth(clock / 0.5);
  const tall = begun * (0.95 + 0.14 * swing(clock, 0.31) + 0.1 * swing(clock, 0.83));
  const fountain: Placed = {
    part: 'fountain',
    at: joint(IDENTITY, 0, RIM_Y + 4, swing(clock, 0.7) * 2, begun * (0.95 + 0.08 * swing(clock, 0.43)), tall),
  };
  const bombs = Array.from({ length: BOMBS }, (_, at): Placed => {
    const age = clock * (0.52 + 0.16 * hash(at, 3, 96)) + hash(at, 1, 96);
    const t = age % 1;
    const round = Math.floor(age);
    const aside = (hash(at, round, 97) - 0.5) * 330;
    const high = 130 + hash(at, round, 98) * 130;
    return {
      part: 'bomb',
      at: joint(IDENTITY, aside * t, RIM_Y - high * 4 * t * (0.86 - t), age * 300, 0.55 + hash(at, round, 99) * 0.7),
      opacity: begun * smooth(t * 12) * smooth((1 - t) * 4),
    };
  });
  return [...lava, fountain, ...bombs];
}

/** A volcano that smokes by itself, and erupts when it is told to. */
export const volcano: Form = {
  parts: (colours) => ({
    cone: { box: [-246, -114, 492, 284], paint: (brush) => paintCone(brush, colours) },
    lava: { box: [-130, -200, 260, 350], paint: (brush) => paintLava(brush, colours) },
    puff: { box: [-58, -56, 116, 106], paint: (brush) => paintPuff(brush, colours) },
    fountain: { box: [-104, -164, 208, 218], paint: (brush) => paintFountain(brush, colours) },
    glint: {
      box: [-16, -20, 32, 40],
      paint: (brush) => {
        glow(brush, 0, 0, 15, '#ffe27a', 0.7);
        brush.ctx.fillStyle = fade('#fff6d0', 0.9);
        brush.ctx.fill(oval(0, 0, 3.2, 7.5));
      },
    },
    bomb: {
      box: [-22, -22, 44, 44],
      paint: (brush) => {
        const lava = slot(colours, 'lava');
        glow(brush, 0, 0, 20, lava, 0.8);
        brush.ctx.fillStyle = lava;
        brush.ctx.fill(path('M -8 -2 C -7 -9 3 -10 8 -5 C 11 2 5 9 -2 8 C -8 8 -10 3 -8 -2 Z'));
        brush.ctx.fillStyle = mix(lava, '#ffe27a', 0.75);
        brush.ctx.fill(oval(-1, -1, 4.6, 4));
      },
    },
  }),
  pose: (actor) => [...smokeOf(actor), { part: 'cone', at: IDENTITY }, ...fireOf(actor)],
  lights: fireOf,
};
