import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { compile, createSampler, type Frame, type Mode } from '../../dsl/index.ts';
import { surroundingsOf } from '../../host/cli/surroundings.ts';
import { GOLDEN_SIZE, type GoldenShot, shotsOf } from './golden-scenes.ts';
import { openShots } from './open-shots.ts';
import { type Raster, readRaster } from './raster.ts';

export interface DrawnShot extends GoldenShot {
  readonly frame: Frame;
  readonly png: Uint8Array;
  readonly raster: Raster;
}

/** Draws the golden moments of one scene in one reading, as the product draws them: the built studio's render page. */
export async function drawShots(browser: Browser, studio: string, scene: string, mode: Mode): Promise<DrawnShot[]> {
  const path = fileURLToPath(new URL(`../../scenarios/${scene}.scene`, import.meta.url));
  const text = await readFile(path, 'utf8');
  const surroundings = await surroundingsOf(path, text);
  const { value: timeline, diagnostics } = compile(text, { mode, surroundings });
  const [error] = diagnostics.filter(({ severity }) => severity === 'error');
  if (error) throw new Error(`${scene}.scene, line ${error.span.line}: ${error.message}`);
  const sampler = createSampler(timeline);
  const page = await openShots(browser, studio, timeline, GOLDEN_SIZE);
  try {
    const drawn: DrawnShot[] = [];
    for (const shot of shotsOf(scene, mode, timeline.duration_ms)) {
      const png = await page.draw(shot.at_ms);
      drawn.push({ ...shot, frame: sampler.frameAt(shot.at_ms), png, raster: readRaster(png) });
    }
    return drawn;
  } finally {
    await page.close();
  }
}
