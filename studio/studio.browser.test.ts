import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compile, type Mode, type Timeline } from '../dsl/index.ts';
import { createHost, type Host } from '../host/create-host.ts';
import { launchChromium } from '../scripts/chromium.ts';
import type { OcApp } from './elements/oc-app.ts';
import type { OcEditor } from './elements/oc-editor.ts';
import { buildStudio, type OpenStudio, openStudio } from './open-studio.ts';

let browser: Browser;
let host: Host;
let address: string;
let studio: OpenStudio;
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
  address = `${await host.app.listen({ host: '127.0.0.1', port: 0 })}/`;
  browser = await launchChromium();
  studio = await openStudio(browser, address);
});

afterAll(async () => {
  await browser?.close();
  await host?.close();
  await Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true })));
});

interface Shown {
  readonly hash: string;
  readonly mode: Mode;
  readonly at_ms: number;
  readonly playing: boolean;
  readonly drawn: Mode | null;
  readonly diagnostics: number;
}

const shown = (page: Page): Promise<Shown> =>
  page.evaluate(() => {
    const { player, stage, scene } = document.querySelector<OcApp>('oc-app')?.studio ?? {};
    return {
      hash: player?.timeline.value?.hash ?? '',
      mode: player?.timeline.value?.mode ?? '2d',
      at_ms: player?.position.value ?? -1,
      playing: player?.playing.value ?? false,
      drawn: stage?.frame?.mode ?? null,
      diagnostics: scene?.diagnostics.value.length ?? -1,
    };
  });

const scenarioA = (): Promise<string> => readFile(new URL('../scenarios/a-cow-moon.scene', import.meta.url), 'utf8');

const textsSchema = z.record(z.string(), z.string());
const examplesSchema = z.object({ examples: z.array(z.object({ name: z.string() })) });
const exampleSchema = z.object({ script: z.string(), files: textsSchema.default({}) });
const librarySchema = z.object({ prefabs: textsSchema });

describe('the studio in a browser', () => {
  it('opens with the first picture of scenario A, silent until somebody plays it', async () => {
    const { page } = studio;
    expect(await shown(page)).toMatchObject({ mode: '2d', drawn: '2d', at_ms: 0, playing: false, diagnostics: 0 });
    await page.getByRole('button', { name: 'Play the scene' }).waitFor();
  });

  it('names a voice that only stands in', async () => {
    const badge = studio.page.locator('oc-transport .badge.warn');
    expect(await badge.textContent()).toContain('stand-in: metronome');
  });

  it('switches between 2D and 3D at the same time', async () => {
    const { page } = studio;
    await page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.player.seek(1500));
    for (const mode of ['3d', '2d'] as const) {
      await page.getByRole('radio', { name: mode.toUpperCase() }).click();
      await page.waitForFunction(
        (wanted) => document.querySelector<OcApp>('oc-app')?.studio.stage.frame?.mode === wanted,
        mode,
      );
      expect(await shown(page)).toMatchObject({ mode, at_ms: 1500 });
    }
  });

  it('fills the stage at whatever resolution it can afford', async () => {
    const shares = await studio.page.evaluate(() =>
      [160, 320].map((width) => {
        const app = document.querySelector<OcApp>('oc-app');
        app?.studio.stage.resize(width, width / 2);
        const canvas = app?.stageBox.querySelector('canvas');
        return (canvas?.clientWidth ?? 0) / (app?.stageBox.clientWidth ?? 1);
      }),
    );
    expect(shares).toEqual([1, 1]);
  });

  it('shows a mistake at its place, keeps playing the last good picture, and takes the cure', async () => {
    const { page } = studio;
    const { hash } = await shown(page);
    const script = await scenarioA();
    const mistyped = script.indexOf('is moon') + 'is moon'.length;
    const row = script.slice(0, mistyped).split('\n').length;
    await page.evaluate((offset) => {
      const app = document.querySelector('oc-app')?.shadowRoot;
      app?.querySelector<OcEditor>('oc-editor')?.goTo(offset);
    }, mistyped);
    await page.keyboard.type('n');
    await page.locator('oc-problems .place').first().waitFor();
    expect(await page.locator('oc-problems .at').first().textContent()).toBe(`${row}:17`);
    expect(await page.locator('.cm-lintRange-error').first().textContent()).toBe('moonn');
    await page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.play());
    await page.waitForFunction(
      () => (document.querySelector<OcApp>('oc-app')?.studio.player.position.value ?? 0) > 1700,
    );
    expect(await shown(page)).toMatchObject({ hash, playing: true });
    await page.keyboard.press('Escape');
    await page.locator('oc-problems .cure').first().click();
    await page.waitForFunction(
      () => document.querySelector<OcApp>('oc-app')?.studio.scene.diagnostics.value.length === 0,
    );
    expect(await page.locator('.cm-content').textContent()).toContain('actor moon is moon at');
    await page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.player.pause());
  });

  it('leads from a thing on the stage to its line', async () => {
    const { page } = studio;
    await page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.player.seek(1));
    await page.waitForFunction(() => document.querySelector<OcApp>('oc-app')?.studio.stage.frame?.at_ms === 1);
    const place = await page.evaluate(() => {
      const { stage, player } = document.querySelector<OcApp>('oc-app')?.studio ?? {};
      const cow = stage?.frame?.entities.find(({ id }) => id === 'cow')?.bounds;
      const size = player?.timeline.value?.stage;
      return cow && size
        ? { x: (cow.x + cow.width / 2) / size.width, y: (cow.y + cow.height / 2) / size.height }
        : null;
    });
    const box = await page.locator('oc-stage .box').boundingBox();
    if (place === null || box === null) throw new Error('There is no cow on the stage.');
    await page.mouse.click(box.x + place.x * box.width, box.y + place.y * box.height);
    await page.waitForFunction(
      () =>
        document.querySelector('oc-app')?.shadowRoot?.querySelector('oc-editor')?.shadowRoot?.activeElement !== null,
    );
    const active = page.locator('.cm-activeLine');
    expect(await active.textContent()).toContain('actor cow');
  });

  it('answers keys, but not while somebody types', async () => {
    const { page } = studio;
    await page.keyboard.press('o');
    expect(
      await page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.player.marks.value.out_ms),
    ).toBeNull();
    await page.keyboard.press('Control+z');
    await page.locator('oc-captions').click();
    await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement instanceof HTMLElement) activeElement.blur();
      document.querySelector<OcApp>('oc-app')?.studio.player.seek(1000);
    });
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('o');
    expect(await shown(page)).toMatchObject({ at_ms: 1100 });
    expect(await page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.player.marks.value.out_ms)).toBe(
      1100,
    );
  });

  it('plays by the space bar after a control was clicked', async () => {
    const { page } = studio;
    await page.getByRole('radio', { name: '2D' }).click();
    await page.keyboard.press('Space');
    await page.waitForFunction(() => document.querySelector<OcApp>('oc-app')?.studio.player.playing.value);
    await page.keyboard.press('Space');
    expect(await shown(page)).toMatchObject({ playing: false });
  });

  it('plays the answer to a prompt, and changes that scene with the next', async () => {
    const { page } = studio;
    const prompt = page.getByRole('textbox', { name: /Describe a scene/ });
    await prompt.fill('A rocket flies over a house at night');
    await prompt.press('Enter');
    await page.waitForFunction(() => {
      const { turns, player } = document.querySelector<OcApp>('oc-app')?.studio ?? {};
      return turns?.state.value.kind === 'done' && player?.playing.value;
    });
    expect(await page.locator('.cm-content').textContent()).toContain('rocket');
    const first = await page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.turns.scene.value);
    await prompt.fill('Add a star');
    await prompt.press('Enter');
    await page.waitForFunction(
      (revision) => (document.querySelector<OcApp>('oc-app')?.studio.turns.scene.value?.revision ?? 0) > revision,
      first?.revision ?? 0,
    );
    const second = await page.evaluate(() => document.querySelector<OcApp>('oc-app')?.studio.turns.scene.value);
    expect(second?.scene_id).toBe(first?.scene_id);
  });

  it('plays the turns of agents when it is asked to follow them', async () => {
    const { page } = studio;
    await page.getByRole('checkbox', { name: 'follow agents' }).check();
    await fetch(new URL('v2/orchestrate', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session_id: 'an-agent', prompt: 'A boat on the sea' }),
    });
    await page.waitForFunction(() =>
      document.querySelector<OcApp>('oc-app')?.studio.scene.script.value.text.includes('boat'),
    );
    expect(await page.locator('oc-events .latest').textContent()).toContain('an-agent');
  });

  it('compiles every example to the same bytes as Node, in both readings, whatever the language of the browser', async () => {
    const url = studio.requests.find((each) => each.includes('compile-worker'));
    if (url === undefined) throw new Error('The compile worker was not fetched.');
    const context = await browser.newContext({ locale: 'ar-EG', timezoneId: 'Asia/Kathmandu' });
    try {
      const page = await context.newPage();
      await page.goto(new URL('openapi.json', address).href);
      const read = async (path: string): Promise<unknown> => (await fetch(new URL(path, address))).json();
      const { examples } = examplesSchema.parse(await read('v2/examples'));
      const { prefabs } = librarySchema.parse(await read('v2/library'));
      expect(examples.length).toBeGreaterThan(10);
      for (const { name } of examples) {
        const { script, files } = exampleSchema.parse(await read(`v2/examples/${name}`));
        for (const mode of ['2d', '3d'] as const) {
          const surroundings = { prefabs, files };
          const compiled = await page.evaluate(
            ([worker, request]) =>
              new Promise<Timeline>((resolve, reject) => {
                const compiler = new Worker(worker, { type: 'module' });
                compiler.onmessage = ({ data }) => resolve(data.outcome.timeline);
                compiler.onerror = ({ message }) => reject(new Error(message));
                compiler.postMessage(request);
              }),
            [url, { id: 1, text: script, mode, alignment: null, surroundings }] as const,
          );
          const here = compile(script, { mode, alignment: null, surroundings }).value;
          expect(JSON.stringify(compiled), `${name} ${mode}`).toBe(JSON.stringify(here));
        }
      }
    } finally {
      await context.close();
    }
  });

  it('asks nobody but its own host for anything, and nothing goes wrong', () => {
    const { requests, troubles } = studio;
    const origins = new Set(requests.filter((url) => !/^(?:data|blob):/.test(url)).map((url) => new URL(url).origin));
    expect([...origins]).toEqual([new URL(address).origin]);
    expect(troubles).toEqual([]);
  });
});
