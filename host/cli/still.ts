import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Page, Route } from 'playwright-core';
import type { Timeline } from '../../dsl/index.ts';
import { launchChromium } from './chromium.ts';
import { InputFault } from './faults.ts';
import { STDIN } from './input.ts';
import type { Size } from './options.ts';
import { FILES_PATH, filesBeside } from './scene-files.ts';

/** A name that leads nowhere: every request is answered from the built studio, none leaves the machine. */
const ORIGIN = 'http://studio.localhost';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
};

/** What studio/render.html offers to whoever drives it. */
declare global {
  interface Window {
    opencommotion?: {
      prepare(timeline: unknown, options: Size & { mode: string }): Promise<void>;
      draw(ms: number): Promise<void>;
      stats(): { warnings: readonly { code: string; message: string }[] };
    };
  }
}

function serve(folder: string, script: string): (route: Route) => Promise<void> {
  const fileBeside = filesBeside(script);
  return async (route) => {
    const { origin, pathname } = new URL(route.request().url());
    const path = normalize(decodeURIComponent(pathname));
    if (origin !== ORIGIN) return route.abort('blockedbyclient');
    if (path.startsWith(FILES_PATH)) return route.fulfill(await fileBeside(path.slice(FILES_PATH.length)));
    try {
      const body = await readFile(join(folder, path));
      await route.fulfill({ body, contentType: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream' });
    } catch {
      await route.fulfill({ status: 404, body: `${path} is not part of the studio` });
    }
  };
}

/** Collects what goes wrong inside the page, which would otherwise only time out. */
function watch(page: Page): string[] {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') failures.push(message.text());
  });
  return failures;
}

export interface Still {
  readonly png: Buffer;
  /** What the renderer could not honour. */
  readonly warnings: readonly { code: string; message: string }[];
}

/**
 * Draws one moment of a timeline with the studio's own renderer in a headless Chromium.
 * @param studio folder of the built studio
 * @param script the path of its script: images and models are read beside it, or where the command was given
 * @throws InputFault where there is no Chromium or the picture can't be drawn
 */
export async function drawStill(
  studio: string,
  timeline: Timeline,
  at: number,
  size: Size,
  script: string = STDIN,
): Promise<Still> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: size, deviceScaleFactor: 1 });
    const failures = watch(page);
    await page.route('**/*', serve(studio, script));
    try {
      await page.goto(`${ORIGIN}/render.html`);
      await page.waitForFunction(() => window.opencommotion !== undefined);
      const options = { mode: timeline.mode, ...size };
      await page.evaluate(([json, how]) => window.opencommotion?.prepare(json, how), [timeline, options] as const);
      const warnings = await page.evaluate(async (ms) => {
        await window.opencommotion?.draw(ms);
        return window.opencommotion?.stats().warnings ?? [];
      }, at);
      return { png: await page.locator('#stage').screenshot({ type: 'png' }), warnings };
    } catch (error) {
      const why = [...failures, error instanceof Error ? error.message : String(error)].join('; ');
      throw new InputFault('cli/not-drawn', 'opencommotion', `The picture can't be drawn: ${why}`, { cause: error });
    }
  } finally {
    await browser.close();
  }
}
