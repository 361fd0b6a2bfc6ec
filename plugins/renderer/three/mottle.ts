import { DataTexture, LinearFilter, LinearMipmapLinearFilter, RepeatWrapping, RGFormat } from 'three';
import { hash } from './noise.ts';

const SIDE = 256;
const OCTAVES = 5;

const smooth = (t: number): number => t * t * (3 - 2 * t);

/** Value noise that repeats after `period` cells, 0–1. */
function tiled(x: number, y: number, period: number, seed: number): number {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [smooth(x - ix), smooth(y - iy)];
  const at = (dx: number, dy: number): number => hash(((ix + dx) % period) + ((iy + dy) % period) * 613, seed);
  const upper = at(0, 0) + (at(1, 0) - at(0, 0)) * fx;
  const lower = at(0, 1) + (at(1, 1) - at(0, 1)) * fx;
  return upper + (lower - upper) * fy;
}

/** Two independent cloudy patterns (red, green) that repeat without a seam: cheaper in a shader than computed noise. */
export function mottleTexture(): DataTexture {
  const data = new Uint8Array(SIDE * SIDE * 2);
  for (let i = 0; i < SIDE * SIDE; i++) {
    for (const channel of [0, 1]) {
      let [sum, weight, total, period] = [0, 1, 0, 4];
      for (let octave = 0; octave < OCTAVES; octave++) {
        const [x, y] = [((i % SIDE) / SIDE) * period, (Math.floor(i / SIDE) / SIDE) * period];
        sum += tiled(x, y, period, 80 + channel * 20 + octave) * weight;
        total += weight;
        weight *= 0.52;
        period *= 2;
      }
      data[i * 2 + channel] = Math.round((sum / total) * 255);
    }
  }
  const texture = new DataTexture(data, SIDE, SIDE, RGFormat);
  texture.wrapS = texture.wrapT = RepeatWrapping;
  texture.magFilter = LinearFilter;
  texture.minFilter = LinearMipmapLinearFilter;
  texture.generateMipmaps = true;
  texture.needsUpdate = true;
  return texture;
}
