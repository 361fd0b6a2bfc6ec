import { putSprite } from '../layers/put-sprite.ts';
import { mixRgb, rgb, scaleRgb } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';
import { type Band, grey, putBand } from './band.ts';
import { windowLight } from './window-beams.ts';

const STRIPE = 40;
const WALL_HEIGHT = 960;
const SKIRTING = 46;

/** Paper with a faint stripe, brighter towards the floor, and a skirting board. */
const WALL: Band = {
  name: 'room-wall',
  height: WALL_HEIGHT,
  rest: WALL_HEIGHT - 20,
  length: 640,
  paint: (ctx, grain) => {
    const fall = ctx.createLinearGradient(0, WALL_HEIGHT * 0.3, 0, WALL_HEIGHT);
    fall.addColorStop(0, grey(0.1));
    fall.addColorStop(1, grey(0.8));
    ctx.fillStyle = fall;
    ctx.fillRect(0, 0, 640, WALL_HEIGHT);
    for (let stripe = 0; stripe < 640 / STRIPE; stripe++) {
      ctx.fillStyle = grey(1, stripe % 2 === 0 ? 0.13 : 0);
      ctx.fillRect(stripe * STRIPE, 0, STRIPE, WALL_HEIGHT);
      for (let sprig = 0; sprig < WALL_HEIGHT / 60; sprig++) {
        const x = (stripe + 0.5) * STRIPE;
        const y = sprig * 60 + (stripe % 2) * 30;
        ctx.fillStyle = grey(stripe % 2 === 0 ? 0 : 1, 0.14);
        ctx.beginPath();
        ctx.ellipse(x - 4, y, 5, 2.2, 0.7, 0, 7);
        ctx.ellipse(x + 4, y, 5, 2.2, -0.7, 0, 7);
        ctx.fill();
      }
    }
    ctx.globalAlpha = 0.5;
    ctx.fillStyle = grain;
    ctx.fillRect(0, 0, 640, WALL_HEIGHT);
    ctx.globalAlpha = 1;
    const top = WALL_HEIGHT - 20 - SKIRTING;
    const board = ctx.createLinearGradient(0, top, 0, top + SKIRTING);
    board.addColorStop(0, grey(1));
    board.addColorStop(0.12, grey(0.86));
    board.addColorStop(0.2, grey(1));
    board.addColorStop(1, grey(0.8));
    ctx.fillStyle = grey(0, 0.25);
    ctx.fillRect(0, top - 4, 640, 4);
    ctx.fillStyle = board;
    ctx.fillRect(0, top, 640, SKIRTING + 20);
  },
};

/** Boards that run along the wall, wider the nearer they are. */
const FLOOR: Band = {
  name: 'room-floor',
  height: 300,
  rest: 4,
  length: 1280,
  floor: 0.25,
  paint: (ctx, grain) => {
    const fall = ctx.createLinearGradient(0, 0, 0, 300);
    [0.55, 0.95, 0.7, 0.25].forEach((stop, index) => {
      fall.addColorStop(index / 3, grey(stop));
    });
    ctx.fillStyle = fall;
    ctx.fillRect(0, 0, 1280, 300);
    let y = 4;
    for (let row = 0; y < 300; row++) {
      const deep = 11 + row * 6.5;
      const shift = hash(row, 651) * 320;
      for (let board = 0; board < 4; board++) {
        const x = (shift + board * 320) % 1280;
        ctx.fillStyle = grey(hash(row, board, 652) > 0.5 ? 1 : 0, hash(row, board, 653) * 0.13);
        ctx.fillRect(x, y, 320, deep);
        if (x > 960) ctx.fillRect(x - 1280, y, 320, deep);
        ctx.fillStyle = grey(0, 0.4);
        ctx.fillRect(x, y, 1.6, deep);
        for (let line = 0; line < 5; line++) {
          ctx.fillStyle = grey(0, 0.06 + hash(row, board, line) * 0.08);
          ctx.fillRect(x + 8, y + deep * hash(row, line, board + 654), 304 * hash(line, board, row), 1);
        }
      }
      ctx.fillStyle = grey(0, 0.38);
      ctx.fillRect(0, y, 1280, 1.5);
      ctx.fillStyle = grey(1, 0.16);
      ctx.fillRect(0, y + 1.5, 1280, 1);
      y += deep;
    }
    ctx.globalAlpha = 0.6;
    ctx.fillStyle = grain;
    ctx.fillRect(0, 0, 1280, 300);
    ctx.globalAlpha = 1;
    const corner = ctx.createLinearGradient(0, 0, 0, 34);
    corner.addColorStop(0, grey(0, 0.5));
    corner.addColorStop(1, grey(0, 0));
    ctx.fillStyle = corner;
    ctx.fillRect(0, 0, 1280, 34);
  },
};

/** A wall in the colours of the sky, a floor of boards, and what light the hour lets in. */
export function drawRoom(picture: Picture, opacity: number): void {
  const { environment, entities, stage } = picture.frame;
  const [top, bottom] = [rgb(environment.sky_top), rgb(environment.sky_bottom)];
  putBand(picture, WALL, { depth: 0.9, dark: top, light: bottom, opacity });
  putBand(picture, FLOOR, {
    depth: 1,
    dark: scaleRgb(rgb(environment.ground_near), 0.6),
    light: rgb(environment.ground_far),
    opacity,
  });
  const side = environment.key_direction.x > 0 ? 0.86 : 0.14;
  putSprite(
    picture,
    'glow',
    view(picture, 0.9),
    [side * stage.width, stage.height * 0.34, stage.width * 1.1, stage.height * 1.2],
    {
      tint: rgb(environment.key_color),
      opacity: 0.035 * environment.key * opacity,
      glow: 1,
    },
  );
  // The corners lie in the shade of the room.
  const dusk = mixRgb(top, [0, 0, 0.06], 0.75);
  for (const x of [-0.02, 1.02]) {
    putSprite(
      picture,
      'glow',
      view(picture, 0.9),
      [x * stage.width, stage.height * 0.4, stage.width * 0.5, stage.height * 1.7],
      {
        tint: dusk,
        opacity: 0.26 * opacity,
      },
    );
  }
  for (const entity of entities) {
    if (entity.role === 'actor' && entity.kind === 'window') windowLight(picture, entity, opacity);
  }
}
