import { PerspectiveCamera, Vector3 } from 'three';
import { describe, expect, it } from 'vitest';
import type { Frame, FrameActor } from '../../../dsl/index.ts';
import { actorFixture, frameFixture } from './fixtures.ts';
import { placeActor, placeLight } from './placement.ts';
import { aim, lieOfTheLand } from './space.ts';

const frame = frameFixture();

/** Where a point of the world is seen, in stage pixels. */
function seen(point: Vector3, on: Frame = frame): { x: number; y: number } {
  const camera = new PerspectiveCamera();
  aim(camera, on);
  const { x, y } = point.clone().project(camera);
  return { x: (x + 1) * 640, y: (1 - y) * 360 };
}

function expectSeenAt(actor: FrameActor, on: Frame = frame): void {
  const { x, y } = seen(placeActor(on, actor).position, on);
  expect(x).toBeCloseTo(actor.x, 3);
  expect(y).toBeCloseTo(actor.y, 3);
}

describe('placing an actor', () => {
  it('leaves what stands on the ground line in the plane of the stage', () => {
    const { position, factor } = placeActor(frame, actorFixture('cow', 230, 516));
    expect(position.z).toBe(0);
    expect(factor).toBe(1);
  });

  it('leaves what flies in the plane of the stage', () => {
    expect(placeActor(frame, actorFixture('cow', 640, 98)).position.z).toBe(0);
  });

  it('hangs the moon behind what flies over it, where the frame has it in the picture', () => {
    const moon = actorFixture('moon', 860, 230);
    const { position, factor } = placeActor(frame, moon);
    expect(position.z).toBeLessThan(-2);
    expect(factor).toBeGreaterThan(1);
    expectSeenAt(moon);
  });

  it('keeps the moon there when the camera has moved', () => {
    const moved = frameFixture({
      camera: { ...frame.camera, position: { x: 700, y: 330, z: 900 }, target: { x: 680, y: 340, z: 0 } },
    });
    const moon = actorFixture('moon', 860, 230);
    const plain = seen(new Vector3(2.2, 1.3, 0), moved);
    const placed = seen(placeActor(moved, moon).position, moved);
    expect(placed.x).toBeCloseTo(plain.x, 3);
    expect(placed.y).toBeCloseTo(plain.y, 3);
  });

  it('brings what stands lower nearer, onto the ground, and leaves it where it is in the picture', () => {
    const dog = actorFixture('dog', 900, 610);
    const { position, factor } = placeActor(frame, dog);
    const { level, slope } = lieOfTheLand(frame);
    expect(factor).toBeLessThan(1);
    expect(position.y - 0.7 * factor).toBeCloseTo(level + slope * position.z, 6);
    expectSeenAt(dog);
  });

  it('moves without a step when it crosses the ground line', () => {
    const above = placeActor(frame, actorFixture('dog', 900, 539.99)).position;
    const below = placeActor(frame, actorFixture('dog', 900, 540.01)).position;
    expect(above.distanceTo(below)).toBeLessThan(0.01);
  });

  it('sets a tree whose foot is high in the picture far back on the land', () => {
    const { position, factor } = placeActor(frame, actorFixture('tree', 200, 400));
    expect(factor).toBeGreaterThan(1.5);
    expect(position.z).toBeLessThan(-5);
  });

  it('lets a light hang in the thing that it shines from', () => {
    const moon = actorFixture('moon', 860, 230);
    const lit = frameFixture({ entities: [moon] });
    const light = { id: 'light', x: 860, y: 230, z: 0, color: '#ffffff', intensity: 1, source: 'moon' };
    expect(placeLight(lit, light)).toEqual(placeActor(lit, moon).position);
    expect(placeLight(lit, { ...light, source: null }).z).toBe(0);
  });
});
