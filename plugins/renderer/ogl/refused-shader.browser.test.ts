import { describe, expect, it } from 'vitest';
import { launchChromium } from '../../../scripts/chromium.ts';
import { useStage } from '../../kit/use-stage.ts';
import { actorAt, frameOf } from './fixtures.ts';

describe('the 2D renderer on a driver that refuses a shader', () => {
  const used = useStage(launchChromium, new URL('./refused-shader.fixture.ts', import.meta.url), [240, 135]);

  it('S3 draws plain what needed it, goes on, and says why', async () => {
    const cow = frameOf('day-meadow', [actorAt('cow', 640, 400)]);
    const first = await used.stage.draw(cow);
    const { warnings } = await used.stage.stats();
    expect(warnings).toMatchObject([{ code: 'renderer.ogl/shader-refused' }]);
    expect(warnings[0]?.message).toContain('drawn plain');
    expect((await used.stage.draw(cow)).hash).toBe(first.hash);
    expect(first.hash).not.toBe((await used.stage.draw(frameOf('day-meadow', []))).hash);
    expect(used.stage.errors).toEqual([]);
  });
});
