import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost, type Host } from '../../host/create-host.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import type { OcApp } from '../elements/oc-app.ts';
import type { OcEditor } from '../elements/oc-editor.ts';
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
  const address = await host.app.listen({ host: '127.0.0.1', port: 0 });
  browser = await launchChromium();
  ({ page } = await openStudio(browser, `${address}/`));
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

const script = (): Promise<string> =>
  page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.scene.script.value.text ?? '');

/** Waits until the script has, or no longer has, a piece of text. */
const written = (piece: string, there = true): Promise<unknown> =>
  page.waitForFunction(
    ([text, has]) => document.querySelector<OcApp>('oc-app')?.studio.scene.script.value.text.includes(text) === has,
    [piece, there] as const,
  );

/** Puts the cursor behind the first place where the script has a piece of text. */
async function stand(behind: string): Promise<void> {
  const offset = (await script()).indexOf(behind) + behind.length;
  await page.evaluate((to) => {
    document.querySelector('oc-app')?.shadowRoot?.querySelector<OcEditor>('oc-editor')?.goTo(to);
  }, offset);
}

describe('the editor', () => {
  it('paints a word by what it is where it stands', async () => {
    await stand('scene');
    const line = page.locator('.cm-line', { hasText: 'actor moon is moon' });
    await line.waitFor();
    expect(await line.locator('.cm-scene-statement').allTextContents()).toEqual(['actor']);
    expect(await line.locator('.cm-scene-kind').allTextContents()).toEqual(['moon']);
    expect(await line.locator('.cm-scene-name').allTextContents()).toEqual(['moon']);
  });

  it('renames a thing everywhere in one step, and says which name it refuses', async () => {
    const before = await script();
    await stand('actor moon');
    await page.keyboard.press('F2');
    const name = page.getByRole('textbox', { name: 'New name of moon' });
    await name.fill('cow');
    await name.press('Enter');
    await page.locator('.cm-rename', { hasText: '“cow” is taken' }).waitFor();
    await name.fill('luna');
    await name.press('Enter');
    await written('actor luna is moon');
    expect(await script()).toContain('emit sparkles from luna');
    await page.keyboard.press('Control+z');
    await written('luna', false);
    expect(await script()).toBe(before);
  });

  it('closes the question without renaming', async () => {
    await stand('actor moon');
    await page.keyboard.press('F2');
    const name = page.getByRole('textbox', { name: 'New name of moon' });
    await name.press('Escape');
    await name.waitFor({ state: 'detached' });
  });

  it('leads from a clicked name to its declaration', async () => {
    await stand('apply silver to moon');
    const call = page.locator('.cm-activeLine .cm-scene-name', { hasText: 'silver' });
    await call.click({ modifiers: ['Control'] });
    await page.locator('.cm-activeLine', { hasText: 'material silver is' }).waitFor();
  });

  it('writes the colour that is chosen on a swatch, which stays where it is', async () => {
    await stand('color #c77dff');
    const swatch = await page.locator('.cm-activeLine .cm-swatch').elementHandle();
    for (const color of ['#112233', '#445566']) {
      await swatch?.fill(color);
      await written(`color ${color}`);
    }
    expect(await swatch?.evaluate((element) => element.isConnected)).toBe(true);
  });

  it('steps the number at the cursor', async () => {
    await stand('over 2.4s');
    await page.keyboard.press('Alt+ArrowUp');
    await written('over 2.5s ease');
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await written('over 2.3s ease');
  });

  it('completes what is begun', async () => {
    await stand('environment night-meadow');
    await page.keyboard.type('\n  emi');
    await page.locator('.cm-tooltip-autocomplete li', { hasText: 'emit' }).waitFor();
  });
});
