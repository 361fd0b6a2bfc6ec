import { throughX, throughY } from '../paint/affine.ts';
import { mixRgb, type Rgb } from '../paint/colour.ts';
import { hash } from '../paint/noise.ts';
import { drawSheet, type Part } from '../paint/sheet.ts';
import { bucket, type Picture, view } from '../picture.ts';
import { grey } from './band.ts';

const VARIANTS = 5;
const WIDTH = 44;
/** Drawn this small and enlarged, blades lose their edges. */
const SOFT = 0.24;
const HEIGHT = 46;

/** A tuft of blades from one root; dark at the foot, bright at the tips; some carry a bud. */
const tuft = (variant: number): Part => ({
  box: [-WIDTH / 2, -HEIGHT, WIDTH, HEIGHT + 2],
  paint: ({ ctx }) => {
    ctx.lineCap = 'round';
    for (let blade = 0; blade < 11; blade++) {
      const x = (hash(blade, variant) - 0.5) * 20;
      const tall = HEIGHT * (0.42 + hash(blade, variant, 1) * 0.52);
      const lean = x * 0.55 + (hash(blade, variant, 2) - 0.5) * 18;
      const half = 1.1 + hash(blade, variant, 3) * 0.9;
      const rise = ctx.createLinearGradient(0, 0, 0, -tall);
      const tip = 0.6 + hash(blade, variant, 4) * 0.4;
      rise.addColorStop(0, grey(0.2, 0));
      rise.addColorStop(0.25, grey(0.2));
      rise.addColorStop(1, grey(tip));
      ctx.fillStyle = rise;
      ctx.beginPath();
      ctx.moveTo(x - half, 1);
      ctx.quadraticCurveTo(x - half + lean * 0.2, -tall * 0.6, x + lean, -tall);
      ctx.quadraticCurveTo(x + half + lean * 0.3, -tall * 0.55, x + half, 1);
      ctx.fill();
    }
  },
});

export interface TuftRow {
  readonly seed: number;
  readonly count: number;
  /** From, to: stage pixels below the horizon. */
  readonly from: number;
  readonly to: number;
  readonly depth: number;
  readonly size: number;
  readonly dark: Rgb;
  readonly light: Rgb;
  readonly opacity: number;
  /** So near that it is out of focus. */
  readonly soft?: boolean;
}

/** A row of tufts that bend in the same wind, one a little after the other; the row repeats, so no camera outruns it. */
export function putTufts(picture: Picture, row: TuftRow): void {
  const { environment, stage } = picture.frame;
  const parts = Object.fromEntries(Array.from({ length: VARIANTS }, (_, variant) => [`tuft${variant}`, tuft(variant)]));
  const pixels = bucket(picture.scale * (row.soft ? SOFT : 1.5));
  const sheet = picture.textures.get(`tufts:${pixels}`, () => ({
    ...drawSheet(parts, pixels, picture.grain),
    mipmaps: true,
  }));
  const m = view(picture, row.depth);
  const length = stage.width * 1.5;
  const middle = throughMiddle(picture, row.depth);
  for (let index = 0; index < row.count; index++) {
    const sheetPiece = sheet.plan.get(`tuft${Math.floor(hash(index, row.seed) * VARIANTS)}`);
    if (!sheetPiece) continue;
    const home = ((index + hash(index, row.seed, 1) * 0.9) / row.count) * length;
    const x = home + Math.round((middle - home) / length) * length;
    const share = hash(index, row.seed, 2);
    const y = environment.horizon + row.from + share * (row.to - row.from);
    const size = row.size * (0.7 + share * 0.5 + hash(index, row.seed, 3) * 0.4);
    const wind =
      Math.sin(environment.clock * 1.3 + x * 0.009) * 0.13 + Math.sin(environment.clock * 2.9 + index) * 0.05;
    const half = (WIDTH / 2) * size;
    const tall = HEIGHT * size;
    const lean = wind * tall;
    const light = mixRgb(row.dark, row.light, 0.6 + hash(index, row.seed, 4) * 0.4);
    picture.quads.corners(
      sheet.texture,
      sheetPiece.region,
      [
        throughX(m, x - half + lean, y - tall),
        throughY(m, x - half + lean, y - tall),
        throughX(m, x + half + lean, y - tall),
        throughY(m, x + half + lean, y - tall),
      ],
      [
        throughX(m, x - half, y + 2),
        throughY(m, x - half, y + 2),
        throughX(m, x + half, y + 2),
        throughY(m, x + half, y + 2),
      ],
      {
        tint: [light[0] - row.dark[0], light[1] - row.dark[1], light[2] - row.dark[2]],
        ink: row.dark,
        opacity: row.opacity,
      },
    );
  }
}

/** The stage x that stands in the middle of the picture, on a layer of that depth. */
function throughMiddle(picture: Picture, depth: number): number {
  const { camera, stage } = picture.frame;
  return stage.width / 2 + (camera.x - stage.width / 2) * depth;
}
