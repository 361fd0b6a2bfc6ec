import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTOR_KINDS, EFFECTS, ENVIRONMENTS, type FrameDrawing } from '../../../dsl/index.ts';
import { launchChromium } from '../../../scripts/chromium.ts';
import { openStage, type Stage } from '../../kit/renderer-stage.ts';
import { actorFixture, environmentFixture, frameFixture, nightMeadow } from './fixtures.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const open = (entry: string): Promise<Stage> => openStage(browser, new URL(entry, import.meta.url));

describe('the 3D renderer', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open('./index.ts');
    await stage.create(240, 135);
  });

  it('draws every kind of actor without a warning, whatever was drawn before', async () => {
    const frames = Object.keys(ACTOR_KINDS).map((kind) => frameFixture({ entities: [actorFixture(kind, 640, 400)] }));
    const first = new Set<number>();
    for (const frame of frames) {
      first.add((await stage.draw(frame)).hash);
      expect((await stage.stats()).warnings).toEqual([]);
    }
    expect(first.size).toBe(frames.length);
    const again = await stage.draw(frames[0] ?? frameFixture());
    expect(first.has(again.hash)).toBe(true);
  });

  it.each(Object.keys(ENVIRONMENTS))('draws the surroundings %s', async (preset) => {
    const picture = await stage.draw(frameFixture({ environment: environmentFixture(preset) }));
    expect(picture.colours).toBeGreaterThan(50);
  });

  it('draws every effect without a warning', async () => {
    const particle = { x: 640, y: 360, z: 0, size: 80, rotation: 30, opacity: 0.9, color: '#ffe38a' };
    const bare = await stage.draw(frameFixture());
    for (const kind of Object.keys(EFFECTS).filter((each) => each !== 'caustics' && each !== 'shimmer')) {
      const picture = await stage.draw(frameFixture({ fx: [{ id: kind, kind, particles: [particle], field: null }] }));
      expect(picture.hash, kind).not.toBe(bare.hash);
      expect((await stage.stats()).warnings).toEqual([]);
    }
  });

  it('lets a mood shift come and go without a step at either end', async () => {
    const day = environmentFixture('day-meadow');
    const blended = { ...environmentFixture('day-sea'), scenery_from: 'meadow', blend: 0 };
    const before = await stage.draw(frameFixture({ environment: day }));
    const start = await stage.draw(
      frameFixture({ environment: { ...day, scenery: 'sea', scenery_from: 'meadow', blend: 0 } }),
    );
    expect(start.hash).toBe(before.hash);
    const after = await stage.draw(frameFixture({ environment: environmentFixture('day-sea') }));
    const end = await stage.draw(frameFixture({ environment: { ...blended, blend: 1 } }));
    expect(end.hash).toBe(after.hash);
  });

  it('draws plain, and says so, what asks for a recipe that is not on the whitelist', async () => {
    const dressed = (recipe: string) =>
      frameFixture({ entities: [actorFixture('ball', 640, 360, { material: { id: 'coat', recipe, uniforms: {} } })] });
    await stage.draw(dressed('lava'));
    expect((await stage.stats()).warnings).toMatchObject([{ code: 'renderer.three/unknown-recipe' }]);
    await stage.draw(dressed('metal'));
    expect((await stage.stats()).warnings).toEqual([]);
  });

  it('covers the picture with a curtain, wholly at its middle', async () => {
    const half = (style: 'fade' | 'wipe' | 'iris') =>
      frameFixture({ curtain: { style, color: '#204060', share: 0.5, opening: false } });
    const seen = new Set<number>([(await stage.draw(frameFixture())).hash]);
    for (const style of ['fade', 'wipe', 'iris'] as const) seen.add((await stage.draw(half(style))).hash);
    expect(seen.size).toBe(4);
    const shut = { style: 'iris', color: '#204060', share: 1, opening: true } as const;
    expect((await stage.draw(frameFixture({ curtain: shut }))).colours).toBe(1);
  });

  it('draws marks as they grow, and the same picture again when they have shrunk back', async () => {
    const bar = (height: number): FrameDrawing => ({
      role: 'chart', kind: 'columns', id: 'market', x: 640, y: 300, z: 0, scale: 1, rotation: 0, opacity: 1,
      bounds: { x: 440, y: 150, width: 400, height: 300 }, origin: 0, width: 400, height: 300, progress: 1,
      marks: [
        { kind: 'shape', points: [-80, 100, 80, 100, 80, 100 - height, -80, 100 - height], closed: true, fill: '#38bdf8',
          stroke: '#ffffff', stroke_width: 4, opacity: 1, depth: 20, z: 0 },
        { kind: 'label', text: '42 %', x: 0, y: -80, width: 90, size: 40, weight: 700, align: 'center', color: '#ffffff',
          opacity: 1, rotation: 0, z: 4 },
      ],
    }); // biome-ignore format: a table
    const low = await stage.draw(frameFixture({ entities: [bar(40)] }));
    const high = await stage.draw(frameFixture({ entities: [bar(180)] }));
    expect(high.hash).not.toBe(low.hash);
    expect((await stage.draw(frameFixture({ entities: [bar(40)] }))).hash).toBe(low.hash);
    expect((await stage.stats()).warnings).toEqual([]);
  });

  it('lays a drawing over the one before it, wherever in the picture they are', async () => {
    const sheet = (id: string, fill: string, half: number): FrameDrawing => ({
      role: 'drawing', kind: 'rect', id, x: 640, y: 500, z: 0, scale: 1, rotation: 0, opacity: 1,
      bounds: { x: 640 - half, y: 500 - half, width: half * 2, height: half * 2 }, origin: 0, width: half * 2,
      height: half * 2, progress: 1,
      marks: [
        { kind: 'shape', points: [-half, -half, half, -half, half, half, -half, half], closed: true, fill, stroke: null,
          stroke_width: 0, opacity: 1, depth: 0, z: 0 },
      ],
    }); // biome-ignore format: a table
    const [below, above] = [sheet('below', '#102030', 180), sheet('above', '#f0c040', 40)];
    for (const preset of ['day-meadow', 'studio']) {
      const on = (entities: FrameDrawing[]) => frameFixture({ environment: environmentFixture(preset), entities });
      const both = await stage.draw(on([below, above]));
      expect(both.hash, preset).not.toBe((await stage.draw(on([below]))).hash);
      // Of what lies wholly under another, nothing can be told: not even its colour.
      const hidden = await stage.draw(on([above, below]));
      expect((await stage.draw(on([sheet('above', '#2080ff', 40), below]))).hash, preset).toBe(hidden.hash);
    }
  });

  it.each(['caustics', 'shimmer'])('lets %s run on with their phase', async (kind) => {
    const field = { x: 640, y: 400, z: 0, width: 600, height: 200, strength: 1, scale: 1.6, color: '#fff7d6' };
    const at = (phase: number) => frameFixture({ fx: [{ id: kind, kind, particles: [], field: { ...field, phase } }] });
    const first = await stage.draw(at(0.4));
    expect((await stage.draw(at(1.1))).hash).not.toBe(first.hash);
    expect((await stage.draw(at(0.4))).hash).toBe(first.hash);
  });

  it('blurs what lies before and behind what the camera is focused on, the same in every picture', async () => {
    const cow = actorFixture('cow', 400, 480);
    const frame = frameFixture({ entities: [cow, actorFixture('house', 900, 400)] });
    const on = (of: string, blur: number) => {
      const focus = { of, point: { x: 400, y: 480, z: 0 } };
      return { ...frame, camera: { ...frame.camera, lens: { from: focus, to: focus, share: 1, blur } } };
    };
    const sharp = await stage.draw(frame);
    const soft = await stage.draw(on(cow.id, 0.8));
    expect(soft.hash).not.toBe(sharp.hash);
    expect(soft.hash).not.toBe((await stage.draw(on(cow.id, 0.3))).hash);
    expect((await stage.draw(on(cow.id, 0.8))).hash).toBe(soft.hash);
    expect((await stage.draw(frame)).hash).toBe(sharp.hash);
    expect((await stage.stats()).warnings).toEqual([]);
  });

  it('writes the lyrics over the picture', async () => {
    const still = nightMeadow(0);
    const withLyrics = await stage.draw(still);
    const without = await stage.draw({ ...still, lyrics: [] });
    expect(withLyrics.hash).not.toBe(without.hash);
  });
});

describe('the 3D renderer on a driver that refuses a shader', () => {
  it('draws plain what needed it, and says why', async () => {
    const stage = await open('./refused-shader.fixture.ts');
    await stage.create(240, 135);
    const bowl = frameFixture({ entities: [actorFixture('fish-bowl', 640, 400)] });
    const first = await stage.draw(bowl);
    expect((await stage.stats()).warnings).toMatchObject([{ code: 'renderer.three/shader-refused' }]);
    expect((await stage.draw(bowl)).hash).toBe(first.hash);
    expect(first.hash).not.toBe((await stage.draw(frameFixture())).hash);
  });
});

describe('the 3D renderer at low quality', () => {
  it('draws the same scene with less', async () => {
    const [fine, coarse] = [await open('./index.ts'), await open('./low-quality.fixture.ts')];
    await fine.create(240, 135);
    await coarse.create(240, 135);
    await fine.draw(nightMeadow(1));
    const picture = await coarse.draw(nightMeadow(1));
    expect(picture.colours).toBeGreaterThan(50);
    expect((await coarse.stats()).triangles).toBeLessThan((await fine.stats()).triangles);
  });
});

describe('the 3D renderer without its context', () => {
  it('draws nothing and throws nothing', async () => {
    const stage = await open('./lost-context.fixture.ts');
    await stage.create(160, 90);
    await expect(stage.draw(nightMeadow(0))).resolves.toBeDefined();
    await stage.dispose();
    expect(stage.errors).toEqual([]);
  });
});
