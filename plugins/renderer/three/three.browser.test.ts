import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTOR_KINDS, EFFECTS, ENVIRONMENTS } from '../../../dsl/index.ts';
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
    for (const kind of Object.keys(EFFECTS)) {
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

  it('writes the lyrics over the picture', async () => {
    const still = nightMeadow(0);
    const withLyrics = await stage.draw(still);
    const without = await stage.draw({ ...still, lyrics: [] });
    expect(withLyrics.hash).not.toBe(without.hash);
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
