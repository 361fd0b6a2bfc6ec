import type { RendererPlugin } from '../../contract/index.ts';
import { loadFonts } from './layers/fonts.ts';
import { StageRenderer } from './stage-renderer.ts';
import { Supplies } from './supplies.ts';

const plugin: RendererPlugin = {
  contract: 'renderer/1',
  mode: '2d',
  create: async (canvas, options) => {
    const supplies = new Supplies();
    await Promise.all([loadFonts(), supplies.loadNeeds(options.needs)]);
    return new StageRenderer(canvas, options, supplies);
  },
};

export default plugin;
