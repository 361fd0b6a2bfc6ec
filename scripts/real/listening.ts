/**
 * How well a voice listens: 20 lines are spoken by Debian's flite (`apt-get install flite`), two voices, and given to the
 * plugin as the host would. `node scripts/real/listening.ts [plugin] [options as JSON]`; the plugin is pocketsphinx if none is named.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { decodeWav, LISTENING_RATE, type Voice, type VoicePlugin } from '../../plugins/contract/index.ts';
import { readManifest } from '../../plugins/kit/manifest.ts';
import { withStarted } from '../../plugins/kit/workbench.ts';
import { wordErrors, wordsOf } from './word-error-rate.ts';

const SPEAKERS = ['slt', 'rms'];
const LINES = [
  'The cow jumps over the moon.',
  'Show me how the water cycle works.',
  'A red train drives across the bridge.',
  'Draw a castle on a hill at night.',
  'The sun goes down behind the mountains.',
  'Let it snow in the forest.',
  'Make the fish swim faster.',
  'Three birds fly from the left to the right.',
  'Why is the sky blue?',
  'The little boat sails along the river.',
  'Explain how a volcano is made.',
  'A dog and a cat play in the garden.',
  'Move the camera closer to the tree.',
  'Write the word hello in big letters.',
  'The wind blows the leaves away.',
  'Now change the color of the car to green.',
  'My grandmother tells a story by the fire.',
  'The rocket starts and flies to the stars.',
  'Please repeat the last scene.',
  'Rain falls on the roof of the old house.',
];

const pluginSchema = z.object({
  default: z.custom<VoicePlugin>((value) => typeof value === 'object' && value !== null),
});
const run = promisify(execFile);
const [name = 'pocketsphinx', options = '{}'] = process.argv.slice(2);
const folder = new URL(`../../plugins/voice/${name}/`, import.meta.url);
const plugin = pluginSchema.parse(await import(new URL('index.ts', folder).href)).default;
const manifest = await readManifest(new URL('manifest.json', folder), 'voice');
await withStarted(plugin, manifest, z.record(z.string(), z.unknown()).parse(JSON.parse(options)), hearAll);

async function hearAll(voice: Voice): Promise<void> {
  const probe = await voice.probe(AbortSignal.timeout(10_000));
  console.log(`voice/${name}: ${probe.detail}`);
  if (!probe.ready || voice.transcribe === null) throw new Error(`voice/${name} can not listen.`);
  const recordings = await mkdtemp(join(tmpdir(), 'opencommotion-listening-'));
  try {
    for (const speaker of SPEAKERS) await hearSpeaker(speaker, recordings, voice.transcribe);
  } finally {
    await rm(recordings, { recursive: true, force: true });
  }
}

async function hearSpeaker(speaker: string, recordings: string, transcribe: NonNullable<Voice['transcribe']>) {
  let errors = 0;
  let words = 0;
  let right = 0;
  let spent = 0;
  let audioMs = 0;
  console.log(`\n${speaker}`);
  for (const line of LINES) {
    const file = join(recordings, `${speaker}.wav`);
    await run('flite', ['-voice', speaker, '-t', line, file], { timeout: 20_000 });
    const audio = new Uint8Array(await readFile(file));
    const wav = decodeWav(audio);
    if (typeof wav === 'string' || wav.sample_rate !== LISTENING_RATE)
      throw new Error(`flite -voice ${speaker} does not speak at ${LISTENING_RATE} Hz.`);
    const before = performance.now();
    const heard = await transcribe({ audio, hint: null }, AbortSignal.timeout(120_000));
    spent += performance.now() - before;
    audioMs += wav.duration_ms;
    const said = wordsOf(line);
    const wrong = wordErrors(said, wordsOf(heard.text));
    errors += wrong;
    words += said.length;
    if (wrong === 0) right += 1;
    console.log(`  ${String(wrong).padStart(2)} wrong of ${String(said.length).padStart(2)} | ${line} | ${heard.text}`);
  }
  const percent = ((errors / words) * 100).toFixed(1);
  const speed = (spent / audioMs).toFixed(2);
  console.log(
    `  word error rate ${percent} % (${errors} of ${words} words), ${right} of ${LINES.length} lines without fault`,
  );
  console.log(`  ${speed} s of work for each second of speech`);
}
