import { CanvasTexture, type Color, SRGBColorSpace, type Texture } from 'three';
import { hash, noise } from './noise.ts';

const WIDTH = 768;
const HEIGHT = 384;

function canvasOf(width: number, height: number) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('no 2D canvas for textures');
  return { canvas, context };
}

/** Unit vectors and angular radii of craters, big ones first. */
const CRATERS = Array.from({ length: 110 }, (_, i) => {
  const y = hash(i, 1) * 2 - 1;
  const angle = hash(i, 2) * Math.PI * 2;
  const r = Math.sqrt(1 - y * y);
  const radius = 0.035 + 0.2 * hash(i, 3) ** 5 + (i < 7 ? 0.1 : 0);
  return { x: r * Math.cos(angle), y, z: r * Math.sin(angle), radius };
});

/** Colour and height of the moon as equirectangular maps: dark plains, craters with bright rims. */
export function moonTextures(body: Color, craters: Color): { albedo: Texture; relief: Texture } {
  const color = canvasOf(WIDTH, HEIGHT);
  const height = canvasOf(WIDTH, HEIGHT);
  const colorPixels = color.context.createImageData(WIDTH, HEIGHT);
  const heightPixels = height.context.createImageData(WIDTH, HEIGHT);
  const tone = body.clone();
  const [bodyHex, craterHex] = [body.clone().convertLinearToSRGB(), craters.clone().convertLinearToSRGB()];
  for (let v = 0; v < HEIGHT; v++) {
    const latitude = Math.PI * (0.5 - (v + 0.5) / HEIGHT);
    const [y, ring] = [Math.sin(latitude), Math.cos(latitude)];
    for (let u = 0; u < WIDTH; u++) {
      const longitude = ((u + 0.5) / WIDTH) * Math.PI * 2;
      const [x, z] = [ring * Math.cos(longitude), ring * Math.sin(longitude)];
      const plains = noise(x * 1.7 + 4, y * 1.7, z * 1.7, 21) * 0.7 + noise(x * 4, y * 4, z * 4, 22) * 0.3;
      let dark = Math.min(1, Math.max(0, (plains - 0.44) / 0.14)) * 1.15;
      let rise = noise(x * 9, y * 9, z * 9, 23) * 0.16 - dark * 0.12;
      for (const crater of CRATERS) {
        const cosine = x * crater.x + y * crater.y + z * crater.z;
        if (cosine < 0.9) continue;
        const d = Math.acos(Math.min(1, cosine)) / crater.radius;
        if (d > 1.5) continue;
        const bowl = d < 0.8 ? 1 : Math.max(0, 1 - (d - 0.8) / 0.2);
        const rim = Math.max(0, 1 - Math.abs(d - 1) / 0.28);
        dark = dark + bowl * 0.5 - rim * 0.35;
        rise += rim * 0.2 - bowl * 0.22;
      }
      const grain = (noise(x * 34, y * 34, z * 34, 24) - 0.5) * 0.12;
      const share = Math.min(2.1, Math.max(-0.15, dark + grain));
      tone.copy(bodyHex).lerp(craterHex, share);
      const at = (v * WIDTH + u) * 4;
      colorPixels.data.set([tone.r * 255, tone.g * 255, tone.b * 255, 255], at);
      const grey = 128 + rise * 150;
      heightPixels.data.set([grey, grey, grey, 255], at);
    }
  }
  color.context.putImageData(colorPixels, 0, 0);
  height.context.putImageData(heightPixels, 0, 0);
  const albedo = new CanvasTexture(color.canvas);
  albedo.colorSpace = SRGBColorSpace;
  albedo.anisotropy = 4;
  return { albedo, relief: new CanvasTexture(height.canvas) };
}
