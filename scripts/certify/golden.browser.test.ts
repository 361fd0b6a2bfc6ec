import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureStudio } from '../../host/cli/studio-build.ts';
import { launchChromium } from '../chromium.ts';
import { compare } from './compare.ts';
import { drawShots } from './draw-shots.ts';
import { drawnBy } from './drawn-by.ts';
import { CERTIFIED_SCENES, MODES } from './golden-scenes.ts';
import { goldenOf, readIndex } from './golden-store.ts';
import { blankFault, clippedFault, frozenFault } from './picture-rules.ts';
import { hashOf, type Raster } from './raster.ts';

const CASES = CERTIFIED_SCENES.flatMap((scene) => MODES.map((mode) => ({ scene, mode })));

describe('the certified pictures', () => {
  let browser: Browser;
  let studio: string;

  beforeAll(async () => {
    studio = await ensureStudio(() => undefined);
    browser = await launchChromium();
  });
  afterAll(async () => {
    await browser?.close();
  });

  it.each(CASES)('$scene in $mode looks as it was accepted', async ({ scene, mode }) => {
    const index = readIndex();
    const shots = await drawShots(browser, studio, scene, mode);
    let before: Raster | null = null;
    for (const { name, raster, frame } of shots) {
      if (index.pictures[name] !== hashOf(raster)) {
        const golden = goldenOf(name);
        if (!golden) throw new Error(`${name} was never accepted. Look at it, then: npm run certify -- --accept`);
        const { alike, differing, cast } = compare(golden, raster);
        const by = `accepted with ${index.drawn_by}, drawn by ${await drawnBy(browser)}`;
        expect(alike, `${name}: ${differing} of it differs, cast ${cast}; ${by}. See: npm run certify`).toBe(true);
      }
      expect(blankFault(raster)).toBeNull();
      expect(clippedFault(frame)).toBeNull();
      if (before) expect(frozenFault(before, raster)).toBeNull();
      before = raster;
    }
  });
});
