import { type FrameLyrics, startsRightToLeft } from '../../../../dsl/index.ts';
import { type Affine, IDENTITY } from '../paint/affine.ts';
import { type Brush, oval, shape } from '../paint/brush.ts';
import { lighter, lightness, mixRgb, rgb, scaleRgb, WHITE } from '../paint/colour.ts';
import { drawSheet, type Part } from '../paint/sheet.ts';
import { bucket, type Picture } from '../picture.ts';
import { lettering } from './lettering.ts';
import { putSprite } from './put-sprite.ts';

const NIGHT = [0.02, 0.02, 0.07] as const;

const ballPart = (colour: string): Part => ({
  box: [-1.1, -1.1, 2.2, 2.2],
  paint: (brush: Brush) => {
    const { ctx } = brush;
    shape(brush, oval(0, 0, 1), { fill: colour, box: [-1, -1, 2, 2], outline: 0 });
    const shine = ctx.createRadialGradient(-0.36, -0.42, 0, -0.3, -0.36, 0.62);
    shine.addColorStop(0, 'rgba(255, 255, 255, 0.98)');
    shine.addColorStop(0.3, lighter(colour, 0.8, 0.6));
    shine.addColorStop(1, lighter(colour, 0.8, 0));
    ctx.fillStyle = shine;
    ctx.fill(oval(0, 0, 1));
    ctx.strokeStyle = 'rgba(255, 255, 255, 0.35)';
    ctx.lineWidth = 0.09;
    ctx.beginPath();
    ctx.arc(0, 0, 0.84, 0.2, 1.5);
    ctx.stroke();
  },
});

function drawBall(picture: Picture, line: FrameLyrics): void {
  const { ball, highlight } = line;
  if (!ball || ball.opacity <= 0) return;
  const pixels = bucket(picture.scale * ball.radius);
  const coarse = Math.max(8, Math.min(128, Math.ceil((picture.scale * ball.radius) / 8) * 8));
  const sheet = picture.textures.get(`ball:${highlight}:${coarse}:${pixels}`, () => ({
    ...drawSheet({ ball: ballPart(highlight) }, coarse, picture.grain),
    mipmaps: true,
  }));
  const piece = sheet.plan.get('ball');
  if (!piece) return;
  const opacity = ball.opacity * line.opacity;
  const wide = ball.radius * picture.scale * (1 + ball.squash * 0.8);
  const tall = ball.radius * picture.scale * (1 - ball.squash * 0.7);
  const at: Affine = [wide, 0, 0, tall, ball.x * picture.scale, ball.y * picture.scale];
  putSprite(picture, 'glow', at, [0, 0, 6, 6], {
    tint: rgb(highlight),
    opacity: opacity * (ball.touching >= 0 ? 0.6 : 0.34),
    glow: 1,
  });
  picture.quads.box(sheet.texture, piece.region, at, piece.box, { opacity });
}

/** The word being sung gives under the ball, swells a little and comes back to rest with its last sound. */
function pressed({ scale }: Picture, { x, y, width, sung }: FrameLyrics['words'][number], size: number): Affine {
  const swell = 1 + 0.03 * Math.sin(Math.PI * sung) ** 2;
  const dip = size * 0.07 * Math.sin(Math.PI * Math.min(1, sung * 2.2)) * (1 - sung);
  const [middleX, foot] = [(x + width / 2) * scale, y * scale];
  return [swell, 0, 0, swell, middleX * (1 - swell), foot * (1 - swell) + dip * scale];
}

/** The written line: a shade behind it, its words with the light running through them, and the ball. */
export function drawLyrics(picture: Picture, line: FrameLyrics): void {
  if (line.opacity <= 0) return;
  const { scale, quads } = picture;
  const first = Math.min(...line.words.map(({ x }) => x));
  const last = Math.max(...line.words.map(({ x, width }) => x + width));
  // Dark letters are set on light ground and the other way round; the shade beneath has the colour of the place.
  const dark = lightness(rgb(line.color)) > 0.45;
  const under = dark ? NIGHT : WHITE;
  const ground = rgb(picture.frame.environment.ground_near);
  const shade = dark ? mixRgb(NIGHT, scaleRgb(ground, 0.5), 0.5) : mixRgb(WHITE, ground, 0.15);
  const [top, low] = [Math.min(...line.words.map(({ y }) => y)), Math.max(...line.words.map(({ y }) => y))];
  const block = [
    (first + last) / 2,
    (top + low) / 2 - line.size * 0.34,
    (last - first) * 1.4 + line.size * 7,
    (low - top) * 1.5 + line.size * 5.2,
  ] as const;
  putSprite(picture, 'glow', [scale, 0, 0, scale, 0, 0], block, { tint: shade, opacity: line.opacity ** 2 * 0.78 });
  for (const word of line.words) {
    const { texture, plan } = lettering(picture, word.text, line.size * scale, 700);
    const stretch = Math.max(0.85, Math.min(1.15, (word.width * scale) / plan.advance));
    const left = Math.round(word.x * scale) - plan.room * stretch;
    const width = plan.width * stretch;
    const box = [left, Math.round(word.y * scale) - plan.baseline, width, plan.height] as const;
    const at = word.active ? pressed(picture, word, line.size) : IDENTITY;
    const whole = line.opacity * word.opacity;
    quads.box(texture, plan.shadow, at, box, {
      tint: under,
      opacity: line.opacity ** 2 * (0.35 + 0.6 * word.opacity),
    });
    if (word.active) {
      const middle = [
        word.x + word.width / 2,
        word.y - line.size * 0.34,
        word.width * 1.5 + line.size,
        line.size * 2.4,
      ] as const;
      putSprite(picture, 'glow', [scale, 0, 0, scale, 0, 0], middle, {
        tint: rgb(line.highlight),
        opacity: whole * 0.2,
        glow: 1,
      });
    }
    const split = (plan.room + plan.advance * word.sung) / plan.width;
    const part = (from: number, to: number, colour: readonly [number, number, number]): void => {
      if (to <= from) return;
      const region = { ...plan.ink, u0: from, u1: to };
      quads.box(texture, region, at, [left + width * from, box[1], width * (to - from), plan.height], {
        tint: colour,
        opacity: whole,
      });
    };
    const sung = word.sung <= 0 ? 0 : word.sung >= 1 ? 1 : split;
    const lit = mixRgb(rgb(line.highlight), WHITE, word.active ? 0.12 : 0);
    const unlit = rgb(line.color);
    if (startsRightToLeft(word.text)) {
      part(1 - sung, 1, lit);
      part(0, 1 - sung, unlit);
    } else {
      part(0, sung, lit);
      part(sung, 1, unlit);
    }
  }
  drawBall(picture, line);
}
