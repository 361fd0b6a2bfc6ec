import { describe, expect, it } from 'vitest';
import type { Deed, Model } from '../check/model.ts';
import { action, actor, at, emptyModel, NOWHERE, point } from '../plan/fixtures.ts';
import { plan } from '../plan/plan.ts';
import type { Frame, FrameEntity } from './frame.ts';
import { createSampler } from './sampler.ts';

const group = (id: string, more: object = {}) => ({
  id,
  only: null,
  span: NOWHERE,
  group: null,
  origin: { x: 0, y: 0, z: 0 },
  at: point(600, 400),
  scale: 1,
  rotation: 0,
  opacity: 1,
  ...more,
});
const fish = actor('fish', 'box', point(100, 0), { group: 'bowl', opacity: 0.5 });
const scene = (groups: Model['groups'], actions: Model['actions'] = [], more: Partial<Model> = {}) =>
  createSampler(plan({ ...emptyModel, groups, actors: [fish], actions, ...more }, { mode: '2d' }).value);
const find = (frame: Frame, id: string): FrameEntity => {
  const found = frame.entities.find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const deed = (what: object): Deed => ({ duration_ms: 1000, ease: 'linear', ...what }) as Deed;

describe('groups', () => {
  it('S22 move, turn, grow and fade their members together', () => {
    const seen = find(scene([group('bowl', { scale: 2, rotation: 90, opacity: 0.5 })]).frameAt(0), 'fish');
    expect(seen.x).toBeCloseTo(600, 9);
    expect(seen.y).toBeCloseTo(600, 9);
    expect(seen).toMatchObject({ scale: 2, rotation: 90, opacity: 0.25 });
    expect(seen.bounds.width).toBeCloseTo(2 * (seen.role === 'actor' ? seen.height : 0), 6);
  });
  it('S22 lie within each other', () => {
    const nested = [
      group('tank', { at: point(100, 100), scale: 3 }),
      group('bowl', { group: 'tank', at: point(10, 20) }),
    ];
    expect(find(scene(nested).frameAt(0), 'fish')).toMatchObject({ x: 100 + 330, y: 160, scale: 3 });
  });
  it('S22 keep members the same object while they rest, and carry them while they move', () => {
    const move = deed({ kind: 'move', target: 'bowl', through: [point(800, 400)], curve: 'line', bend: 0 });
    const sampler = scene([group('bowl')], [action('go', at(0), move)], { length_ms: 4000 });
    expect(find(sampler.frameAt(500), 'fish').x).toBe(800);
    expect(find(sampler.frameAt(2000), 'fish')).toBe(find(sampler.frameAt(2500), 'fish'));
  });
  it('S22 take lights, effects and the following camera along', () => {
    const from = { kind: 'relative', of: 'fish', relation: 'at', offset: { x: 0, y: 0, z: 0 } } as const;
    const light = { id: 'lamp', only: null, span: NOWHERE, from, color: '#ffffff', intensity: 1 };
    const follow = deed({ kind: 'camera', move: 'follow', target: { ...from, of: 'bowl' }, amount: 1 });
    const closer = deed({ kind: 'change', target: 'camera', property: 'zoom', to: 4, duration_ms: 0 });
    const actions = [action('f', at(0), { ...follow, duration_ms: 0 } as Deed), action('z', at(0), closer)];
    const frame = scene([group('bowl')], actions, { lights: [light], length_ms: 4000 }).frameAt(3000);
    expect(frame.lights[0]).toMatchObject({ x: 700, y: 400 });
    expect(frame.camera).toMatchObject({ x: 600, y: 400 });
  });
  it('S22 that lie in themselves or in nothing count as lying on the stage', () => {
    const odd = [group('bowl', { group: 'tank' }), group('tank', { group: 'bowl' })];
    expect(Number.isFinite(find(scene(odd).frameAt(0), 'fish').x)).toBe(true);
    const { x, y } = find(scene([]).frameAt(0), 'fish');
    expect([x, y]).toEqual([100, 0]);
  });
});
