import { describe, expect, it } from 'vitest';
import type { Deed, Mode, Model, TextDecl } from '../check/model.ts';
import { action, actor, at, emptyModel, NOWHERE, point } from '../plan/fixtures.ts';
import { plan } from '../plan/plan.ts';
import { easingOf } from './easing.ts';
import type { Frame, FrameActor, FrameText } from './frame.ts';
import { createSampler } from './sampler.ts';

const play = (model: Partial<Model>, mode: Mode = '2d') =>
  createSampler(plan({ ...emptyModel, length_ms: 9000, ...model }, { mode }).value);
const deed = (what: object): Deed => ({ duration_ms: 1000, ease: 'linear', ...what }) as Deed;
const one = <R extends 'actor' | 'text'>(frame: Frame, role: R): R extends 'actor' ? FrameActor : FrameText => {
  const found = frame.entities.find((each) => each.role === role);
  if (!found) throw new Error(`no ${role}`);
  return found as R extends 'actor' ? FrameActor : FrameText;
};
const title = (more: Partial<TextDecl>): Partial<Model> => ({
  texts: [
    {
      id: 'title',
      only: null,
      span: NOWHERE,
      group: null,
      text: 'Hello world',
      value: null,
      decimals: 0,
      wrap: null,
      background: null,
      at: point(640, 300),
      size: 40,
      color: '#ffffff',
      weight: 700,
      align: 'center',
      opacity: 1,
      ...more,
    },
  ],
});
const fish = (actions: readonly Deed[]): Partial<Model> => ({
  actors: [actor('fish', 'fish', point(300, 300))],
  actions: actions.map((what, index) => action(`go${index}`, at(index * 2000), what)),
});
const swim = (x: number, y: number) =>
  deed({ kind: 'move', target: 'fish', through: [point(x, y)], curve: 'line', bend: 0 });

describe('colours', () => {
  it('S23 go from one to the next in linear light', () => {
    const change = deed({ kind: 'change', target: 'moon', property: 'color', to: '#000000' });
    const moon = actor('moon', 'moon', point(300, 300), { colors: { body: '#ffffff' } });
    const sampler = play({ actors: [moon], actions: [action('c', at(0), change)] });
    // Half the light of white is #bcbcbc in sRGB (IEC 61966-2-1), not #808080.
    expect([0, 500, 1000].map((ms) => one(sampler.frameAt(ms), 'actor').colors.body)).toEqual([
      '#ffffff',
      '#bcbcbc',
      '#000000',
    ]);
  });
});

describe('texts', () => {
  it('S24 write their value in the text, with separators, while it counts', () => {
    const count = deed({ kind: 'change', target: 'title', property: 'value', to: 4200 });
    const sampler = play({ ...title({ text: '{} users', value: 0 }), actions: [action('c', at(0), count)] });
    const texts = [0, 500, 1000].map((ms) => one(sampler.frameAt(ms), 'text').text);
    expect(texts).toEqual(['0 users', '2,100 users', '4,200 users']);
  });
  it('S24 are written letter by letter, and laid out as when they are whole', () => {
    const reveal = deed({
      kind: 'keyframes',
      target: 'title',
      tracks: [
        {
          property: 'progress',
          stops: [
            { share: 0, value: 0, ease: 'linear' },
            { share: 1, value: 1, ease: 'linear' },
          ],
        },
      ],
    });
    const sampler = play({ ...title({}), actions: [action('r', at(0), reveal)] });
    const seen = [1, 500, 2000].map((ms) =>
      one(sampler.frameAt(ms), 'text')
        .lines.map(({ text }) => text)
        .join(),
    );
    expect(seen).toEqual(['', 'Hello', 'Hello world']);
    expect(one(sampler.frameAt(500), 'text').bounds).toEqual(one(sampler.frameAt(2000), 'text').bounds);
  });
  it('S24 break between words where they would be wider than asked, around their middle', () => {
    const { lines, bounds } = one(play(title({ wrap: 150 })).frameAt(0), 'text');
    expect(lines.map(({ text }) => text)).toEqual(['Hello', 'world']);
    expect((lines[0]?.y ?? 0) + (lines[1]?.y ?? 0)).toBeCloseTo(0, 9);
    expect(bounds.width).toBeLessThanOrEqual(150);
  });
});

describe('pose', () => {
  it('S12 turns around smoothly when its way doubles back, and its facing is the side it looks to', () => {
    const there = deed({ kind: 'move', target: 'fish', through: [point(900, 300), point(300, 320)], curve: 'spline' });
    const sampler = play(fish([{ ...there, duration_ms: 4000 } as Deed]));
    const headings = Array.from({ length: 500 }, (_, index) => one(sampler.frameAt(index * 10), 'actor').pose.heading);
    expect(headings[0]).toBe(1);
    expect(headings.at(-1)).toBe(-1);
    headings.forEach((heading, index) => {
      expect(Math.abs(heading - (headings[index - 1] ?? heading))).toBeLessThan(0.12);
    });
    for (const ms of [100, 3900]) {
      const { facing, pose } = one(sampler.frameAt(ms), 'actor');
      expect(facing).toBe(Math.sign(pose.heading));
    }
  });
  it('S12 turns from where the way before has left it', () => {
    const sampler = play(fish([swim(100, 300), swim(600, 300)]));
    const headings = [1900, 2000, 2160, 2400].map((ms) => one(sampler.frameAt(ms), 'actor').pose.heading);
    expect(headings[0]).toBe(-1);
    expect(headings[1]).toBe(-1);
    expect(Math.abs(headings[2] ?? 1)).toBeLessThan(0.2);
    expect(headings[3]).toBe(1);
  });
  it('S12 points a swimmer along the slope of its way, gently, to either side', () => {
    const at500 = (x: number, y: number) => one(play(fish([swim(x, y)])).frameAt(500), 'actor').rotation;
    expect(at500(700, 500)).toBeGreaterThan(5);
    expect(at500(700, 500)).toBeLessThanOrEqual(30);
    expect(at500(700, 100)).toBeCloseTo(-at500(700, 500), 6);
    expect(at500(-100, 500)).toBeCloseTo(-at500(700, 500), 6);
    expect(one(play(fish([swim(700, 500)])).frameAt(1500), 'actor').rotation).toBe(0);
  });
});

describe('ways', () => {
  it('S8 loop back to where they began, bend to the left by as much as asked, and go around', () => {
    const path = (what: object, ms: number) => {
      const { x, y } = one(play(fish([deed({ kind: 'move', target: 'fish', ...what })])).frameAt(ms), 'actor');
      return [Math.round(x), Math.round(y)];
    };
    const through = [point(500, 300)];
    expect(path({ through: [point(500, 300), point(400, 400)], curve: 'loop', bend: 0 }, 1000)).toEqual([300, 300]);
    expect(path({ through, curve: 'arc', bend: 80 }, 500)).toEqual([400, 220]);
    const orbit = { kind: 'orbit', around: point(200, 300), radius: 100, flatness: 1, by: 360 };
    expect([250, 500, 750, 1000].map((ms) => path(orbit, ms))).toEqual([
      [200, 400],
      [100, 300],
      [200, 200],
      [300, 300],
    ]);
  });
  it('S9 spring over their end and settle there, or go in steps', () => {
    const spring = easingOf({ spring: 0.6 });
    const way = Array.from({ length: 101 }, (_, index) => spring(index / 100));
    expect([way[0], way.at(-1)]).toEqual([0, 1]);
    expect(Math.max(...way)).toBeCloseTo(1.3, 1);
    expect(Math.max(...Array.from({ length: 101 }, (_, index) => easingOf({ spring: 0 })(index / 100)))).toBe(1);
    expect([0, 0.2, 0.25, 0.6, 1].map(easingOf({ steps: 4 }))).toEqual([0, 0, 0.25, 0.5, 1]);
  });
});

describe('camera and curtain', () => {
  const change = (property: string, to: number) =>
    deed({ kind: 'change', target: 'camera', property, to, duration_ms: 0 });
  it('S14 stays inside the stage when it rolls', () => {
    const { camera } = play({ actions: [action('r', at(0), change('roll', 10))] }).frameAt(10);
    expect(camera.roll).toBe(10);
    const [cos, sin] = [Math.cos(Math.PI / 18), Math.sin(Math.PI / 18)];
    expect((1280 * sin + 720 * cos) / camera.zoom).toBeLessThanOrEqual(720.001);
  });
  it('S13 turns what it sees the other way when it rolls, alike in 2D and 3D', () => {
    const right = { actors: [actor('box', 'box', point(940, 360))], actions: [action('r', at(0), change('roll', 90))] };
    const { bounds } = one(play(right, '3d').frameAt(10), 'actor');
    expect(bounds.x + bounds.width / 2).toBeCloseTo(640, 3);
    expect(bounds.y + bounds.height / 2).toBeCloseTo(60, 3);
    const flat = one(play(right).frameAt(10), 'actor').bounds;
    expect(flat.y + flat.height / 2).toBeLessThan(0);
  });
  it('S14 goes around its focus in 3D by the angle', () => {
    const { camera } = play({ actions: [action('a', at(0), change('angle', 90))] }, '3d').frameAt(10);
    expect(camera.position.z).toBeCloseTo(0, 6);
    expect(camera.position.x - 640).toBeCloseTo(360 / Math.tan((35 * Math.PI) / 360), 6);
  });
  it('S25 covers the picture by the middle of a transition, and opens it again', () => {
    const cover = deed({ kind: 'transition', style: 'wipe', color: '#000000' });
    const sampler = play({ actions: [action('t', at(1000), cover)] });
    expect(sampler.frameAt(999).curtain).toBeNull();
    expect(sampler.frameAt(1500).curtain).toEqual({ style: 'wipe', color: '#000000', share: 1, opening: true });
    expect(sampler.frameAt(1250).curtain?.share).toBeCloseTo(sampler.frameAt(1750).curtain?.share ?? 0, 6);
    expect(sampler.frameAt(2000).curtain).toBeNull();
  });
});
