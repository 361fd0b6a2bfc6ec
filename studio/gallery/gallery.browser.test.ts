import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ACTOR_KINDS } from '../../dsl/index.ts';
import { createHost, type Host } from '../../host/create-host.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import { buildStudio, openStudio } from '../open-studio.ts';

let browser: Browser;
let host: Host;
let page: Page;
const folders: string[] = [];

beforeAll(async () => {
  const studioDir = await buildStudio();
  const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-data-'));
  folders.push(studioDir, dataDir);
  host = await createHost({
    studioDir,
    dataDir,
    npmPlugins: null,
    runtime: { id: 'memory' },
    voice: { tts: 'metronome', stt: 'auto', requireReal: false },
    logLevel: 'silent',
  });
  const address = `${await host.app.listen({ host: '127.0.0.1', port: 0 })}/`;
  browser = await launchChromium();
  ({ page } = await openStudio(browser, address));
  await page.locator('.cm-content').waitFor();
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** How many different colours a portrait shows, counted up to 20: an empty canvas has one. */
const colours = (kind: string): Promise<number> =>
  page
    .locator(`canvas[data-kind="${kind}"]`)
    .first()
    .evaluate((canvas) => {
      if (!(canvas instanceof HTMLCanvasElement)) return 0;
      const { width, height } = canvas;
      const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
      const seen = new Set<number>();
      for (let i = 0; i < pixels.length && seen.size < 20; i += 4) {
        seen.add(((pixels[i] ?? 0) << 16) | ((pixels[i + 1] ?? 0) << 8) | (pixels[i + 2] ?? 0));
      }
      return seen.size;
    });

describe('the gallery of actors', () => {
  it('shows a portrait of every kind there is', async () => {
    await page.getByRole('button', { name: 'Actors' }).click();
    await page.locator('oc-gallery dialog[open]').waitFor();
    expect(await page.locator('oc-gallery .card').count()).toBe(Object.keys(ACTOR_KINDS).length);
    await expect.poll(() => colours('cow'), { timeout: 30_000 }).toBe(20);
  });

  it('finds a kind by another word for it', async () => {
    const field = page.getByRole('searchbox', { name: 'Look for an actor' });
    await field.fill('puppy');
    await expect.poll(() => page.locator('oc-gallery .card').allInnerTexts()).toEqual(['dog']);
    await field.fill('');
  });

  it('moves the chosen one, and names its animations and colours', async () => {
    await page.getByRole('button', { name: 'cow', exact: true }).click();
    const aside = page.locator('oc-gallery aside');
    expect(await aside.textContent()).toContain('spots');
    await aside.getByRole('button', { name: 'walk' }).click();
    await expect.poll(() => colours('large'), { timeout: 30_000 }).toBe(20);
  });

  it('adds it to the script under a name that is free', async () => {
    await page.getByRole('button', { name: 'Add to the script' }).click();
    await expect.poll(() => page.locator('.cm-content').textContent()).toContain('actor cow-2 is cow');
  });
});
