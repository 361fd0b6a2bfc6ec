/** The page that the command line draws with: no controls, one canvas of exactly the size asked for. */
import * as z from 'zod/mini';
import { createSampler, type Sampler } from '../dsl/index.ts';
import type { Renderer, RendererStats } from '../plugins/contract/index.ts';
import { isTimeline } from './compile/timeline-head.ts';
import { fetchBelow } from './stage/fetch-file.ts';
import { builtinRenderers, chooseRenderer, unmetNeeds } from './stage/renderer-shelf.ts';

const LARGEST_SIDE = 8192;

/** Whoever drives this page answers here for the images and models that scripts name. */
const fetchFile = fetchBelow(new URL('/files/', location.href));

const optionsSchema = z.object({
  mode: z.enum(['2d', '3d']),
  width: z.int().check(z.minimum(1), z.maximum(LARGEST_SIDE)),
  height: z.int().check(z.minimum(1), z.maximum(LARGEST_SIDE)),
});

/** `prepare` a timeline (its JSON text or the object), then `draw` any time of it, in any order. */
export interface RenderPage {
  prepare(timeline: unknown, options: unknown): Promise<void>;
  /** Resolves when the picture of that time (ms) is on the canvas. */
  draw(ms: number): Promise<void>;
  stats(): RendererStats;
}

interface Prepared {
  readonly sampler: Sampler;
  readonly renderer: Renderer;
  readonly unmet: readonly string[];
}

function createRenderPage(): RenderPage {
  let prepared: Prepared | null = null;
  const ready = (): Prepared => {
    if (prepared === null) throw new Error('Call prepare(timeline, options) first.');
    return prepared;
  };
  return {
    async prepare(json, wanted) {
      const timeline = typeof json === 'string' ? JSON.parse(json) : json;
      if (!isTimeline(timeline)) throw new Error('This is no timeline that this studio can draw.');
      const { mode, width, height } = z.parse(optionsSchema, wanted);
      const entry = chooseRenderer(builtinRenderers(), { mode, needs: timeline.needs });
      prepared?.renderer.dispose();
      prepared = null;
      const canvas = document.createElement('canvas');
      canvas.id = 'stage';
      canvas.width = width;
      canvas.height = height;
      canvas.style.width = `${width / devicePixelRatio}px`;
      canvas.style.height = `${height / devicePixelRatio}px`;
      document.querySelector('#stage')?.replaceWith(canvas);
      const plugin = await entry.load();
      const renderer = await plugin.create(canvas, { width, height, quality: 1, fetchFile });
      const unmet = unmetNeeds(timeline.needs, entry.capabilities);
      prepared = { sampler: createSampler(timeline), renderer, unmet };
    },
    async draw(ms) {
      const { sampler, renderer } = ready();
      renderer.draw(sampler.frameAt(ms));
      await renderer.settle?.();
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    },
    stats() {
      const { renderer, unmet } = ready();
      const stats = renderer.stats();
      const missing = unmet.map((need) => ({
        code: 'studio/unmet-need',
        message: `This renderer cannot draw ${need}.`,
      }));
      return { ...stats, warnings: [...stats.warnings, ...missing] };
    },
  };
}

const complain = (reason: unknown): void => {
  document.documentElement.dataset.error = reason instanceof Error ? reason.message : String(reason);
};

addEventListener('error', (event) => complain(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => complain(event.reason));
Object.assign(window, { opencommotion: createRenderPage() });
document.documentElement.dataset.ready = 'true';
