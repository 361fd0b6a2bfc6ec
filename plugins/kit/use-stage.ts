import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { openStage, type Stage } from './renderer-stage.ts';

export interface UsedStage {
  readonly stage: Stage;
  readonly page: Page;
}

/**
 * A renderer's stage in a browser for all tests of a `describe`, made before the first and gone after the last. Its
 * parts may be asked for only within tests.
 * @param entry the renderer's module
 */
export function useStage(
  launch: () => Promise<Browser>,
  entry: URL,
  [width, height]: readonly [number, number],
  files: Readonly<Record<string, string>> = {},
): UsedStage {
  let browser: Browser | undefined;
  let stage: Stage | undefined;
  beforeAll(async () => {
    browser = await launch();
    stage = await openStage(browser, entry);
    await stage.create(width, height, files);
  });
  afterAll(async () => {
    await stage?.dispose();
    await browser?.close();
  });
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('The stage is there only within tests.');
    return thing;
  };
  return {
    get stage() {
      return there(stage);
    },
    get page() {
      return there(browser?.contexts()[0]?.pages()[0]);
    },
  };
}
