import { describe, expect, it } from 'vitest';
import { compile, createSampler } from '../../dsl/index.ts';
import { blankFault, clippedFault, frozenFault } from './picture-rules.ts';
import type { Raster } from './raster.ts';

const SIDE = 64;

function paint(colour: (x: number, y: number) => readonly [number, number, number]): Raster {
  const pixels = new Uint8Array(SIDE * SIDE * 4);
  for (let i = 0; i < SIDE * SIDE; i += 1) pixels.set([...colour(i % SIDE, Math.floor(i / SIDE)), 255], i * 4);
  return { width: SIDE, height: SIDE, pixels };
}

const colourful = paint((x, y) => [x * 4, y * 4, 128]);

const frameOf = (script: string) => createSampler(compile(script, { mode: '2d' }).value).frameAt(500);

describe('a stage that is no picture', () => {
  it('is blank with one colour, and with a few', () => {
    expect(blankFault(paint(() => [0, 0, 0]))).toMatchObject({ rule: 'blank', figure: 1 });
    expect(blankFault(paint((x) => (x < 32 ? [10, 20, 30] : [200, 210, 220])))).toMatchObject({ figure: 2 });
    expect(blankFault(colourful)).toBeNull();
  });

  it('is frozen when two moments are the same', () => {
    expect(frozenFault(colourful, colourful)).toMatchObject({ rule: 'frozen', figure: 0 });
    expect(
      frozenFault(
        colourful,
        paint((x, y) => [x * 4, y * 4, 140]),
      ),
    ).toBeNull();
  });

  it('is clipped when writing leaves the safe area', () => {
    const inside = 'scene "S" {\n  text title "Hello" at center size 60\n}\n';
    const cut = 'scene "S" {\n  text title "Hello" at (30, 360) size 60\n}\n';
    expect(clippedFault(frameOf(inside))).toBeNull();
    expect(clippedFault(frameOf(cut))).toMatchObject({ rule: 'clipped', message: expect.stringContaining('title') });
  });
});
