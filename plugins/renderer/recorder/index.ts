import { ACTOR_KINDS, type Frame } from '../../../dsl/index.ts';
import { PluginFailure, type Renderer, type RendererPlugin, type Warning } from '../../contract/index.ts';
import { drawBoxes } from './boxes.ts';

/** Older frames are let go, so that a long scene does not fill the memory. */
const KEPT = 1000;

export interface Recorder extends Renderer {
  /** What was drawn, oldest first, at most the last 1,000. */
  readonly frames: readonly Frame[];
}

/** Keeps what it is given, and shows where things are. */
const recorder: RendererPlugin & { create(...given: Parameters<RendererPlugin['create']>): Promise<Recorder> } = {
  contract: 'renderer/1',
  mode: 'any',
  create: async (canvas, options) => {
    const context = canvas.getContext('2d');
    if (!context)
      throw new PluginFailure(
        'no-canvas',
        'The canvas gives no 2D context.',
        'Give a canvas that nobody else draws on.',
      );
    const frames: Frame[] = [];
    let draw_calls = 0;
    let warnings: readonly Warning[] = [];
    const resize = (width: number, height: number): void => {
      canvas.width = width;
      canvas.height = height;
    };
    resize(options.width, options.height);
    return {
      frames,
      resize,
      draw: (frame) => {
        frames.push(frame);
        if (frames.length > KEPT) frames.shift();
        draw_calls = drawBoxes(context, frame);
        warnings = unknownKinds(frame).map((kind) => ({
          code: 'renderer.recorder/unknown-kind',
          message: `It does not know the kind "${kind}".`,
        }));
      },
      stats: () => ({ draw_calls, triangles: draw_calls * 2, textures: 0, texture_bytes: 0, warnings }),
      dispose: () => {
        frames.length = 0;
      },
    };
  },
};

export default recorder;

function unknownKinds(frame: Frame): string[] {
  const kinds = frame.entities.flatMap((entity) => (entity.role === 'actor' ? [entity.kind] : []));
  return [...new Set(kinds)].filter((kind) => !Object.hasOwn(ACTOR_KINDS, kind));
}
