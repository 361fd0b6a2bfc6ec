import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import { frameFixture } from './fixtures.ts';
import { aim, letterbox, lieOfTheLand, toWorld } from './space.ts';

const frame = frameFixture();

function seen(point: Vector3): Vector3 {
  const camera = new PerspectiveCamera(30, 1, 0.1, 1e7);
  aim(camera, frame);
  return point.project(camera);
}

describe('the world', () => {
  it('has a unit for 100 pixels, y up, its origin in the middle of the stage', () => {
    expect(toWorld(frame.stage, { x: 740, y: 260, z: 50 }, new Vector3())).toEqual(new Vector3(1, 1, 0.5));
  });

  it('fills the picture with the plane z = 0 while the camera rests', () => {
    const corner = seen(toWorld(frame.stage, { x: 1280, y: 0, z: 0 }, new Vector3()));
    expect(corner.x).toBeCloseTo(1, 6);
    expect(corner.y).toBeCloseTo(1, 6);
  });

  it('turns the other way when the camera rolls clockwise', () => {
    const rolled = frameFixture({ camera: { ...frame.camera, roll: 90 } });
    const camera = new PerspectiveCamera(30, 1, 0.1, 1e7);
    aim(camera, rolled);
    const right = toWorld(frame.stage, { x: 740, y: 360, z: 0 }, new Vector3()).project(camera);
    expect(right.x).toBeCloseTo(0, 6);
    expect(right.y).toBeGreaterThan(0);
  });

  it('has its land vanish at the horizon of the frame', () => {
    const { level, slope } = lieOfTheLand(frame);
    const away = seen(new Vector3(0, level - slope * 1e6, -1e6));
    expect((1 - away.y) * 360).toBeCloseTo(frame.environment.horizon, 1);
  });
});

describe('the letterbox', () => {
  it('fills a buffer of the same shape', () => {
    expect(letterbox(frame.stage, 640, 360)).toEqual({ x: 0, y: 0, width: 640, height: 360, scale: 0.5 });
  });

  it('leaves bars above and below in a square, beside it in a wide one', () => {
    expect(letterbox(frame.stage, 640, 640)).toMatchObject({ x: 0, y: 140, width: 640, height: 360 });
    expect(letterbox(frame.stage, 1000, 360)).toMatchObject({ x: 180, y: 0, width: 640, height: 360 });
  });
});
