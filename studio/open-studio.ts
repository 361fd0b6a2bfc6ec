/** For browser tests: a freshly built studio, and a page of a browser that shows it. */
import { execFile } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';

const PROJECT = fileURLToPath(new URL('..', import.meta.url));

/** Builds the studio into a folder of its own and names it. The caller removes it. */
export async function buildStudio(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opencommotion-studio-'));
  const { NODE_ENV: _, ...environment } = process.env;
  const vite = join(PROJECT, 'node_modules/vite/bin/vite.js');
  await promisify(execFile)(process.execPath, [vite, 'build', '--outDir', folder, '--logLevel', 'error'], {
    cwd: PROJECT,
    env: environment,
  });
  return folder;
}

export interface OpenStudio {
  readonly page: Page;
  /** Addresses of every request so far. */
  readonly requests: readonly string[];
  /** What went wrong in the page: exceptions and errors on its console. */
  readonly troubles: readonly string[];
}

/** Opens the studio small and coarse, because test machines draw WebGL on the CPU; ready when the voice has spoken. */
export async function openStudio(browser: Browser, address: string, script?: string): Promise<OpenStudio> {
  const page = await browser.newPage({ viewport: { width: 1024, height: 580 } });
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('websocket', (socket) => requests.push(socket.url().replace(/^ws/, 'http')));
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await page.addInitScript(() => localStorage.setItem('opencommotion.quality', '0'));
  if (script !== undefined) await page.addInitScript(script);
  await page.goto(address);
  await page.locator('oc-transport .badge', { hasText: 'metronome' }).waitFor();
  await page.locator('.cm-content').waitFor();
  return { page, requests, troubles };
}
