import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost, type Host } from '../host/create-host.ts';
import { launchChromium } from '../scripts/chromium.ts';
import type { OcApp } from './elements/oc-app.ts';
import { buildStudio, type OpenStudio, openStudio } from './open-studio.ts';

const GREEN =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4" fill="#18a058"/></svg>';
const SCRIPT =
  'scene "Mine" {\n  environment studio\n  image mine from "pictures/mine.svg" at (640, 360) width 400\n}\n';

let browser: Browser;
let host: Host;
let studio: OpenStudio;
const folders: string[] = [];

beforeAll(async () => {
  const studioDir = await buildStudio();
  const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-data-'));
  folders.push(studioDir, dataDir);
  const voice = { tts: 'metronome', stt: 'auto', requireReal: false } as const;
  host = await createHost({
    studioDir,
    dataDir,
    npmPlugins: null,
    runtime: { id: 'memory' },
    voice,
    logLevel: 'silent',
  });
  browser = await launchChromium();
  studio = await openStudio(browser, `${await host.app.listen({ host: '127.0.0.1', port: 0 })}/`);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

const play = (page: Page, script: string): Promise<void> =>
  page.evaluate(async (text) => document.querySelector<OcApp>('oc-app')?.studio.scene.replace(text), script);

/** Lets a file with this text fall onto the page. */
const drop = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    ([file, content]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], file));
      document.body.dispatchEvent(
        new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, composed: true }),
      );
    },
    [name, text] as const,
  );

/** Waits until the middle of the stage is green. */
const turnsGreen = (page: Page) =>
  page.waitForFunction(() => {
    const canvas = document.querySelector<OcApp>('oc-app')?.stageBox.querySelector('canvas');
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (!canvas || !context) return false;
    context.drawImage(canvas, -Math.round(canvas.width / 2), -Math.round(canvas.height / 2));
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return Math.abs(red - 0x18) < 8 && Math.abs(green - 0xa0) < 8 && Math.abs(blue - 0x58) < 8;
  });

describe('images and models in the studio', () => {
  it('come from the host for an example', async () => {
    const { page, requests } = studio;
    await play(page, await readFile(new URL('../scenarios/postcard.scene', import.meta.url), 'utf8'));
    await expect
      .poll(() => requests.filter((url) => url.includes('/v2/files/')).map((url) => new URL(url).pathname))
      .toEqual(expect.arrayContaining(['/v2/files/media/postcard.svg', '/v2/files/media/paper-plane.glb']));
  });

  it('can be dropped onto the page, after the scene has missed them too', async () => {
    const { page } = studio;
    await play(page, SCRIPT);
    await drop(page, 'mine.svg', GREEN);
    await page.getByText('“mine.svg”: at hand').waitFor();
    await turnsGreen(page);
    expect(await page.locator('.cm-content').textContent()).not.toContain('rect');
  });

  it('are told by their bytes: others are refused with a sentence', async () => {
    await drop(studio.page, 'words.png', 'only words');
    await studio.page.getByText('“words.png” is neither an image').waitFor();
  });
});
