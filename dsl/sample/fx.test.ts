import { describe, expect, it } from 'vitest';
import type { Deed, Model } from '../check/model.ts';
import { EFFECTS } from '../check/vocabulary/effects.ts';
import { effectLife } from '../plan/effect-life.ts';
import { action, actor, at, emptyModel, point } from '../plan/fixtures.ts';
import { plan } from '../plan/plan.ts';
import { EFFECT_MOTIONS } from './effect-motions.ts';
import { isLightField } from './light-field.ts';
import { createSampler } from './sampler.ts';

const emitting = (fx: string, more: Partial<Model> = {}): Model => {
  const emit: Deed = {
    kind: 'emit',
    within: null,
    fx,
    from: point(640, 360),
    duration_ms: 600,
    count: 40,
    color: null,
  };
  return { ...emptyModel, length_ms: 9000, actions: [action('burst', at(500), emit)], ...more };
};
const play = (model: Model) => createSampler(plan(model, { mode: '2d' }).value);
const particles = (model: Model, ms: number) =>
  play(model)
    .frameAt(ms)
    .fx.flatMap((fx) => fx.particles);
const middleY = (model: Model, ms: number) => {
  const all = particles(model, ms);
  return all.reduce((sum, { y }) => sum + y, 0) / all.length;
};

describe('effects', () => {
  it('S18 each effect of the vocabulary is light over a surface, or has a motion of its own', () => {
    const fields = Object.keys(EFFECTS).filter(isLightField);
    expect([...Object.keys(EFFECT_MOTIONS), ...fields].sort()).toEqual(Object.keys(EFFECTS).sort());
  });
  it.each(Object.keys(EFFECTS).filter(isLightField))(
    'S18 %s comes and goes softly, and its light runs on evenly',
    (fx) => {
      const player = play(emitting(fx));
      const field = (ms: number) => player.frameAt(ms).fx[0]?.field ?? null;
      const phase = (ms: number) => field(ms)?.phase ?? 0;
      expect(field(499)).toBeNull();
      expect(field(520)?.strength).toBeLessThan(0.05);
      expect(field(1100)?.strength ?? 0).toBeGreaterThan(0.2);
      expect(phase(1000) - phase(900)).toBeCloseTo(phase(800) - phase(700));
      expect(field(500 + 600 + effectLife(fx))).toBeNull();
    },
  );
  it.each([0, 0.0001])('S18 light over the water of a vessel is gone with the vessel: grown to %s', (scale) => {
    const from = { kind: 'relative', of: 'bowl', relation: 'at', offset: { x: 0, y: 0, z: 0 } } as const;
    const bowl = actor('bowl', 'fish-bowl', point(600, 400), { scale });
    const emit: Deed = { kind: 'emit', within: null, fx: 'shimmer', from, duration_ms: 600, count: 40, color: null };
    const model = { ...emptyModel, actors: [bowl], actions: [action('burst', at(0), emit)] };
    expect(play(model).frameAt(300).fx[0]?.field).toMatchObject({ width: 0, height: 0 });
  });
  it('S18 bubbles in a vessel stay in its water, rise, and burst at its surface', () => {
    const emit: Deed = {
      kind: 'emit',
      within: 'bowl',
      fx: 'bubbles',
      from: point(640, 500),
      duration_ms: 3000,
      count: 40,
      color: null,
    };
    const bowl = actor('bowl', 'fish-bowl', point(640, 400));
    const player = play({ ...emptyModel, length_ms: 9000, actors: [bowl], actions: [action('burst', at(500), emit)] });
    const surface = 400 - 165 + 0.3 * 330;
    let lowest = 0;
    for (let ms = 500; ms < 6000; ms += 40) {
      for (const { x, y, size } of player.frameAt(ms).fx[0]?.particles ?? []) {
        expect(y).toBeGreaterThanOrEqual(surface - 0.001);
        expect(Math.abs(x - 640)).toBeLessThan(0.455 * 360 + size);
        lowest = Math.max(lowest, y);
      }
    }
    expect(lowest).toBeGreaterThan(480);
    expect(player.frameAt(3500 + effectLife('bubbles')).fx[0]?.particles ?? []).toEqual([]);
  });
  it.each(Object.keys(EFFECTS).filter((fx) => !isLightField(fx)))(
    'S18 %s are born one by one, stay continuous in time, and are over when they are taken away',
    (fx) => {
      const model = emitting(fx);
      expect(particles(model, 499)).toEqual([]);
      expect(particles(model, 700).length).toBeGreaterThan(0);
      expect(particles(model, 500 + 600 + effectLife(fx) - 1)).toEqual([]);
      const [now, soon] = [particles(model, 1101), particles(model, 1101.5)];
      if (now.length !== soon.length) return;
      now.forEach((each, index) => {
        const next = soon[index];
        expect(Math.hypot(each.x - (next?.x ?? 0), each.y - (next?.y ?? 0))).toBeLessThan(3);
      });
    },
  );
  it('S18 depend on the seed and on nothing else', () => {
    const model = emitting('sparkles');
    expect(particles(model, 900)).toEqual(particles(model, 900));
    expect(particles({ ...model, seed: 8 }, 900)).not.toEqual(particles(model, 900));
  });
  it('S18 rise or fall as their kind does', () => {
    for (const rising of ['hearts', 'bubbles', 'smoke']) expect(middleY(emitting(rising), 1500)).toBeLessThan(340);
    const confetti = emitting('confetti');
    expect(middleY(confetti, 1100)).toBeLessThan(360);
    expect(middleY(confetti, 2600)).toBeGreaterThan(middleY(confetti, 1100));
  });
  it('S18 are born where the thing is that sends them, also while it moves', () => {
    const from = { kind: 'relative' as const, of: 'a', relation: 'at' as const, offset: { x: 0, y: 0, z: 0 } };
    const model = emitting('dust', {
      actors: [actor('a', 'ball', point(100, 500))],
      actions: [
        action('go', at(500), {
          kind: 'move',
          target: 'a',
          through: [point(1100, 500)],
          curve: 'line',
          bend: 0,
          duration_ms: 600,
          ease: 'linear',
        }),
        action('puff', at(500), {
          kind: 'emit',
          within: null,
          fx: 'dust',
          from,
          duration_ms: 600,
          count: 40,
          color: null,
        }),
      ],
    });
    const xs = particles(model, 1100).map(({ x }) => x);
    expect(Math.max(...xs) - Math.min(...xs)).toBeGreaterThan(400);
  });
  it('S19 a light from an actor goes where it goes, and names it', () => {
    const model: Model = {
      ...emptyModel,
      actors: [actor('a', 'moon', point(100, 100))],
      lights: [
        {
          id: 'l',
          only: null,
          span: { offset: 0, length: 0, line: 1, column: 1 },
          from: { kind: 'relative', of: 'a', relation: 'at', offset: { x: 0, y: 0, z: 40 } },
          color: '#ffffff',
          intensity: 2,
        },
      ],
      actions: [
        action('go', at(0), {
          kind: 'move',
          target: 'a',
          through: [point(300, 100)],
          curve: 'line',
          bend: 0,
          duration_ms: 1000,
          ease: 'linear',
        }),
      ],
    };
    expect(play(model).frameAt(500).lights).toEqual([
      { id: 'l', x: 200, y: 100, z: 40, color: '#ffffff', intensity: 2, source: 'a' },
    ]);
  });
});
