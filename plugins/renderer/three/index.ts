import type { RendererPlugin } from '../../contract/index.ts';
import { loadFonts } from './fonts.ts';
import { Picture } from './picture.ts';

/** The 3D reading of a scene, drawn by Three.js. */
const plugin: RendererPlugin = {
  contract: 'renderer/1',
  mode: '3d',
  create: async (canvas, options) => {
    await loadFonts();
    return new Picture(canvas, options);
  },
};

export default plugin;
