import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import type { Frame } from '../../dsl/index.ts';
import type { RendererStats } from '../contract/index.ts';
import type { KitPage, Picture } from './renderer-page.ts';

declare global {
  interface Window {
    kit: KitPage;
  }
}

const ORIGIN = 'http://renderer-kit.test';
const PAGE_MODULE = 'virtual:renderer-kit';
const TYPES: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  css: 'text/css',
  woff2: 'font/woff2',
  woff: 'font/woff',
  png: 'image/png',
  wasm: 'application/wasm',
  svg: 'image/svg+xml',
  json: 'application/json',
};

/** A page in Chromium that holds the plugin, as functions of this process. */
export interface Stage {
  contract(): Promise<{ readonly contract: unknown; readonly mode: unknown }>;
  create(width: number, height: number, files?: Readonly<Record<string, string>>): Promise<void>;
  settle(): Promise<Picture>;
  draw(frame: Frame): Promise<Picture>;
  resize(width: number, height: number): Promise<void>;
  stats(): Promise<RendererStats>;
  dispose(): Promise<void>;
  /** Addresses that the page asked for and that are not its own. */
  readonly foreign: readonly string[];
  /** What the page threw outside our calls. */
  readonly errors: readonly string[];
}

/** Builds a page around the plugin in `entry` and opens it in `browser`; nothing is served over the network. */
export async function openStage(browser: Browser, entry: URL): Promise<Stage> {
  const files = await bundle(fileURLToPath(entry));
  const page = await browser.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const file = files.get(pathname.slice(1));
    if (origin === ORIGIN && pathname === '/') {
      const html = '<!doctype html><title>renderer kit</title><body><script type="module" src="/kit.js"></script>';
      await route.fulfill({ contentType: 'text/html', body: html });
    } else if (origin === ORIGIN && file) {
      const contentType = TYPES[pathname.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
      await route.fulfill({ contentType, body: file });
    } else {
      if (pathname !== '/favicon.ico') foreign.push(route.request().url());
      await route.abort();
    }
  });
  await page.goto(`${ORIGIN}/`);
  await page
    .waitForFunction(() => 'kit' in window)
    .catch((cause: unknown) => {
      throw new Error(`the plugin could not be loaded in the browser: ${errors.join('; ') || String(cause)}`);
    });
  return {
    contract: () => page.evaluate(() => window.kit.contract()),
    create: (width, height, files) =>
      page.evaluate(([w, h, given]) => window.kit.create(w, h, given), [width, height, files] as const),
    settle: () => page.evaluate(() => window.kit.settle()),
    draw: (frame) => page.evaluate((given) => window.kit.draw(given), frame),
    resize: (width, height) => page.evaluate(([w, h]) => window.kit.resize(w, h), [width, height] as const),
    stats: () => page.evaluate(() => window.kit.stats()),
    dispose: () => page.evaluate(() => window.kit.dispose()),
    foreign,
    errors,
  };
}

async function bundle(entry: string): Promise<ReadonlyMap<string, Buffer>> {
  const page = fileURLToPath(new URL('./renderer-page.ts', import.meta.url));
  const source = `import plugin from ${JSON.stringify(entry)};\nimport { kitPage } from ${JSON.stringify(page)};\nwindow.kit = kitPage(plugin);\n`;
  const built = await build({
    configFile: false,
    root: fileURLToPath(new URL('.', import.meta.url)),
    logLevel: 'error',
    base: './',
    plugins: [
      {
        name: 'renderer-kit',
        resolveId: (id) => (id === PAGE_MODULE ? id : null),
        load: (id) => (id === PAGE_MODULE ? source : null),
      },
    ],
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      modulePreload: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: { input: { kit: PAGE_MODULE }, output: { entryFileNames: '[name].js' } },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  return new Map(
    outputs.map((file) => [file.fileName, Buffer.from(file.type === 'chunk' ? file.code : file.source)] as const),
  );
}
