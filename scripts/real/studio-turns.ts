/**
 * Turns in the studio by eye and ear: a whole host, a real browser, embedded voices. Each turn is typed into the prompt box
 * and played to its end; the sound is recorded where it leaves the audio graph, cut to the scene's own time, and compared
 * with the words that the scene says are spoken then. Pictures and recordings go into the folder named.
 *
 *     node scripts/real/studio-turns.ts FOLDER
 *
 * Where Debian's PocketSphinx is installed (`apt-get install pocketsphinx pocketsphinx-en-us`) it listens to the recordings
 * too: it knows nothing of the scene, so its words and their times are a second opinion. Where Debian's flite is there as
 * well, it speaks one of the prompts into the browser's microphone.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { z } from 'zod';
import type { Mode, Timeline } from '../../dsl/index.ts';
import { createHost } from '../../host/create-host.ts';
import { decodeWav, encodeWav } from '../../plugins/contract/index.ts';
import type { OcApp } from '../../studio/elements/oc-app.ts';
import { buildStudio } from '../../studio/open-studio.ts';
import { printTable } from '../bench/measure.ts';
import { ensureChromium, launchChromium } from '../chromium.ts';
import { heardAgain, type SaidWord, soundOfWords } from './heard-words.ts';
import { RECORDER_SCRIPT } from './sound-recorder.ts';

interface Turn {
  readonly name: string;
  readonly voice: string;
  readonly mode: Mode;
  readonly prompt: string;
  /** The scene before goes on; otherwise a new one begins. */
  readonly follows: boolean;
  /** Said into the microphone instead of typed. */
  readonly spoken?: boolean;
}

const TURNS: readonly Turn[] = [
  {
    name: '1-scene',
    voice: 'espeak',
    mode: '2d',
    prompt: 'Two red fish swim around a purple octopus, then a crab waves.',
    follows: false,
  },
  {
    name: '2-follow-up',
    voice: 'espeak',
    mode: '2d',
    prompt: 'make the fish green and add two more',
    follows: true,
  },
  {
    name: '3-chart',
    voice: 'flite',
    mode: '2d',
    prompt: 'Show our sales as a bar chart: spring 12, summer 30, autumn 45, winter 80',
    follows: false,
  },
  {
    name: '4-moon',
    voice: 'flite',
    mode: '3d',
    prompt: 'A cow jumps over the moon with sparkles while the lyrics bounce: "The cow jumps over the moon"',
    follows: false,
  },
  {
    name: '5-spoken',
    voice: 'flite',
    mode: '2d',
    prompt: 'Three birds fly from the left to the right.',
    follows: false,
    spoken: true,
  },
];

const takenSchema = z.object({ rate: z.int(), samples: z.string() });
const heardSchema = z.object({
  transcript: z.object({
    text: z.string(),
    real: z.boolean(),
    words: z.array(z.object({ word: z.string(), start_ms: z.number(), end_ms: z.number() })),
  }),
});

/** Shares of a scene's time at which it is looked at. */
const LOOKS = [0.1, 0.35, 0.6, 0.85];
/** A microphone that plays a file, and is allowed. */
const MICROPHONE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
/** What a speaker waits before the button is pressed again. */
const BREATH_MS = 500;
const VIEWPORT = { width: 1280, height: 800 };

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('Name the folder for pictures and recordings.');
const folder = resolve(target);
await mkdir(folder, { recursive: true });
const studioDir = await buildStudio();
ensureChromium();
const spoken = TURNS.find((turn) => turn.spoken)?.prompt ?? '';
const speech = await sayAloud(spoken, join(folder, 'microphone.wav'));
const browser = await launchChromium({
  args: speech === null ? [] : [...MICROPHONE, `--use-file-for-fake-audio-capture=${speech.path}%noloop`],
});
try {
  const rows: string[][] = [];
  for (const voice of new Set(TURNS.map((turn) => turn.voice)))
    rows.push(
      ...(await performAll(
        browser,
        voice,
        TURNS.filter((turn) => turn.voice === voice),
      )),
    );
  printTable([
    ['turn', 'voice', 'mode', 'words sounding', 'loudest', 'in pauses', 'heard again', 'starts apart'],
    ...rows,
  ]);
} finally {
  await browser.close();
  await rm(studioDir, { recursive: true, force: true });
}

/** Plays all turns of one voice, in one page. */
async function performAll(browser: Browser, voice: string, turns: readonly Turn[]): Promise<string[][]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-data-'));
  const host = await createHost({
    studioDir,
    dataDir,
    npmPlugins: null,
    runtime: { id: 'memory' },
    voice: { tts: voice, stt: 'pocketsphinx', requireReal: false },
    logLevel: 'warn',
  });
  try {
    const address = `${await host.app.listen({ host: '127.0.0.1', port: 0 })}/`;
    const page = await browser.newPage({ viewport: VIEWPORT });
    page.on('pageerror', (error) => console.log(`  the page: ${error.message}`));
    await page.addInitScript(RECORDER_SCRIPT);
    await page.goto(address);
    await page.locator('.cm-content').waitFor();
    const rows: string[][] = [];
    for (const turn of turns)
      if (turn.spoken !== true || speech !== null) rows.push(await perform(page, turn, address));
      else console.log(`\n${turn.name} left out: Debian's flite is not installed.`);
    return rows;
  } finally {
    await host.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function perform(page: Page, turn: Turn, address: string): Promise<string[]> {
  const { mode, name, prompt, voice } = turn;
  console.log(`\n${name}, ${voice}, ${mode}: ${prompt}`);
  await page.evaluate((mode) => document.querySelector<OcApp>('oc-app')?.studio.scene.setMode(mode), mode);
  const anew = page.getByRole('button', { name: 'New scene' });
  if (!turn.follows && (await anew.isVisible())) await anew.click();
  await page.evaluate(() => {
    const studio = document.querySelector<OcApp>('oc-app')?.studio;
    if (studio) window.recorder?.begin(studio);
  });
  const field = page.locator('oc-prompt textarea');
  if (turn.spoken) await speakInto(page, name);
  else await field.fill(prompt);
  await field.press('Enter');
  await page.waitForFunction(() => {
    const state = document.querySelector<OcApp>('oc-app')?.studio.turns.state.value.kind;
    return state === 'done' || state === 'failed';
  });
  console.log(
    `  the studio says: ${((await page.locator('oc-prompt .status').textContent()) ?? '').replace(/\s+/g, ' ')}`,
  );
  await page.screenshot({ path: join(folder, `${name}-begins.png`) });
  await page.waitForFunction(
    () => document.querySelector<OcApp>('oc-app')?.studio.player.playing.value === false,
    undefined,
    { timeout: 120_000 },
  );
  const { recording, timeline } = await takeRecording(page);
  await writeFile(join(folder, `${name}.wav`), encodeWav(recording.samples, recording.rate));
  const words = said(timeline);
  for (const look of LOOKS) {
    const at_ms = Math.round(timeline.duration_ms * look);
    await page.evaluate((at_ms) => document.querySelector<OcApp>('oc-app')?.studio.player.seek(at_ms), at_ms);
    await page.waitForFunction(
      (at_ms) => Math.abs((document.querySelector<OcApp>('oc-app')?.studio.stage.frame?.at_ms ?? -1) - at_ms) < 1,
      at_ms,
    );
    await page.screenshot({ path: join(folder, `${name}-${Math.round(look * 100)}.png`) });
  }
  const sound = soundOfWords(recording, words);
  const heard = await listen(address, encodeWav(recording.samples, recording.rate));
  const again = heard === null ? null : heardAgain(words, heard);
  return [
    name,
    voice,
    mode,
    `${sound.sounding} of ${words.length}`,
    `${sound.peak_db.toFixed(1)} dBFS`,
    `${sound.pause_db.toFixed(0)} dBFS`,
    again === null ? 'nobody listened' : `${again.matched} of ${words.length}`,
    again === null || again.matched === 0 ? '–' : `median ${again.median_ms} ms, most ${again.most_ms} ms`,
  ];
}

/** Presses the button, waits until all was said, presses it again; the words that were understood are in the prompt box then. */
async function speakInto(page: Page, name: string): Promise<void> {
  const prompt = page.locator('oc-prompt');
  await prompt.getByRole('button', { name: 'Speak the prompt' }).click();
  const done = prompt.getByRole('button', { name: 'Done speaking' });
  await done.waitFor();
  await wait((speech?.duration_ms ?? 0) / 2);
  await page.screenshot({ path: join(folder, `${name}-listening.png`) });
  await wait((speech?.duration_ms ?? 0) / 2 + BREATH_MS);
  await done.click();
  await prompt.getByRole('button', { name: 'Speak the prompt' }).waitFor({ timeout: 60_000 });
  console.log(`  the prompt box reads: ${await prompt.locator('textarea').inputValue()}`);
}

/** Has Debian's flite say a text into a file; null where it is not installed. */
async function sayAloud(text: string, path: string) {
  try {
    await promisify(execFile)('flite', ['-voice', 'slt', '-t', text, path], { timeout: 20_000 });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
  const wav = decodeWav(await readFile(path));
  if (typeof wav === 'string') throw new Error(`flite wrote no sound: ${wav}`);
  return { path, duration_ms: wav.duration_ms };
}

/** What was heard since the recording began, from the scene's first moment to its last. */
async function takeRecording(page: Page) {
  const timeline = await page.evaluate(
    () => document.querySelector<OcApp>('oc-app')?.studio.player.timeline.value ?? null,
  );
  if (timeline === null) throw new Error('The studio shows no scene.');
  const taken = takenSchema.parse(
    await page.evaluate((duration_ms) => window.recorder?.take(duration_ms) ?? null, timeline.duration_ms),
  );
  const bytes = Buffer.from(taken.samples, 'base64');
  const samples = new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  return { recording: { rate: taken.rate, samples }, timeline };
}

/** What the host's listener makes of a recording; null where only a stand-in listens. */
async function listen(address: string, wav: Uint8Array): Promise<SaidWord[] | null> {
  const form = new FormData();
  form.set('audio', new Blob([Uint8Array.from(wav)]), 'scene.wav');
  const answer = await fetch(new URL('v1/voice/transcribe', address), { method: 'POST', body: form });
  if (!answer.ok) throw new Error(`The host could not listen: ${await answer.text()}`);
  const { real, text, words } = heardSchema.parse(await answer.json()).transcript;
  if (!real) return null;
  console.log(`  the listener hears: ${text}`);
  return words.map(({ end_ms, start_ms, word }) => ({ text: word, start_ms, end_ms }));
}

/** The words of the timeline that are spoken, in order. */
function said({ words }: Timeline): SaidWord[] {
  return words.map(({ end_ms, start_ms, text }) => ({ text, start_ms, end_ms }));
}
