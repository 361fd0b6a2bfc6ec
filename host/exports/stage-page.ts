import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import type { Timeline } from '../../dsl/index.ts';
import { launchChromium } from './chromium.ts';
import { ExportFault } from './export-fault.ts';
import type { RenderPage } from './render-page.ts';
import { FILES_PATH, filesIn } from './scene-files.ts';

/** A name that leads nowhere: every request is answered here, none leaves the machine. */
const ORIGIN = 'http://studio.localhost';
/** Where the page hands over what it has made, and takes parts from. */
const SHELF_PATH = '/shelf/';

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

declare global {
  interface Window {
    /** What studio/render.html offers to whoever drives it. */
    opencommotion?: RenderPage;
  }
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What a renderer could not honour. */
export interface DrawWarning {
  readonly code: string;
  readonly message: string;
}

/** Files that pass between this process and the page, by name. */
export interface Shelf {
  put(name: string, bytes: Buffer): Promise<void>;
  get(name: string): Promise<Buffer | null>;
}

/** A shelf in memory, for few and small files. */
export function memoryShelf(): Shelf & { readonly files: ReadonlyMap<string, Buffer> } {
  const files = new Map<string, Buffer>();
  return {
    files,
    put: async (name, bytes) => {
      files.set(name, bytes);
    },
    get: async (name) => files.get(name) ?? null,
  };
}

export interface StageWish {
  /** Folder of the built studio. */
  readonly studio: string;
  readonly timeline: Timeline;
  readonly size: Size;
  /** Images and models that the script names are read from here and below. */
  readonly folder: string;
  readonly shelf: Shelf;
}

/** The studio's renderer with one timeline in a page of a headless Chromium. */
export interface StagePage {
  /** Runs in the page. @throws ExportFault with what the page said */
  run<A, R>(what: (page: RenderPage, input: A) => Promise<R> | R, input: A): Promise<R>;
  close(): Promise<void>;
}

function answer({ studio, folder, shelf }: StageWish): (route: Route) => Promise<void> {
  const fileBeside = filesIn(folder);
  return async (route) => {
    const request = route.request();
    const { origin, pathname } = new URL(request.url());
    const path = normalize(decodeURIComponent(pathname));
    if (origin !== ORIGIN) return route.abort('blockedbyclient');
    if (path.startsWith(FILES_PATH)) return route.fulfill(await fileBeside(path.slice(FILES_PATH.length)));
    if (path.startsWith(SHELF_PATH)) {
      const name = path.slice(SHELF_PATH.length);
      if (request.method() === 'POST') {
        await shelf.put(name, request.postDataBuffer() ?? Buffer.alloc(0));
        return route.fulfill({ status: 204 });
      }
      const body = await shelf.get(name);
      return route.fulfill(body ? { body, contentType: 'application/octet-stream' } : { status: 404, body: '' });
    }
    try {
      const body = await readFile(join(studio, path));
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

/**
 * Opens the page: in a browser of its own, which ends with it, or in one that is given.
 * @throws ExportFault where there is no Chromium or the scene can't be drawn
 */
export async function openStage(wish: StageWish, given?: Browser): Promise<StagePage> {
  const browser = given ?? (await launchChromium());
  const page = await browser.newPage({ viewport: wish.size, deviceScaleFactor: 1 });
  const close = () => (given ? page.close() : browser.close());
  try {
    return await openStageIn(page, wish, close);
  } catch (error) {
    await close();
    throw error;
  }
}

async function openStageIn(page: Page, wish: StageWish, close: () => Promise<void>): Promise<StagePage> {
  const { timeline, size } = wish;
  const failures = watch(page);
  await page.route('**/*', answer(wish));
  const stage: StagePage = {
    async run(what, input) {
      try {
        // The function is sent as its text, so it sees nothing but what it is given.
        return (await page.evaluate(
          `(${what.toString()})(window.opencommotion, ${JSON.stringify(input ?? null)})`,
        )) as never;
      } catch (error) {
        const said = [...failures.splice(0), error instanceof Error ? error.message : String(error)];
        // Where in the built page it happened helps nobody who exports.
        const why = [...new Set(said.map((text) => text.split('\n')[0]))].join('; ');
        throw new ExportFault('export/not-drawn', `The scene can't be drawn: ${why}`, CURE, { cause: error });
      }
    },
    close,
  };
  await page.goto(`${ORIGIN}/render.html`);
  await page.waitForFunction(() => window.opencommotion !== undefined);
  const options = { mode: timeline.mode, ...size };
  await stage.run((render, [json, how]) => render.prepare(json, how), [timeline, options] as const);
  return stage;
}

const CURE = 'Try a smaller size; if that fails too, it is a fault of ours: please report it with the script.';
