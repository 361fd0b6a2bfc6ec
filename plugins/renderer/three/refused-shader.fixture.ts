import type { RendererPlugin } from '../../contract/index.ts';
import three from './index.ts';

/** The renderer on a driver that refuses the shaders of the fish bowl's water surface. */
const plugin: RendererPlugin = {
  ...three,
  create: async (canvas, options) => {
    const renderer = await three.create(canvas, options);
    const context = canvas.getContext('webgl2');
    const source = context?.shaderSource.bind(context);
    if (context && source)
      context.shaderSource = (shader, text) =>
        source(shader, text.includes('vec2 tilt = steep.x') ? `${text}\nrefused by this driver` : text);
    return renderer;
  },
};

export default plugin;
