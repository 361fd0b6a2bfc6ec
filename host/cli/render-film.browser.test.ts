import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './proof/run-cli.ts';
import { COW } from './proof/scenes.ts';

const PROGRAM = fileURLToPath(new URL('./opencommotion.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'cli-film-'));
afterAll(() => rmSync(folder, { recursive: true }));

const path = (name: string): string => join(folder, name);
const render = (out: string, ...words: string[]) =>
  runCli(['render', COW, '--mode', '2d', '--size', '160x90', '-o', path(out), ...words]);

async function look(file: string) {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(readFileSync(path(file))) });
  const [video, audio] = [await input.getPrimaryVideoTrack(), await input.getPrimaryAudioTrack()];
  if (!video) throw new Error(`${file} has no pictures`);
  const pictures: Uint8Array[] = [];
  for await (const packet of new EncodedPacketSink(video).packets()) pictures.push(packet.data);
  return {
    seconds: await input.computeDuration(),
    size: [await video.getDisplayWidth(), await video.getDisplayHeight()],
    video: await video.getCodec(),
    audio: audio ? await audio.getCodec() : null,
    pictures,
  };
}

describe('a film', () => {
  it.each([
    ['film.mp4', 'avc', 'opus'],
    ['film.webm', 'vp9', 'opus'],
  ])('%s has every frame, its size, and the voice', async (file, codec, sound) => {
    const { code, stderr } = await render(file, '--fps', '10', '--to', '2s');
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining('20 frames') });
    const { seconds, size, video, audio, pictures } = await look(file);
    expect({ size, video, frames: pictures.length }).toEqual({ size: [160, 90], video: codec, frames: 20 });
    expect([sound, 'aac']).toContain(audio);
    expect(seconds).toBeCloseTo(2, 1);
    expect(readdirSync(folder).filter((name) => name.includes('.parts'))).toEqual([]);
  });

  it('shows the same frames each time', async () => {
    for (const file of ['one.webm', 'two.webm']) await render(file, '--fps', '10', '--to', '1s', '--no-sound');
    const [one, two] = [await look('one.webm'), await look('two.webm')];
    expect(one.audio).toBeNull();
    expect(one.pictures.map((data) => Buffer.from(data).toString('base64'))).toEqual(
      two.pictures.map((data) => Buffer.from(data).toString('base64')),
    );
  });

  it('goes on where a killed one stopped, and comes out the same', async () => {
    const words = ['--fps', '30', '--to', '5s', '--no-sound'];
    await render('whole.webm', ...words);
    const killed = spawn(
      process.execPath,
      [PROGRAM, 'render', COW, '--mode', '2d', '--size', '160x90', '-o', path('again.webm'), ...words],
      { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
    );
    const parts = path('.again.webm.parts');
    const kept = (): string[] =>
      existsSync(parts)
        ? readdirSync(parts, { recursive: true })
            .map(String)
            .filter((name) => /segment-\d+$/.test(name))
        : [];
    await expect.poll(() => kept().length, { timeout: 60_000, interval: 20 }).toBeGreaterThan(0);
    const closed = new Promise((done) => killed.once('close', done));
    // The browser is in the same group, and has to go as it would in a power cut.
    process.kill(-(killed.pid ?? 0), 'SIGKILL');
    await closed;
    expect(existsSync(path('again.webm'))).toBe(false);
    const { code } = await render('again.webm', ...words);
    expect(code).toBe(0);
    const [whole, again] = [await look('whole.webm'), await look('again.webm')];
    expect(again.pictures.length).toBe(150);
    expect(Buffer.concat(again.pictures).equals(Buffer.concat(whole.pictures))).toBe(true);
    expect(existsSync(parts)).toBe(false);
  });

  it('as a GIF moves', async () => {
    const { code } = await render('film.gif', '--fps', '5', '--from', '1s', '--to', '2s');
    expect(code).toBe(0);
    const bytes = readFileSync(path('film.gif'));
    expect(bytes.subarray(0, 6).toString('latin1')).toBe('GIF89a');
    expect([bytes.readUInt16LE(6), bytes.readUInt16LE(8)]).toEqual([160, 90]);
  });

  it('as single frames is one file each', async () => {
    const { code } = await render('frame-%02d.png', '--fps', '4', '--to', '1s');
    expect(code).toBe(0);
    expect(readdirSync(folder).filter((name) => /^frame-\d\d\.png$/.test(name))).toHaveLength(4);
  });
});

describe('a film that cannot be', () => {
  const silent = path('empty.scene');
  writeFileSync(silent, 'scene "Nothing" {\n  actor a is cow at center\n}\n');

  it.each([
    [['--size', '161x90'], 'film-odd.mp4', 'export/odd-size', 1],
    [['--from', '99s'], 'film-late.mp4', 'export/empty-span', 1],
    [['--fps', '0'], 'film-still.mp4', 'from 1 to 120', 2],
    [['--size', '16000x16000'], 'film-large.mp4', '8192', 2],
    [[], 'film.avi', '.mp4', 2],
    [['--ffmpeg'], 'film.webm', '--ffmpeg', 2],
    [[], join('no-such-folder', 'x.vtt'), 'cli/not-written', 1],
  ])('%j to %s says why', async (words, out, reason, exit) => {
    const { code, stderr } = await runCli(['render', COW, '--mode', '2d', '-o', path(out), ...words]);
    expect({ code, stderr }).toEqual({ code: exit, stderr: expect.stringContaining(reason) });
    expect(existsSync(path(out)) && out !== 'film.webm').toBe(false);
  });
});
