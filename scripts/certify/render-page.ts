import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Browser } from 'playwright-core';
import type { Timeline } from '../../dsl/index.ts';

/** A name that leads nowhere: the page gets everything from the built studio's folder, nothing over a network. */
const ORIGIN = 'http://certify.localhost';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

export interface OpenRenderPage {
  /** The PNG of one moment, exactly the size asked for. */
  draw(ms: number): Promise<Buffer>;
  close(): Promise<void>;
}

/**
 * Opens the studio's render page for one timeline.
 * @throws Error with what the page said where it cannot draw
 */
export async function openRenderPage(
  browser: Browser,
  studio: string,
  timeline: Timeline,
  size: { readonly width: number; readonly height: number },
): Promise<OpenRenderPage> {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1 });
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  await page.route('**/*', async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    if (origin !== ORIGIN) return route.abort('blockedbyclient');
    const path = normalize(decodeURIComponent(pathname));
    const body = await readFile(join(studio, path)).catch(() => null);
    const contentType = CONTENT_TYPES[extname(path)] ?? 'application/octet-stream';
    return route.fulfill(body ? { body, contentType } : { status: 404, body: `${path} is not part of the studio` });
  });
  await page.goto(`${ORIGIN}/render.html`);
  await page.waitForFunction(() => window.opencommotion !== undefined);
  const options = { mode: timeline.mode, ...size };
  await page.evaluate(([json, how]) => window.opencommotion?.prepare(json, how), [timeline, options] as const);
  return {
    async draw(ms) {
      await page.evaluate((at) => window.opencommotion?.draw(at), ms);
      if (failures.length > 0) throw new Error(`The page failed at ${ms} ms: ${failures.join('; ')}`);
      return page.locator('#stage').screenshot({ type: 'png' });
    },
    close: () => page.close(),
  };
}
