import { IDENTITY, joint } from '../paint/affine.ts';
import { type Brush, glow, oval, path } from '../paint/brush.ts';
import { darker, fade, lighter, mix } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import { type Colours, type Form, slot, swing } from './form.ts';

/** The glass: an ellipse with its top cut off at the neck, a lip around the opening. */
const MIDDLE = [0, 10] as const;
const RADII = [170, 150] as const;
const RIM = { y: -112, x: 104, height: 14 };
const FOOT = 159;
const SURFACE = -66;
const SURFACE_HALF = 143;
/** Where the neck cuts the ellipse, as an angle from its lowest point on. */
const NECK = Math.acos(104 / 170);

/** The ellipse below the neck, smaller by `inset`; its outline is open above. */
function globe(inset: number, open = false): Path2D {
  const form = new Path2D();
  form.ellipse(MIDDLE[0], MIDDLE[1], RADII[0] - inset, RADII[1] - inset, 0, -NECK, Math.PI + NECK);
  if (!open) form.closePath();
  return form;
}

/** The water: the same ellipse below its surface. */
function waterBody(): Path2D {
  const cut = Math.asin((SURFACE - MIDDLE[1]) / (RADII[1] - 4));
  const form = new Path2D();
  form.ellipse(MIDDLE[0], MIDDLE[1], RADII[0] - 4, RADII[1] - 4, 0, cut, Math.PI - cut);
  form.closePath();
  return form;
}

const GRAVEL = 'M -140 96 C -90 84 -60 100 -20 96 C 30 90 70 84 140 98 L 140 170 L -140 170 Z';
const SHEET = { box: [-180, -160, 360, 326] as const };

function paintGravel({ ctx }: Brush, colour: string): void {
  ctx.save();
  ctx.clip(waterBody());
  ctx.fillStyle = darker(colour, 0.35);
  ctx.fill(path(GRAVEL));
  for (let pebble = 0; pebble < 360; pebble++) {
    const x = (hash(pebble, 501) - 0.5) * 280;
    const deep = hash(pebble, 502);
    const y = 98 + deep * 52 + Math.sin(x * 0.03) * 4;
    const size = 3.5 + hash(pebble, 503) * 4.5;
    const light = hash(pebble, 504);
    ctx.fillStyle =
      light > 0.55 ? lighter(colour, (light - 0.55) * 1.2, 0.95) : darker(colour, (0.55 - light) * 0.9, 0.95);
    ctx.fill(oval(x, y, size * 1.15, size * 0.82, hash(pebble, 505) * 60 - 30));
    ctx.fillStyle = fade('#ffffff', 0.16);
    ctx.fill(oval(x - size * 0.3, y - size * 0.32, size * 0.4, size * 0.22));
  }
  const shade = ctx.createLinearGradient(0, 100, 0, 156);
  shade.addColorStop(0, fade('#10243a', 0));
  shade.addColorStop(1, fade('#10243a', 0.4));
  ctx.fillStyle = shade;
  ctx.fill(path(GRAVEL));
  ctx.restore();
}

function paintBack(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const [glass, water] = [slot(colours, 'glass'), slot(colours, 'water')];
  const air = ctx.createLinearGradient(0, RIM.y, 0, FOOT);
  air.addColorStop(0, fade(glass, 0.1));
  air.addColorStop(1, fade(glass, 0.22));
  ctx.fillStyle = air;
  ctx.fill(globe(0));
  const body = ctx.createLinearGradient(0, SURFACE, 0, 150);
  body.addColorStop(0, lighter(water, 0.3, 0.5));
  body.addColorStop(0.5, fade(water, 0.56));
  body.addColorStop(1, mix(water, '#1d5f8a', 0.5, 0.68));
  ctx.fillStyle = body;
  ctx.fill(waterBody());
  ctx.save();
  ctx.clip(waterBody());
  glow(brush, -50, -20, 150, '#ffffff', 0.22);
  ctx.restore();
  paintGravel(brush, slot(colours, 'gravel'));
  ctx.strokeStyle = lighter(glass, 0.4, 0.55);
  ctx.lineWidth = 3;
  ctx.beginPath();
  ctx.ellipse(0, RIM.y, RIM.x, RIM.height, 0, Math.PI, Math.PI * 2);
  ctx.stroke();
}

/** The water's surface as it is seen a little from above. */
function paintSurface({ ctx }: Brush, colours: Colours): void {
  const water = slot(colours, 'water');
  const sheet = ctx.createLinearGradient(0, -15, 0, 15);
  sheet.addColorStop(0, lighter(water, 0.75, 0.75));
  sheet.addColorStop(1, lighter(water, 0.2, 0.45));
  ctx.fillStyle = sheet;
  ctx.fill(oval(0, 0, SURFACE_HALF - 1, 13));
  ctx.strokeStyle = lighter(water, 0.85, 0.7);
  ctx.lineWidth = 1.4;
  ctx.stroke(oval(0, 0, SURFACE_HALF - 2, 13));
  ctx.strokeStyle = fade('#ffffff', 0.4);
  ctx.stroke(oval(-34, 1, 54, 5));
  ctx.stroke(oval(52, -2, 40, 4));
}

function paintGleams(brush: Brush, colours: Colours): void {
  const { ctx } = brush;
  const glass = slot(colours, 'glass');
  ctx.lineCap = 'round';
  ctx.strokeStyle = lighter(glass, 0.3, 0.5);
  ctx.lineWidth = 3.6;
  ctx.stroke(globe(1.4, true));
  ctx.strokeStyle = fade('#2b5a74', 0.5);
  ctx.lineWidth = 1.3;
  ctx.stroke(globe(0, true));
  // The panes of a window in the glass, bent by it.
  const pane = ctx.createLinearGradient(-140, -80, -70, 60);
  pane.addColorStop(0, fade('#ffffff', 0.72));
  pane.addColorStop(1, fade('#ffffff', 0.04));
  ctx.fillStyle = pane;
  ctx.fill(path('M -122 -84 C -142 -56 -152 -26 -152 2 L -132 2 C -131 -24 -122 -52 -104 -76 Z'));
  ctx.fill(path('M -98 -82 C -116 -56 -124 -28 -125 2 L -108 2 C -106 -24 -98 -48 -82 -72 Z'));
  ctx.fill(path('M -152 12 C -151 38 -142 64 -128 84 L -114 70 C -126 54 -131 34 -132 12 Z'));
  ctx.strokeStyle = fade('#ffffff', 0.5);
  ctx.lineWidth = 5;
  ctx.stroke(path('M 154 -18 C 160 22 146 74 112 110'));
  ctx.lineWidth = 2.4;
  ctx.stroke(path('M 138 0 C 142 30 132 62 112 86'));
  glow(brush, 132, -52, 30, '#ffffff', 0.5);
  ctx.strokeStyle = lighter(glass, 0.7, 0.9);
  ctx.lineWidth = 6;
  ctx.stroke(oval(0, RIM.y, RIM.x, RIM.height));
  ctx.strokeStyle = fade('#2b5a74', 0.5);
  ctx.lineWidth = 1.3;
  ctx.stroke(oval(0, RIM.y, RIM.x + 3.2, RIM.height + 3));
  ctx.strokeStyle = fade('#2b5a74', 0.28);
  ctx.stroke(oval(0, RIM.y, RIM.x - 3, RIM.height - 3));
  ctx.strokeStyle = '#ffffff';
  ctx.lineWidth = 2.2;
  ctx.beginPath();
  ctx.ellipse(0, RIM.y, RIM.x, RIM.height, 0, Math.PI * 0.58, Math.PI * 0.84);
  ctx.stroke();
  ctx.strokeStyle = fade('#ffffff', 0.55);
  ctx.lineWidth = 3;
  ctx.stroke(path(`M -58 ${FOOT - 9} Q 0 ${FOOT - 1} 58 ${FOOT - 9}`));
}

export const fishBowl: Form = {
  shadow: 120,
  clear: true,
  parts: (colours) => ({
    back: { box: SHEET.box, paint: (brush) => paintBack(brush, colours) },
    surface: { box: [-148, -17, 296, 34], paint: (brush) => paintSurface(brush, colours) },
    near: {
      box: [-148, -17, 296, 34],
      paint: ({ ctx }) => {
        ctx.strokeStyle = fade('#ffffff', 0.85);
        ctx.lineWidth = 2;
        ctx.lineCap = 'round';
        ctx.beginPath();
        ctx.ellipse(0, 0, SURFACE_HALF - 2, 13, 0, 0.12, Math.PI - 0.12);
        ctx.stroke();
      },
    },
    gleams: { box: SHEET.box, paint: (brush) => paintGleams(brush, colours) },
  }),
  vessel: {
    middle: MIDDLE,
    radii: [RADII[0] - 1, RADII[1] - 1],
    neck: RIM.y,
    surface: SURFACE,
    water: (colours) => slot(colours, 'water'),
    front: ({ pose }) => [
      { part: 'near', at: joint(IDENTITY, 0, SURFACE, ripple(pose) * 0.5, 1, 1 + ripple(pose) * 0.16) },
      { part: 'gleams', at: IDENTITY },
    ],
  },
  pose: ({ pose }) => [
    { part: 'back', at: IDENTITY },
    { part: 'surface', at: joint(IDENTITY, 0, SURFACE, ripple(pose) * 0.5, 1, 1 + ripple(pose) * 0.16) },
  ],
};

/** The surface rocks a little. */
const ripple = ({ animation, clock }: { readonly animation: string; readonly clock: number }): number =>
  animation === 'none' ? 0 : swing(clock, 3.7) * 0.7 + swing(clock, 2.3, 0.3) * 0.3;
