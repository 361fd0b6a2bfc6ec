import { createSampler, type Timeline } from '../../../dsl/index.ts';
import type { RendererPlugin } from '../../../plugins/contract/index.ts';
import { contextOf, finish, type MakeSide } from './drawing-side.ts';

/** Our own: the frame sampled from the timeline and drawn by the renderer, as the studio does it. */
export const ourSide =
  (plugin: RendererPlugin, quality: number): MakeSide =>
  async (canvas, timeline) => {
    const sampler = createSampler(timeline as Timeline);
    const { width, height } = canvas;
    const renderer = await plugin.create(canvas, { width, height, quality });
    return {
      draw(seconds) {
        renderer.draw(sampler.frameAt(Math.round(seconds * 1000)));
        finish(contextOf(canvas));
      },
      dispose: () => renderer.dispose(),
    };
  };
