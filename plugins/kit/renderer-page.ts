/** Runs in the browser, beside the plugin: the hands of the renderer kit. Built into one page by `renderer-stage.ts`. */
import type { Frame } from '../../dsl/index.ts';
import type { Renderer, RendererOptions, RendererPlugin, RendererStats } from '../contract/index.ts';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Equal for equal pixels. */
  readonly hash: number;
  /** How many different colours it has, counted up to 1,000. */
  readonly colours: number;
}

/** What the page answers to the kit's questions; each is asked through `page.evaluate`. */
export interface KitPage {
  contract(): { readonly contract: unknown; readonly mode: unknown };
  /** `files`: what the renderer may fetch, base64 by path; it is given nothing to fetch with where they are left out. */
  create(width: number, height: number, files?: Readonly<Record<string, string>>): Promise<void>;
  /** Waits until all that the last frame shows is on the canvas, and looks. No file comes before this is first asked. */
  settle(): Promise<Picture>;
  /** Draws, and looks at the canvas before the browser may clear it. */
  draw(frame: Frame): Picture;
  resize(width: number, height: number): void;
  stats(): RendererStats;
  dispose(): void;
}

/** Gives the page its hands. A second `create` comes on a canvas of its own. */
export function kitPage(plugin: RendererPlugin): KitPage {
  let canvas: HTMLCanvasElement | null = null;
  let renderer: Renderer | null = null;
  let gate = Promise.withResolvers<void>();
  const created = (): Renderer => {
    if (!renderer) throw new Error('the renderer has not been created');
    return renderer;
  };
  return {
    contract: () => ({ contract: plugin.contract, mode: plugin.mode }),
    create: async (width, height, files) => {
      canvas = document.createElement('canvas');
      document.body.replaceChildren(canvas);
      gate = Promise.withResolvers();
      renderer = await plugin.create(canvas, {
        width,
        height,
        quality: 1,
        ...(files && fetching(files, gate.promise)),
      });
    },
    settle: async () => {
      gate.resolve();
      await created().settle?.();
      if (!canvas) throw new Error('there is no canvas');
      return look(canvas);
    },
    draw: (frame) => {
      created().draw(frame);
      if (!canvas) throw new Error('there is no canvas');
      return look(canvas);
    },
    resize: (width, height) => created().resize(width, height),
    stats: () => created().stats(),
    dispose: () => created().dispose(),
  };
}

const fetching = (
  files: Readonly<Record<string, string>>,
  gate: Promise<void>,
): Pick<RendererOptions, 'fetchFile'> => ({
  fetchFile: async (path) => {
    await gate;
    const file = files[path];
    if (file === undefined) throw new Error('there is no such file');
    return new Blob([Uint8Array.from(atob(file), (sign) => sign.charCodeAt(0))]);
  },
});

function look(canvas: HTMLCanvasElement): Picture {
  const { width, height } = canvas;
  const copy = new OffscreenCanvas(Math.max(1, width), Math.max(1, height));
  const context = copy.getContext('2d', { willReadFrequently: true });
  if (!context) throw new Error('this browser has no 2D canvas');
  if (width > 0 && height > 0) context.drawImage(canvas, 0, 0);
  const pixels = new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer);
  const seen = new Set<number>();
  let hash = 2_166_136_261;
  for (const pixel of pixels) {
    // FNV-1a, a pixel at a time.
    hash = Math.imul(hash ^ pixel, 16_777_619);
    if (seen.size < 1000) seen.add(pixel);
  }
  return { width, height, hash: hash >>> 0, colours: seen.size };
}
