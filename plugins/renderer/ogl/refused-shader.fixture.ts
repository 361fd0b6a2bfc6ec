import type { RendererPlugin } from '../../contract/index.ts';
import ogl from './index.ts';

/** The renderer on a driver that refuses the shader by which figures are lit. */
const plugin: RendererPlugin = {
  ...ogl,
  create: (canvas, options) => {
    const context = canvas.getContext('webgl2', { alpha: false, antialias: false, preserveDrawingBuffer: true });
    const source = context?.shaderSource.bind(context);
    if (context && source)
      context.shaderSource = (shader, text) =>
        source(shader, text.includes('uniform vec4 glow') ? `${text}\nrefused by this driver` : text);
    return ogl.create(canvas, options);
  },
};

export default plugin;
