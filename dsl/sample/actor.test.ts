import { describe, expect, it } from 'vitest';
import type { Deed, Mode, Model } from '../check/model.ts';
import { action, actor, at, cowOverMoon, emptyModel, point } from '../plan/fixtures.ts';
import { plan } from '../plan/plan.ts';
import type { Frame, FrameActor } from './frame.ts';
import { createSampler } from './sampler.ts';

const play = (model: Model, mode: Mode = '2d') => createSampler(plan(model, { mode }).value);
function find(frame: Frame, id: string): FrameActor {
  const found = frame.entities.find((entity) => entity.id === id);
  if (found?.role !== 'actor') throw new Error(`no actor ${id}`);
  return found;
}
const jump = { from: 1120, until: 3720 };
const walk = (x: number, y = 500): Deed => ({
  kind: 'move',
  target: 'dog',
  through: [point(x, y)],
  curve: 'line',
  bend: 0,
  duration_ms: 1000,
  ease: 'linear',
});
const dog: Model = { ...emptyModel, actors: [actor('dog', 'dog', point(600, 500), { animation: 'walk' })] };

describe('pose', () => {
  it('S11 is airborne in a jump only: 0 at both ends, 1 at the top, smooth in between', () => {
    const sampler = play(cowOverMoon);
    const airborne = Array.from(
      { length: 2601 },
      (_, ms) => find(sampler.frameAt(jump.from + ms), 'cow').pose.airborne,
    );
    expect(airborne[0]).toBe(0);
    expect(airborne.at(-1)).toBe(0);
    expect(Math.max(...airborne)).toBeGreaterThan(0.99);
    airborne.forEach((value, ms) => {
      expect(Math.abs(value - (airborne[ms - 1] ?? value))).toBeLessThan(0.01);
    });
    const level = play({ ...dog, actions: [action('go', at(0), walk(900))] });
    expect(find(level.frameAt(500), 'dog').pose.airborne).toBe(0);
  });
  it('S11 has the velocity of its motion, and the way travelled grows with it', () => {
    const sampler = play({ ...dog, actions: [action('go', at(0), walk(900))] });
    const { pose } = find(sampler.frameAt(500), 'dog');
    expect(pose).toMatchObject({ animation: 'walk', clock: 0.5 });
    expect(pose.vx).toBeCloseTo(300, 3);
    expect(pose.travelled).toBeCloseTo(150, 3);
    expect(find(sampler.frameAt(1500), 'dog').pose).toMatchObject({ vx: 0, vy: 0, travelled: 300 });
  });
  it('S12 looks where it goes, also when it has arrived, and as declared before', () => {
    const sampler = play({ ...dog, actions: [action('go', at(200), walk(300))] });
    expect([0, 700, 1700].map((ms) => find(sampler.frameAt(ms), 'dog').facing)).toEqual([1, -1, -1]);
    const upward = play({ ...dog, actions: [action('go', at(0), walk(600, 300))] });
    expect(find(upward.frameAt(500), 'dog').facing).toBe(1);
  });
});

describe('bounds', () => {
  it('S13 agree in 2D and 3D while the camera rests, for things in the plane of the stage', () => {
    const model = { ...emptyModel, actors: [actor('dog', 'dog', point(300, 400), { rotation: 30, scale: 1.5 })] };
    const [flat, deep] = [play(model), play(model, '3d')].map((sampler) => find(sampler.frameAt(0), 'dog').bounds);
    for (const side of ['x', 'y', 'width', 'height'] as const) expect(deep?.[side]).toBeCloseTo(flat?.[side] ?? 0, 6);
    expect(flat?.width).toBeCloseTo(1.5 * (190 * Math.cos(Math.PI / 6) + 140 * 0.5), 6);
  });
  it('S13 grow with nearness in 3D and with zoom in both', () => {
    const near = { ...emptyModel, actors: [actor('dog', 'dog', point(640, 360, 400))] };
    expect(find(play(near, '3d').frameAt(0), 'dog').bounds.width).toBeGreaterThan(190 * 1.4);
    const zoom: Deed = {
      kind: 'camera',
      move: 'push-in',
      target: point(600, 500),
      amount: 2,
      duration_ms: 0,
      ease: 'linear',
    };
    for (const mode of ['2d', '3d'] as const) {
      const { bounds } = find(play({ ...dog, actions: [action('z', at(0), zoom)] }, mode).frameAt(10), 'dog');
      expect(bounds.width / 380).toBeCloseTo(1, 1);
    }
  });
});
