import type { RendererPlugin } from '../../contract/index.ts';
import three from './index.ts';

/** The renderer after the browser has taken its drawing context away. */
const plugin: RendererPlugin = {
  ...three,
  create: async (canvas, options) => {
    const renderer = await three.create(canvas, options);
    canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    return renderer;
  },
};

export default plugin;
