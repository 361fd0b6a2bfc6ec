import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import type { BenchPage } from './bench-page.ts';

declare global {
  interface Window {
    bench: BenchPage;
  }
}

const ORIGIN = 'http://bench.localhost';
const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css', woff2: 'font/woff2' };

/** Builds the page of the frame benches and opens it; nothing is served over a network. */
export async function openBenchPage(browser: Browser): Promise<Page> {
  const entry = fileURLToPath(new URL('./bench-page.ts', import.meta.url));
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'esnext',
      rollupOptions: { input: { bench: entry }, output: { entryFileNames: '[name].js' } },
    },
  });
  if (!('output' in built)) throw new Error('Vite did not build the page of the frame benches.');
  const files = new Map(
    built.output.map((file) => [file.fileName, Buffer.from(file.type === 'chunk' ? file.code : file.source)]),
  );
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.route('**/*', async (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const body = files.get(name);
    if (name === '') {
      const html = '<!doctype html><title>bench</title><body><script type="module" src="/bench.js"></script>';
      await route.fulfill({ contentType: 'text/html', body: html });
    } else if (body)
      await route.fulfill({ body, contentType: TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream' });
    else await route.fulfill({ status: 404, body: '' });
  });
  await page.goto(ORIGIN);
  await page.waitForFunction(() => window.bench !== undefined);
  return page;
}

export const scenarioScript = (name: string): string =>
  readFileSync(new URL(`../../../scenarios/${name}.scene`, import.meta.url), 'utf8');
