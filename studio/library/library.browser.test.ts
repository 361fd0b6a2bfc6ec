import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const open = async (): Promise<void> => {
  await page.getByRole('button', { name: 'Library' }).click();
  await page.locator('oc-library dialog[open]').waitFor();
};
const close = (): Promise<void> => page.locator('oc-library').getByRole('button', { name: 'Close' }).click();
const titles = (): Promise<string[]> => page.locator('oc-library .title').allInnerTexts();
const script = (): Promise<string | null> => page.locator('.cm-content').textContent();
const prompt = async (text: string): Promise<void> => {
  await page.locator('#prompt').fill(text);
  await page.locator('#prompt').press('Enter');
};
const save = async (title: string, tags = ''): Promise<void> => {
  await page.getByRole('textbox', { name: 'Title' }).fill(title);
  await page.getByRole('textbox', { name: 'Tags' }).fill(tags);
  await page.getByRole('button', { name: 'Save this scene' }).click();
  await expect.poll(titles, { timeout: 30_000 }).toContain(title);
};

describe('the library', () => {
  it('keeps the scene on the stage, with a picture of it', async () => {
    await prompt('two red fish swim in the sea');
    await expect.poll(script, { timeout: 30_000 }).toContain('is fish');
    await open();
    expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toBe('two red fish swim in the sea');
    await save('Red fish', 'sea, calm');
    const picture = page.locator('oc-library img').first();
    await expect
      .poll(() => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)))
      .toBe(480);
    expect(await page.locator('oc-library .tags .badge').allInnerTexts()).toEqual(['sea', 'calm']);
    await close();
  });

  it('finds it by what it is about, in other words', async () => {
    await page.getByRole('button', { name: 'New scene' }).click();
    await prompt('a rocket flies to the moon');
    await expect.poll(script, { timeout: 30_000 }).toContain('is rocket');
    await open();
    await save('To the moon');
    await page.getByRole('searchbox', { name: 'Look for a scene' }).fill('aquarium');
    await expect.poll(async () => (await titles())[0]).toBe('Red fish');
    await page.getByRole('searchbox', { name: 'Look for a scene' }).fill('');
    await expect.poll(titles).toEqual(['To the moon', 'Red fish']);
  });

  it('keeps what is pinned on top', async () => {
    await page.getByRole('button', { name: 'Pin Red fish' }).click();
    await expect.poll(titles).toEqual(['Red fish', 'To the moon']);
  });

  it('puts a scene on the stage again, where the next prompt changes it', async () => {
    await page.getByRole('button', { name: 'Play Red fish' }).click();
    await page.locator('oc-library dialog[open]').waitFor({ state: 'hidden' });
    await expect.poll(script).toContain('#ff0000');
    await prompt('make the fish green');
    await expect.poll(script, { timeout: 30_000 }).toContain('#008000');
    await expect
      .poll(() => page.locator('oc-prompt .said').textContent(), { timeout: 30_000 })
      .toBe('Made the fish green.');
  });

  it('carries a scene elsewhere as a file, and takes it in', async () => {
    await open();
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export To the moon' }).click();
    const file = await downloading;
    expect(file.suggestedFilename()).toBe('to-the-moon.zip');
    const bytes = await readFile(await file.path());
    const field = page.locator('oc-library #file');
    await field.setInputFiles({ name: 'to-the-moon.zip', mimeType: 'application/zip', buffer: bytes });
    await expect.poll(titles).toEqual(['Red fish', 'To the moon', 'To the moon']);
    await field.setInputFiles({ name: 'no.zip', mimeType: 'application/zip', buffer: Buffer.from('no zip') });
    await expect
      .poll(() => page.locator('oc-library').getByRole('status').textContent())
      .toContain('bundle_unreadable');
  });

  it('puts away what is archived, and brings it back', async () => {
    await page.getByRole('button', { name: 'Archive Red fish' }).click();
    await expect.poll(titles).toEqual(['To the moon', 'To the moon']);
    await page.getByRole('button', { name: 'Archived', exact: true }).click();
    await expect.poll(titles).toEqual(['Red fish']);
    await page.getByRole('button', { name: 'Bring back Red fish' }).click();
    await expect.poll(titles).toEqual([]);
    await page.getByRole('button', { name: 'Archived', exact: true }).click();
    await expect.poll(titles).toEqual(['Red fish', 'To the moon', 'To the moon']);
  });
});
