import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, createSampler } from '../../../dsl/index.ts';
import { throughX, throughY } from './paint/affine.ts';
import { bucket, view } from './picture.ts';

const SCRIPT = `scene "Still" {
  stage 1280 x 720
  actor cow is cow at (230, 520)
}`;

const { value: timeline } = compile(SCRIPT, { mode: '2d' });
const still = createSampler(timeline).frameAt(0);

const seenBy = (camera: Partial<typeof still.camera>, scale = 1) => ({
  frame: { ...still, camera: { ...still.camera, ...camera } },
  width: still.stage.width * scale,
  height: still.stage.height * scale,
  scale,
});

describe('the view', () => {
  it('puts an actor where its bounds say: (x − camera.x) · zoom + half the width', () => {
    const number = fc.double({ min: -2000, max: 2000, noNaN: true });
    const zoom = fc.double({ min: 0.2, max: 6, noNaN: true });
    fc.assert(
      fc.property(number, number, number, number, zoom, (x, y, cameraX, cameraY, magnified) => {
        const m = view(seenBy({ x: cameraX, y: cameraY, zoom: magnified, roll: 0 }, 1.5));
        expect(throughX(m, x, y)).toBeCloseTo(((x - cameraX) * magnified + 640) * 1.5, 5);
        expect(throughY(m, x, y)).toBeCloseTo(((y - cameraY) * magnified + 360) * 1.5, 5);
      }),
    );
  });

  it('keeps the middle of the picture in the middle when the camera rolls', () => {
    const m = view(seenBy({ x: 500, y: 300, zoom: 2, roll: 30 }));
    expect(throughX(m, 500, 300)).toBeCloseTo(640);
    expect(throughY(m, 500, 300)).toBeCloseTo(360);
  });

  it('moves far layers less than near ones', () => {
    const shiftAt = (depth: number): number =>
      throughX(view(seenBy({ x: 740 }), depth), 640, 360) - throughX(view(seenBy({ x: 640 }), depth), 640, 360);
    expect(shiftAt(0)).toBeCloseTo(0);
    expect(shiftAt(0.35)).toBeCloseTo(-35);
    expect(shiftAt(1)).toBeCloseTo(-100);
  });
});

describe('the size at which a drawing is made', () => {
  it('is never too small for where it is used, and at most √2 too large', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.06, max: 7.9, noNaN: true }), (needed) => {
        const made = bucket(needed);
        expect(made).toBeGreaterThanOrEqual(needed * 0.9999);
        expect(made).toBeLessThanOrEqual(needed * Math.SQRT2 * 1.0001);
      }),
    );
  });
});
