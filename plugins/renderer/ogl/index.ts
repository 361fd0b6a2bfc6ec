import type { RendererPlugin } from '../../contract/index.ts';
import { loadFonts } from './layers/fonts.ts';
import { StageRenderer } from './stage-renderer.ts';

const plugin: RendererPlugin = {
  contract: 'renderer/1',
  mode: '2d',
  create: async (canvas, options) => {
    await loadFonts();
    return new StageRenderer(canvas, options);
  },
};

export default plugin;
