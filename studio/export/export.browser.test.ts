import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
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
    runtime: { id: 'memory' },
    voice: { tts: 'metronome', stt: 'auto', requireReal: false },
    logLevel: 'silent',
  });
  const address = `${await host.app.listen({ host: '127.0.0.1', port: 0 })}/`;
  browser = await launchChromium();
  ({ page } = await openStudio(browser, address));
  await page.getByRole('button', { name: 'Export', exact: true }).waitFor();
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Chooses, exports, and gives the file that the browser was handed. */
async function exported(format: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const panel = page.locator('oc-export #export');
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  await panel.getByLabel('Format').selectOption(format);
  if (await panel.getByLabel('Size').isVisible()) await panel.getByLabel('Size').selectOption('16:9, 640 × 360');
  const download = page.waitForEvent('download', { timeout: 100_000 });
  await panel.getByRole('button', { name: 'Export' }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

describe('the export of the studio', () => {
  it('writes a film of what lies between the marks, with sound', async () => {
    await page.keyboard.press('Home');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('i');
    for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('o');
    const { name, bytes } = await exported('webm');
    expect(name).toMatch(/^[\p{L}\p{N}-]+\.webm$/u);
    const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(bytes) });
    const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
    expect([await video?.getDisplayWidth(), await video?.getDisplayHeight()]).toEqual([640, 360]);
    expect(await audio?.getCodec()).toBe('opus');
    expect(await input.computeDuration()).toBeCloseTo(0.5, 1);
  });

  it('writes captions and a still', async () => {
    const { bytes: captions } = await exported('vtt');
    expect(captions.toString()).toContain('WEBVTT');
    const { bytes: still } = await exported('png');
    expect(still.subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('can be stopped, and then offers to begin again', async () => {
    for (const key of ['End', 'o', 'Home', 'i']) await page.keyboard.press(key);
    const panel = page.locator('oc-export #export');
    await panel.getByLabel('Format').selectOption('webm');
    await panel.getByLabel('Size').selectOption('16:9, 1920 × 1080');
    await panel.getByRole('button', { name: 'Export' }).click();
    await panel.getByRole('button', { name: 'Stop' }).click();
    await panel.getByRole('button', { name: 'Export' }).waitFor();
    expect(await panel.getByRole('alert').count()).toBe(0);
  });
});
