import type { RendererPlugin } from '../../contract/index.ts';
import three from './index.ts';

/** The renderer as a weak machine would create it. */
const plugin: RendererPlugin = {
  ...three,
  create: (canvas, options) => three.create(canvas, { ...options, quality: 0.2 }),
};

export default plugin;
