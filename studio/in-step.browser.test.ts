import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHost, type Host } from '../host/create-host.ts';
import { launchChromium } from '../scripts/chromium.ts';
import { TAP_SCRIPT } from './audio-tap.ts';
import type { OcApp } from './elements/oc-app.ts';
import { largest, measureSteps, pictureGap, type Step } from './measure-step.ts';
import { buildStudio, openStudio } from './open-studio.ts';

/** The bound that the mission sets: between a word and the ball on it. */
const LIMIT_MS = 40;
/** Real time played before and after the seek. */
const PLAYED_MS = 10_000;

let browser: Browser;
let host: Host;
let address: string;
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
    pluginOptions: { 'voice/metronome': { tick: true } },
    logLevel: 'silent',
  });
  address = `${await host.app.listen({ host: '127.0.0.1', port: 0 })}/`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Runs until that much of the audio clock has passed, as the drawn pictures tell. */
const played = (page: Page, ms: number): Promise<unknown> =>
  page.waitForFunction((length_s) => {
    const drawn = window.tap?.drawn ?? [];
    return (drawn.at(-1)?.drawn_s ?? 0) - (drawn[0]?.drawn_s ?? 0) > length_s;
  }, ms / 1000);

/** What was noted since the last call, measured; the word `first` is the first that is heard in it. */
async function takeSteps(page: Page, first: number) {
  const { clicks, drawn, timeline } = await page.evaluate(() => {
    const timeline = document.querySelector<OcApp>('oc-app')?.studio.player.timeline.value;
    const { clicks = [], drawn = [] } = window.tap ?? {};
    return { clicks: clicks.splice(0), drawn: drawn.splice(0), timeline };
  });
  if (!timeline) throw new Error('The studio shows no scene.');
  return { steps: measureSteps(clicks, drawn, timeline, first), gap_ms: pictureGap(drawn) };
}

function report(when: string, steps: readonly Step[], gap_ms: number): void {
  const most = (values: readonly number[]): string => `${largest(values).toFixed(1)} ms`;
  const touches = steps.flatMap(({ touch_ms }) => touch_ms ?? []);
  process.stdout.write(
    `${when}, ${steps.length} words heard. Largest distances at a word's start: player against sound ${most(steps.map(({ drift_ms }) => drift_ms))}; ` +
      `ball's touch against sound ${most(steps.map(({ ball_ms }) => ball_ms))}; ` +
      `nearest drawn picture of a touch ${most(touches)} (${touches.length} drawn, pictures ${gap_ms.toFixed(0)} ms apart).\n`,
  );
}

describe('scenario A in a real browser, with a voice that clicks at each word', () => {
  it('shows the ball on each word within 40 ms of its sound, over 10 s of looping and over 10 s after a seek', async () => {
    const { page, troubles } = await openStudio(browser, address, TAP_SCRIPT);
    const transport = page.locator('oc-transport');
    await page.evaluate(() => {
      const studio = document.querySelector<OcApp>('oc-app')?.studio;
      if (studio) window.tap?.listen(studio);
    });
    await transport.getByRole('button', { name: 'Loop' }).click();
    await transport.getByRole('button', { name: 'Play' }).click();
    await played(page, PLAYED_MS);
    const before = await takeSteps(page, 0);
    report('10 s from the start', before.steps, before.gap_ms);

    const first = await page.evaluate(() => {
      const player = document.querySelector<OcApp>('oc-app')?.studio.player;
      const words = player?.timeline.value?.words ?? [];
      const [, , third, fourth] = words;
      player?.seek(((third?.start_ms ?? 0) + (fourth?.start_ms ?? 0)) / 2);
      window.tap?.startAgain();
      return fourth === undefined ? 0 : words.indexOf(fourth);
    });
    await played(page, PLAYED_MS);
    const after = await takeSteps(page, first);
    report('10 s after a seek into the line', after.steps, after.gap_ms);

    for (const { steps } of [before, after]) {
      expect(steps.length).toBeGreaterThan(10);
      expect(largest(steps.map(({ drift_ms }) => drift_ms))).toBeLessThan(LIMIT_MS);
      expect(largest(steps.map(({ ball_ms }) => ball_ms))).toBeLessThan(LIMIT_MS);
    }
    const touches = [...before.steps, ...after.steps].flatMap(({ touch_ms }) => touch_ms ?? []);
    expect(touches.length).toBeGreaterThan(0);
    expect(largest(touches)).toBeLessThan(LIMIT_MS + Math.max(before.gap_ms, after.gap_ms));
    expect(troubles).toEqual([]);
    await page.close();
  });
});
