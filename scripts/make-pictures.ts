/** Draws the pictures of the README with the product itself: `node scripts/make-pictures.ts`, which takes a minute. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { compile, type Mode, type Timeline } from '../dsl/index.ts';
import { ensureStudio } from '../host/cli/studio-build.ts';
import { createHost } from '../host/create-host.ts';
import { drawStill } from '../host/exports/draw-still.ts';
import { launchChromium } from './chromium.ts';
import { readmeScene } from './readme-scene.ts';

const IMAGES = join(resolve(import.meta.dirname, '..'), 'docs', 'images');
const STUDIO_SIZE = { width: 1440, height: 900 };
const STILL_SIZE = { width: 960, height: 540 };
/** The moments that the pictures show, in the middle of the jump. */
const STUDIO_AT_MS = 2100;
const STILL_SHARE = 0.55;

function read(script: string, mode: Mode): Timeline {
  const { value, diagnostics } = compile(script, { mode });
  const [error] = diagnostics.filter(({ severity }) => severity === 'error');
  if (error) throw new Error(`line ${error.span.line}: ${error.message}`);
  return value;
}

/** Moves the studio to a time as a person would, by the arrow keys. */
async function seek(page: Page, ms: number): Promise<void> {
  await page.keyboard.press('Home');
  for (let left = ms; left >= 1000; left -= 1000) await page.keyboard.press('Shift+ArrowRight');
  for (let left = ms % 1000; left >= 100; left -= 100) await page.keyboard.press('ArrowRight');
}

async function pictureOfStudio(path: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'pictures-'));
  const host = await createHost({ dataDir });
  const browser = await launchChromium();
  try {
    const address = await host.app.listen({ host: '127.0.0.1', port: 0 });
    const page = await browser.newPage({ viewport: STUDIO_SIZE, colorScheme: 'dark' });
    await page.goto(address);
    await page.locator('canvas').first().waitFor();
    await page.locator('.cm-content').first().waitFor();
    await page.keyboard.press('d');
    await page.getByText('eSpeak NG').first().waitFor();
    // Played once and paused, the studio takes its big invitation to play off the picture.
    await page.keyboard.press('k');
    await page.getByRole('button', { name: /pause/i }).first().click();
    await page.waitForLoadState('networkidle');
    await seek(page, STUDIO_AT_MS);
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    await page.screenshot({ path, animations: 'disabled' });
  } finally {
    await browser.close();
    await host.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const studio = await ensureStudio((line) => console.log(line));
mkdirSync(IMAGES, { recursive: true });
const timeline = read(readmeScene(), '3d');
const { png } = await drawStill(
  { studio, timeline, size: STILL_SIZE, folder: '.' },
  Math.round(timeline.duration_ms * STILL_SHARE),
);
writeFileSync(join(IMAGES, 'ten-lines.png'), png);
await pictureOfStudio(join(IMAGES, 'studio.png'));
console.log(`Drew docs/images/ten-lines.png and docs/images/studio.png.`);
