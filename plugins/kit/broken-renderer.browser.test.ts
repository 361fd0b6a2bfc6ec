import { afterAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/chromium.ts';
import { rendererConformance } from './renderer.ts';

describe('the renderer kit', () => {
  const suite = rendererConformance(new URL('./fixtures/renderer.manifest.json', import.meta.url), launchChromium);
  afterAll(() => suite.close());

  it.each([
    ['not blank', 'its picture has 2 colours: nothing can be seen on it'],
    ['twice', 'drawing the same frame a second time changed the picture: something besides the frame goes into it'],
    ['10, 3, 10', 'frame 10 looks different after frame 3: the renderer remembers what it drew before'],
    ['another size', 'after resize(200, 200) its canvas is 320 × 180'],
    ['does not know', 'an actor of the kind "no-such-kind" left no warning that names it in stats()'],
    ['counts', 'it drew a frame without a draw call'],
  ])('notices: %s', async (part, reason) => {
    const check = suite.checks.find((one) => one.name.includes(part));
    await expect(check?.run()).rejects.toThrow(reason);
  });
});
