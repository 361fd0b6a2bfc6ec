import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost, type Host } from '../../host/create-host.ts';
import { launchChromium } from '../../scripts/chromium.ts';
import { buildStudio, openStudio } from '../open-studio.ts';

/** A plugin that listens: it hears the same words in every sound that is not silence. */
const EAR = {
  'manifest.json': JSON.stringify({
    id: 'ear',
    kind: 'voice',
    contract: 'voice/1',
    version: '1.0.0',
    entry: './index.mjs',
    summary: 'For a test.',
    license: 'MIT',
    capabilities: ['transcribe'],
  }),
  'index.mjs': `export default {
    contract: 'voice/1',
    start: async () => ({
      probe: async () => ({ ready: true, detail: 'here', version: null }),
      stop: async () => undefined,
      voices: async () => [],
      speak: null,
      transcribe: async ({ audio }) => {
        const loud = audio.subarray(44).some((byte) => byte > 1 && byte < 255);
        return { text: loud ? 'a cow jumps over the moon' : '', engine: 'ear', real: true, warnings: [], words: [] };
      },
    }),
  };`,
};

let browser: Browser;
let studioDir: string;
const hosts: Host[] = [];
const folders: string[] = [];

beforeAll(async () => {
  studioDir = await buildStudio();
  folders.push(studioDir);
  // Chromium's own microphone, which beeps.
  browser = await launchChromium({ args: ['--use-fake-device-for-media-stream'] });
});

afterAll(async () => {
  await browser?.close();
  await Promise.all(hosts.map((host) => host.close()));
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

async function open(stt: string, allowed: boolean) {
  const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-data-'));
  const plugins = await mkdtemp(join(tmpdir(), 'opencommotion-plugins-'));
  await mkdir(join(plugins, 'ear'));
  for (const [name, text] of Object.entries(EAR)) await writeFile(join(plugins, 'ear', name), text);
  folders.push(dataDir, plugins);
  const host = await createHost({
    studioDir,
    dataDir,
    npmPlugins: null,
    pluginPaths: [plugins],
    runtime: { id: 'memory' },
    voice: { tts: 'metronome', stt, requireReal: false },
    logLevel: 'silent',
  });
  hosts.push(host);
  const address = `${await host.app.listen({ host: '127.0.0.1', port: 0 })}/`;
  const studio = await openStudio(browser, address);
  const permissions = allowed ? ['microphone'] : [];
  await studio.page.context().grantPermissions(permissions, { origin: new URL(address).origin });
  const prompt = studio.page.locator('oc-prompt');
  return { ...studio, prompt, speak: prompt.getByRole('button', { name: 'Speak the prompt' }) };
}

describe('a prompt that is spoken', () => {
  it('is recorded, understood by the host, read over in the prompt box, and becomes a scene', async () => {
    const { page, prompt, speak, troubles } = await open('ear', true);
    await speak.click();
    const done = prompt.getByRole('button', { name: 'Done speaking' });
    await done.waitFor();
    const microphone = page.locator('oc-microphone');
    const level = () =>
      microphone.evaluate((element: HTMLElement) => Number(element.style.getPropertyValue('--level')));
    await expect.poll(level, { timeout: 5_000 }).toBeGreaterThan(0.05);
    // Two beeps, a second apart, so that there is something to understand.
    await expect.poll(level, { timeout: 5_000 }).toBeLessThan(0.01);
    await expect.poll(level, { timeout: 5_000 }).toBeGreaterThan(0.05);
    await done.click();
    const field = prompt.locator('textarea');
    await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe('a cow jumps over the moon');
    await field.press('Enter');
    await expect
      .poll(() => prompt.locator('.said').textContent(), { timeout: 10_000 })
      .toMatch(/cow jumps over the moon/i);
    expect(troubles).toEqual([]);
    await page.close();
  });

  it('is forgotten with Escape', async () => {
    const { page, prompt, speak } = await open('ear', true);
    await speak.click();
    await prompt.getByRole('button', { name: 'Done speaking' }).press('Escape');
    await speak.waitFor();
    expect(await prompt.locator('textarea').inputValue()).toBe('');
    await page.close();
  });

  it('is not asked for where nobody would understand it: the studio says what to install', async () => {
    const { page, prompt, speak } = await open('text', true);
    await speak.click();
    await prompt.locator('[role=alert]', { hasText: 'studio/nobody-listens' }).waitFor();
    expect(await prompt.locator('[role=alert]').textContent()).toContain('pocketsphinx');
    await page.close();
  });

  it('says so where the microphone is not allowed', async () => {
    const { page, prompt, speak } = await open('ear', false);
    await speak.click();
    await prompt.locator('[role=alert]', { hasText: 'studio/microphone-denied' }).waitFor();
    await page.close();
  });
});
