import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createHost, type Host } from '../host/create-host.ts';
import { launchChromium } from '../scripts/chromium.ts';
import { buildStudio } from './open-studio.ts';

const KEY = 'a-key-of-this-test';

let browser: Browser;
let host: Host;
let address: string;
const folders: string[] = [];

beforeAll(async () => {
  vi.stubEnv('OPENCOMMOTION_AUTH_MODE', 'api-key');
  vi.stubEnv('OPENCOMMOTION_API_KEYS', KEY);
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
  address = `${await host.app.listen({ host: '127.0.0.1', port: 0 })}/`;
  browser = await launchChromium();
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await browser?.close();
  await host?.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

describe('a host that wants a key', () => {
  it('is given one by the person, after which voice and events work; no address ever carries it', async () => {
    const page = await browser.newPage({ viewport: { width: 1024, height: 580 } });
    const urls: string[] = [];
    page.on('request', (request) => urls.push(request.url()));
    page.on('websocket', (socket) => urls.push(socket.url()));
    await page.addInitScript(() => localStorage.setItem('opencommotion.quality', '0'));
    await page.goto(address);
    const dialog = page.getByRole('dialog', { name: 'This host wants an API key' });
    await dialog.waitFor();
    expect(await page.locator('oc-events summary').textContent()).not.toContain('live');
    await dialog.getByLabel('API key', { exact: true }).fill(KEY);
    await dialog.getByRole('button', { name: 'Use this key' }).click();
    await page.locator('oc-transport .badge', { hasText: 'metronome' }).waitFor();
    await page.locator('oc-events summary', { hasText: 'live' }).waitFor();
    expect(await dialog.isVisible()).toBe(false);
    expect(urls.some((url) => url.includes('ticket='))).toBe(true);
    expect(urls.filter((url) => url.includes(KEY))).toEqual([]);
    await page.close();
  });
});
