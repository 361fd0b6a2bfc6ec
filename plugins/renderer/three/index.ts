import type { RendererPlugin } from '../../contract/index.ts';
import { loadFonts } from './fonts.ts';
import { Picture } from './picture.ts';

/** The 3D reading of a scene, drawn by Three.js. */
const plugin: RendererPlugin = {
  contract: 'renderer/1',
  mode: '3d',
  create: async (canvas, options) => {
    await loadFonts();
    const picture = new Picture(canvas, options);
    await picture.warm();
    return picture;
  },
};

export default plugin;
