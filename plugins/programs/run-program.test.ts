import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findProgram } from './find-program.ts';
import { type ProgramCall, runProgram } from './run-program.ts';
import { createTurnstile } from './turnstile.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opencommotion-programs-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const node = (source: string, more: Partial<ProgramCall> = {}): ProgramCall => ({
  path: process.execPath,
  args: ['-e', source],
  timeoutMs: 10_000,
  mostBytes: 1_000,
  ...more,
});
const never = (): AbortSignal => new AbortController().signal;

/** One that has ended and that its parent has not asked about, is not. */
function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.trim().startsWith('Z');
}

describe('a program', () => {
  it('gets its input, its words and no environment but its own; its output, its last complaints and its code come back', async () => {
    const source = `process.stdin.on('data', (d) => process.stdout.write(d)).on('end', () => {
      process.stdout.write(JSON.stringify([process.env.HOME ?? null, process.env.MINE])); console.error('oh'); process.exitCode = 3; });`;
    const { code, stderr, stdout } = await runProgram(node(source, { input: 'in ', env: { MINE: '1' } }), never());
    expect([code, stdout.toString(), stderr]).toEqual([3, 'in [null,"1"]', 'oh\n']);
  });

  it('that does not read its input is no trouble', async () => {
    const { code } = await runProgram(node('process.exit(0)', { input: 'x'.repeat(1_000_000) }), never());
    expect(code).toBe(0);
  });

  it.each([
    ['is not there', { path: '/nowhere/at-all' }, 'engine-missing'],
    ['does not end', { args: ['-e', 'setInterval(() => {}, 1000)'], timeoutMs: 200 }, 'engine-timeout'],
    ['writes without an end', { args: ['-e', "for (;;) process.stdout.write('x'.repeat(1000))"] }, 'answer-too-long'],
  ])('that %s fails by name', async (_what, more, code) => {
    await expect(runProgram(node('', more), never())).rejects.toMatchObject({ name: 'PluginFailure', code });
  });

  it('that nobody waits for is ended with all that it has started, though it will not hear of it', async () => {
    const pids = join(folder, 'pids');
    const child = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
    const source = `process.on('SIGTERM', () => {});
      const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(child)}], { stdio: 'inherit' });
      require('node:fs').writeFileSync(${JSON.stringify(pids)}, JSON.stringify([process.pid, child.pid])); setInterval(() => {}, 1000)`;
    const control = new AbortController();
    const running = runProgram(node(source, { graceMs: 50 }), control.signal);
    const started = await vi.waitFor(async () => JSON.parse(await readFile(pids, 'utf8')) as number[]);
    control.abort();
    await expect(running).rejects.toMatchObject({ code: 'aborted' });
    await vi.waitFor(() => expect(started.filter(isAlive)).toEqual([]));
  });

  it('that leaves something running behind it is waited for no longer than itself', async () => {
    const source = `const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });
      console.log(child.pid); child.unref(); process.exitCode = 0;`;
    const { stdout } = await runProgram(node(source), never());
    const left = Number(stdout.toString());
    await vi.waitFor(() => expect(isAlive(left)).toBe(false));
  });

  it('gets a moment to tidy up where it is given one', async () => {
    const tidy = join(folder, 'tidy');
    const ready = join(folder, 'ready');
    const source = `const { writeFileSync } = require('node:fs');
      process.on('SIGTERM', () => { writeFileSync(${JSON.stringify(tidy)}, ''); process.exit(0); });
      setInterval(() => {}, 1000); writeFileSync(${JSON.stringify(ready)}, '')`;
    const control = new AbortController();
    const running = runProgram(node(source, { graceMs: 5_000 }), control.signal);
    await vi.waitFor(() => readFile(ready));
    control.abort();
    await expect(running).rejects.toMatchObject({ code: 'aborted' });
    expect(await readFile(tidy, 'utf8')).toBe('');
  });
});

describe('a program by its name', () => {
  it('is looked for along the path, and must be one that may be run', async () => {
    await writeFile(join(folder, 'runs'), '', { mode: 0o755 });
    await writeFile(join(folder, 'text'), '', { mode: 0o644 });
    const path = `/nowhere:${folder}:`;
    expect(await findProgram('runs', path)).toBe(join(folder, 'runs'));
    expect(await findProgram('text', path)).toBeNull();
    expect(await findProgram('absent', path)).toBeNull();
    expect(await findProgram(join(folder, 'runs'), '')).toBe(join(folder, 'runs'));
    expect(await findProgram(folder, '')).toBeNull();
  });
});

describe('a turnstile', () => {
  it('lets so many through at once, the others in the order in which they came', async () => {
    const turnstile = createTurnstile(2);
    const gates = Array.from({ length: 4 }, () => Promise.withResolvers<void>());
    const entered: number[] = [];
    const passing = gates.map(({ promise }, index) =>
      turnstile.pass(async () => {
        entered.push(index);
        await promise;
      }, never()),
    );
    await vi.waitFor(() => expect(entered).toEqual([0, 1]));
    gates[1]?.resolve();
    await vi.waitFor(() => expect(entered).toEqual([0, 1, 2]));
    for (const { resolve } of gates) resolve();
    await Promise.all(passing);
    expect(entered).toEqual([0, 1, 2, 3]);
  });

  it('is left by those who give up waiting', async () => {
    const turnstile = createTurnstile(1);
    const gate = Promise.withResolvers<void>();
    const first = turnstile.pass(() => gate.promise, never());
    const control = new AbortController();
    const second = turnstile.pass(async () => 'never', control.signal);
    control.abort();
    await expect(second).rejects.toMatchObject({ code: 'aborted' });
    gate.resolve();
    await first;
    expect(await turnstile.pass(async () => 'third', never())).toBe('third');
  });
});
