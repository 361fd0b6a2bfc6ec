import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import type { Timeline } from '../../dsl/index.ts';
import { memoryShelf, openStage, type Size } from '../../host/exports/stage-page.ts';

const SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url));

export interface Shots {
  /** The PNG of one moment. */
  draw(ms: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** The studio's render page with one timeline, drawn as an export draws it. */
export async function openShots(browser: Browser, studio: string, timeline: Timeline, size: Size): Promise<Shots> {
  const shelf = memoryShelf();
  const stage = await openStage({ studio, timeline, size, folder: SCENARIOS, shelf }, browser);
  return {
    async draw(ms) {
      await stage.run((page, at) => page.still(at, 'image/png', 'shot'), ms);
      const png = await shelf.get('shot');
      if (!png) throw new Error(`Nothing was drawn at ${ms} ms.`);
      return png;
    },
    close: () => stage.close(),
  };
}
