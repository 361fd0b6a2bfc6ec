import { describe, expect, it } from 'vitest';
import type { Deed, Mode, Model } from '../check/model.ts';
import { action, actor, at, cowOverMoon, emptyModel, point } from '../plan/fixtures.ts';
import { plan } from '../plan/plan.ts';
import { restingDistance } from './projection.ts';
import { createSampler } from './sampler.ts';

const play = (model: Model, mode: Mode) => createSampler(plan(model, { mode }).value);
const STAGE = { width: 1280, height: 720 };

describe('camera', () => {
  it('S14 rests before the middle of the stage, from where its plane fills the picture', () => {
    const { camera } = play(emptyModel, '3d').frameAt(0);
    expect(camera).toMatchObject({ x: 640, y: 360, zoom: 1, target: { x: 640, y: 360, z: 0 }, fov: 35 });
    expect(camera.position).toEqual({ x: 640, y: 360, z: restingDistance(STAGE) });
    expect(restingDistance(STAGE) * Math.tan((35 / 2) * (Math.PI / 180))).toBeCloseTo(360, 9);
  });
  it('S14 keeps the picture inside the stage in 2D at every moment of a move', () => {
    const sampler = play(cowOverMoon, '2d');
    for (let ms = 0; ms <= sampler.timeline.duration_ms; ms += 10) {
      const { x, y, zoom } = sampler.frameAt(ms).camera;
      expect(x - 640 / zoom).toBeGreaterThanOrEqual(-1e-9);
      expect(x + 640 / zoom).toBeLessThanOrEqual(1280 + 1e-9);
      expect(y + 360 / zoom).toBeLessThanOrEqual(720 + 1e-9);
    }
  });
  it('S15 falls in with what it follows and lets go again without a jump, and still after a reset', () => {
    const reset: Deed = {
      kind: 'camera',
      move: 'reset',
      target: null,
      amount: 1,
      duration_ms: 800,
      ease: 'ease-in-out',
    };
    const follow: Deed = {
      kind: 'camera',
      move: 'follow',
      target: { kind: 'relative', of: 'cow', relation: 'at', offset: { x: 0, y: 0, z: 0 } },
      amount: 0.5,
      duration_ms: 0,
      ease: 'ease-in-out',
    };
    const model = {
      ...emptyModel,
      length_ms: 5000,
      actors: [actor('cow', 'cow', point(200, 500))],
      actions: [action('f', at(500), follow), action('r', at(3000), reset)],
    };
    const sampler = play(model, '3d');
    const gaze = Array.from({ length: 500 }, (_, step) => sampler.frameAt(step * 10).camera.target.x);
    expect(gaze[200]).toBeCloseTo(640 - 220, 6);
    expect(gaze.at(-1)).toBe(640);
    gaze.forEach((x, step) => {
      expect(Math.abs(x - (gaze[step - 1] ?? x))).toBeLessThan(12);
    });
  });
  it('S16 shakes alike in every playing, smoothly, and comes to rest', () => {
    const shake: Deed = { kind: 'camera', move: 'shake', target: null, amount: 10, duration_ms: 1000, ease: 'linear' };
    const model = { ...emptyModel, length_ms: 2000, actions: [action('s', at(0), shake)] };
    const xs = (sampler = play(model, '2d')) =>
      Array.from({ length: 1001 }, (_, ms) => sampler.frameAt(ms).camera.x - 640);
    expect(xs()).toEqual(xs());
    expect(Math.max(...xs().map(Math.abs))).toBeGreaterThan(2);
    expect(Math.max(...xs().map(Math.abs))).toBeLessThanOrEqual(10);
    expect(xs().at(-1)).toBeCloseTo(0, 9);
  });
});
