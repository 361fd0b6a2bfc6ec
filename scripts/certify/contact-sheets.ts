/**
 * `npm run sheets -- FOLDER`: contact sheets to look at. Five moments of each certified scene in each reading, and every
 * actor of the language in each reading, drawn by the built studio.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { ACTOR_KINDS, type Mode } from '../../dsl/index.ts';
import { ensureStudio } from '../../host/cli/studio-build.ts';
import { actorScene } from '../../studio/gallery/actor-scene.ts';
import { ensureChromium, launchChromium } from '../chromium.ts';
import { drawShots } from './draw-shots.ts';
import { CERTIFIED_SCENES, MODES, MOMENTS } from './golden-scenes.ts';
import { openShots } from './open-shots.ts';
import { type Raster, readRaster, writeRaster } from './raster.ts';
import { sheetOf } from './sheet.ts';

const PORTRAIT = { width: 240, height: 180 };
const ACTORS_A_ROW = 9;
const STILL_MS = 1200;

async function actorSheet(browser: Browser, studio: string, mode: Mode, environment: string): Promise<Raster> {
  const portraits: Raster[] = [];
  for (const [kind, { animations }] of Object.entries(ACTOR_KINDS)) {
    const { timeline } = actorScene({ kind, mode, environment, animation: animations[0] ?? 'none' });
    const page = await openShots(browser, studio, timeline, PORTRAIT);
    portraits.push(readRaster(await page.draw(STILL_MS)));
    await page.close();
  }
  return sheetOf(portraits, ACTORS_A_ROW);
}

const folder = resolve(process.argv[2] ?? '.cache/sheets');
mkdirSync(folder, { recursive: true });
ensureChromium();
const studio = await ensureStudio((line) => console.log(line));
const browser = await launchChromium();
try {
  for (const mode of MODES) {
    const scenes: Raster[] = [];
    for (const scene of CERTIFIED_SCENES) {
      scenes.push(...(await drawShots(browser, studio, scene, mode)).map(({ raster }) => raster));
    }
    const sheets = {
      [`scenes-${mode}.png`]: sheetOf(scenes, MOMENTS.length),
      [`actors-${mode}.png`]: await actorSheet(browser, studio, mode, 'studio'),
    };
    for (const [name, sheet] of Object.entries(sheets)) {
      writeFileSync(join(folder, name), writeRaster(sheet));
      console.log(`Drew ${join(folder, name)}: ${sheet.width}x${sheet.height}.`);
    }
  }
} finally {
  await browser.close();
}
