import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../../scripts/chromium.ts';
import { openStage, type Stage } from '../../kit/renderer-stage.ts';
import { actorAt, frameOf } from './fixtures.ts';

describe('the 2D renderer on a driver that refuses a shader', () => {
  let browser: Browser;
  let stage: Stage;
  beforeAll(async () => {
    browser = await launchChromium();
    stage = await openStage(browser, new URL('./refused-shader.fixture.ts', import.meta.url));
    await stage.create(240, 135);
  });
  afterAll(async () => {
    await stage?.dispose();
    await browser?.close();
  });

  it('S3 draws plain what needed it, goes on, and says why', async () => {
    const cow = frameOf('day-meadow', [actorAt('cow', 640, 400)]);
    const first = await stage.draw(cow);
    const { warnings } = await stage.stats();
    expect(warnings).toMatchObject([{ code: 'renderer.ogl/shader-refused' }]);
    expect(warnings[0]?.message).toContain('drawn plain');
    expect((await stage.draw(cow)).hash).toBe(first.hash);
    expect(first.hash).not.toBe((await stage.draw(frameOf('day-meadow', []))).hash);
    expect(stage.errors).toEqual([]);
  });
});
