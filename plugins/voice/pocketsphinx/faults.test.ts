import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeWav, LISTENING_RATE, type Transcript, type Voice } from '../../contract/index.ts';
import { installStandIn } from './fixtures/stand-in-program.ts';
import pocketsphinx from './index.ts';

const SECOND = encodeWav(new Int16Array(LISTENING_RATE), LISTENING_RATE);
const CALM = new AbortController().signal;
const UTTERANCE = '{"b":0.0,"d":1.6,"p":1.0,"t":"hello","w":[{"b":0.5,"d":0.25,"p":0.9,"t":"hello"}]}';
let folder = '';
const voices: Voice[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opencommotion-pocketsphinx-'));
});
afterEach(async () => {
  await Promise.all(voices.splice(0).map((voice) => voice.stop()));
  await rm(folder, { recursive: true, force: true });
});

/** The plugin, with a program in place of PocketSphinx that runs `script`. */
async function voiceWith(script: string, options = {}, name = 'pocketsphinx'): Promise<Voice> {
  const binary = await installStandIn(folder, name, script);
  const context = { options: { binary, ...options }, dataDir: join(folder, 'data'), log: () => undefined };
  const voice = await pocketsphinx.start({ ...context, environment: { PATH: '' } });
  voices.push(voice);
  return voice;
}
const hear = (voice: Voice, signal = CALM): Promise<Transcript | undefined> =>
  Promise.resolve(voice.transcribe?.({ audio: SECOND, hint: null }, signal));
const lives = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
/** The number in the file that a stand-in wrote, as soon as it has written it. */
const writtenPid = (name: string): Promise<number> =>
  vi.waitFor(async () => {
    const pid = Number(await readFile(join(folder, name), 'utf8'));
    expect(pid).toBeGreaterThan(0);
    return pid;
  });

describe('voice/pocketsphinx with a stand-in program', () => {
  it('asks version 5 in its way, with the recording padded by 0.3 s, and takes the file away afterwards', async () => {
    const voice = await voiceWith(
      `fs.writeFileSync(${JSON.stringify(join(folder, 'seen'))}, JSON.stringify([args, fs.readFileSync(file).length, process.env]));
       console.log('${UTTERANCE}');`,
    );
    expect(await hear(voice)).toEqual({
      text: 'hello',
      words: [{ offset: 0, length: 5, start_ms: 200, end_ms: 450 }],
      engine: 'PocketSphinx 5',
      real: true,
      warnings: [],
    });
    const [args, bytes, environment] = JSON.parse(await readFile(join(folder, 'seen'), 'utf8'));
    const model = join(folder, 'share/pocketsphinx/model/en-us');
    expect(args.slice(0, 7)).toEqual([
      '-hmm',
      join(model, 'en-us'),
      '-lm',
      join(model, 'en-us.lm.bin'),
      '-dict',
      join(model, 'cmudict-en-us.dict'),
      'single',
    ]);
    expect(bytes).toBe(44 + 1.6 * LISTENING_RATE * 2);
    expect(environment).toEqual({});
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  });

  it('says so when nothing was understood', async () => {
    const voice = await voiceWith('', {}, 'pocketsphinx_continuous');
    expect(await hear(voice)).toMatchObject({
      text: '',
      engine: 'PocketSphinx',
      warnings: [{ code: 'voice.pocketsphinx/nothing-heard' }],
    });
  });

  it.each([
    [
      'exits with 1',
      'console.error("INFO: feat.c\\nERROR: \\"acmod.c\\", line 78: no mdef\\nINFO: over"); process.exitCode = 1;',
      { code: 'engine-failed', message: /ended with exit code 1: ERROR: "acmod.c", line 78: no mdef/ },
    ],
    [
      'crashes',
      'process.kill(process.pid, "SIGSEGV");',
      { code: 'engine-failed', message: /was ended by SIGSEGV: it gave no reason/ },
    ],
    ['babbles', 'console.log("hello?");', { code: 'answer-garbled', message: /"hello\?/ }],
    [
      'answers by half',
      `process.stdout.write('${UTTERANCE.slice(0, 40)}');`,
      { code: 'answer-garbled', message: /not known/ },
    ],
    [
      'never stops talking',
      'const line = "la ".repeat(20_000); const talk = () => process.stdout.write(line, talk); talk();',
      { code: 'answer-too-long', message: /more than 4194304 bytes/ },
    ],
  ])('fails with a reason when it %s, and leaves no file behind', async (_what, script, { code, message }) => {
    const voice = await voiceWith(script);
    await expect(hear(voice)).rejects.toMatchObject({
      name: 'PluginFailure',
      code,
      message: expect.stringMatching(message),
    });
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  });

  it('ends what hangs, and what that has started', async () => {
    // A process that was killed may still have a number where nobody asks for its end; its connections are closed.
    const ended = Promise.withResolvers<void>();
    const alive = createServer((line) => line.resume().on('close', ended.resolve)).listen(join(folder, 'alive'));
    const hang = `require("node:net").connect(${JSON.stringify(join(folder, 'alive'))})`;
    const voice = await voiceWith(
      `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(hang)}], { stdio: "inherit" });
       fs.writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid));
       setInterval(() => {}, 1000);`,
    );
    const connected = once(alive, 'connection');
    const control = new AbortController();
    const failure = expect(hear(voice, control.signal)).rejects.toMatchObject({ code: 'aborted' });
    await connected;
    control.abort();
    await failure;
    await ended.promise;
    const pid = await writtenPid('pid');
    await vi.waitUntil(() => !lives(pid));
    alive.close();
  });

  it('does not wait longer than the time-out', async () => {
    const voice = await voiceWith('setInterval(() => {}, 1000);', { timeout_ms: 300 });
    await expect(hear(voice)).rejects.toMatchObject({ code: 'engine-timeout' });
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  });

  it.each(['its caller gives up', 'the plugin is stopped'])('ends what hangs when %s', async (why) => {
    const voice = await voiceWith(
      `fs.writeFileSync(${JSON.stringify(join(folder, 'pid'))}, String(process.pid)); setInterval(() => {}, 1000);`,
    );
    const control = new AbortController();
    const failure = expect(hear(voice, control.signal)).rejects.toMatchObject({ code: 'aborted' });
    const pid = await writtenPid('pid');
    if (why === 'the plugin is stopped') await voice.stop();
    else control.abort();
    await failure;
    await vi.waitUntil(() => !lives(pid));
    expect(await readdir(join(folder, 'data'))).toEqual([]);
  });

  it('listens to no more at once than it may, and lets those go who do not want to wait', async () => {
    const voice = await voiceWith(
      `const lock = ${JSON.stringify(join(folder, 'lock'))};
       fs.mkdirSync(lock);
       setTimeout(() => { fs.rmdirSync(lock); console.log('${UTTERANCE}'); }, 50);`,
      { at_once: 1 },
    );
    const control = new AbortController();
    const first = hear(voice);
    const impatient = expect(hear(voice, control.signal)).rejects.toMatchObject({ code: 'aborted' });
    const others = [hear(voice), hear(voice)];
    control.abort();
    await impatient;
    for (const heard of await Promise.all([first, ...others])) expect(heard?.text).toBe('hello');
  });

  it('is not ready without the program or a part of the model, and says what to do', async () => {
    const noProgram = await voiceWith('', { binary: join(folder, 'nothing') });
    expect(await noProgram.probe(CALM)).toMatchObject({
      ready: false,
      detail: expect.stringMatching(/apt-get install/),
    });
    await expect(hear(noProgram)).rejects.toMatchObject({ code: 'no-engine' });
    const noModel = await voiceWith('', { hmm: join(folder, 'nothing') });
    expect(await noModel.probe(CALM)).toMatchObject({
      ready: false,
      detail: expect.stringMatching(/no acoustic model \(hmm\) at .*nothing/),
    });
    const folderAsProgram = await voiceWith('', { binary: folder });
    expect(await folderAsProgram.probe(CALM)).toMatchObject({ ready: false });
    expect(await (await voiceWith('')).probe(CALM)).toMatchObject({ ready: true });
  });

  it('fails with a reason when the file is no program', async () => {
    const voice = await voiceWith('');
    await writeFile(join(folder, 'bin/pocketsphinx'), '#!/no/such/interpreter\n');
    await expect(hear(voice)).rejects.toMatchObject({ code: 'engine-missing' });
  });

  it('refuses audio that is not as the contract says', async () => {
    const voice = await voiceWith('');
    const fast = encodeWav(new Int16Array(100), 44_100);
    await expect(voice.transcribe?.({ audio: fast, hint: null }, CALM)).rejects.toMatchObject({
      code: 'audio-invalid',
      message: expect.stringMatching(/44100 Hz/),
    });
  });
});
