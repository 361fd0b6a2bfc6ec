import type { RendererPlugin } from '../../contract/index.ts';
import { Picture } from './picture.ts';

/** The 3D reading of a scene, drawn by Three.js. */
const plugin: RendererPlugin = {
  contract: 'renderer/1',
  mode: '3d',
  create: async (canvas, options) => {
    return new Picture(canvas, options);
  },
};

export default plugin;
