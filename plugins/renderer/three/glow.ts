import {
  AdditiveBlending,
  CanvasTexture,
  type Color,
  Sprite,
  SpriteMaterial,
  SRGBColorSpace,
  type Texture,
} from 'three';

/** A soft white disc that falls off like light in haze. */
export function glowTexture(): Texture {
  const size = 256;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2D canvas for the glow');
  const pixels = context.createImageData(size, size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const d = Math.min(1, Math.hypot(x + 0.5 - size / 2, y + 0.5 - size / 2) / (size / 2));
      const light = (1 - d) ** 2 * Math.exp(-d * 2.2);
      pixels.data.set([255, 255, 255, light * 255], (y * size + x) * 4);
    }
  context.putImageData(pixels, 0, 0);
  const texture = new CanvasTexture(canvas);
  texture.colorSpace = SRGBColorSpace;
  return texture;
}

/** A soft light around a thing, added to what is behind it; how strong it is, is the opacity of its material. */
export const glowSprite = (color: Color, map: Texture = glowTexture()): Sprite =>
  new Sprite(
    new SpriteMaterial({ map, color, blending: AdditiveBlending, depthWrite: false, toneMapped: false, fog: false }),
  );
