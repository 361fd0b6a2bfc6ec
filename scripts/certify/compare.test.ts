import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import { hashOf, type Raster, readRaster, writeRaster } from './raster.ts';

const WIDTH = 96;
const HEIGHT = 54;

/** A sky that darkens downwards over a meadow, with a disc in it. */
function landscape(disc: readonly [number, number, number], shift = 0): Raster {
  const pixels = new Uint8Array(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y += 1) {
    for (let x = 0; x < WIDTH; x += 1) {
      const inside = Math.hypot(x - 60, y - 16) < 9;
      const ground = y > 36;
      const colour = inside ? disc : ground ? [40, 90, 50] : [60 + y, 90 + y, 160 + y];
      pixels.set([...colour.map((value) => Math.min(255, Math.max(0, value + shift))), 255], (y * WIDTH + x) * 4);
    }
  }
  return { width: WIDTH, height: HEIGHT, pixels };
}

const golden = landscape([244, 236, 208]);

describe('comparing a picture with the accepted one', () => {
  it('finds equal pixels alike', () => {
    expect(compare(golden, landscape([244, 236, 208]))).toMatchObject({ alike: true, differing: 0, difference: null });
  });

  it('forgives what a new browser rounds otherwise', () => {
    const { pixels } = golden;
    const rounded = { ...golden, pixels: pixels.map((value, i) => (i % 7 === 0 && i % 4 !== 3 ? value + 1 : value)) };
    expect(compare(golden, rounded).alike).toBe(true);
  });

  it('does not forgive a thing of another colour, and shows where', () => {
    const likeness = compare(golden, landscape([208, 236, 244]));
    expect(likeness.alike).toBe(false);
    expect(likeness.difference).not.toBeNull();
  });

  it('does not forgive a slight cast over everything', () => {
    expect(compare(golden, landscape([244, 236, 208], 2)).alike).toBe(false);
  });

  it('does not compare pictures of different sizes', () => {
    expect(compare(golden, { width: 1, height: 1, pixels: new Uint8Array(4) }).alike).toBe(false);
  });
});

describe('a picture as a file', () => {
  it('keeps its pixels', () => {
    expect(hashOf(readRaster(writeRaster(golden)))).toBe(hashOf(golden));
  });
});
