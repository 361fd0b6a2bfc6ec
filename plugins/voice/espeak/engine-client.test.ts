import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { PluginFailure } from '../../contract/index.ts';
import { createEngineClient, type EngineClient } from './engine-client.ts';

const STUBBORN = new URL('./fixtures/stubborn-process.ts', import.meta.url);
const CALM = new AbortController().signal;
const clients: EngineClient[] = [];

const client = (patience = { timeoutMs: 15_000, graceMs: 50 }): EngineClient => {
  const made = createEngineClient(STUBBORN, patience);
  clients.push(made);
  return made;
};
const speak = (text: string) => ({ ask: 'speak', text, voice: 'v', words_per_minute: 160, pitch: 50 }) as const;
const pidOf = async (engine: EngineClient): Promise<string> => {
  const answer = await engine.ask({ ask: 'voices' }, CALM);
  return answer.answer === 'voices' ? (answer.voices[0] ?? '') : '';
};
const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'no failure',
    (error: unknown) => (error instanceof PluginFailure ? error.code : error),
  );
const lives = (pid: string): boolean => {
  try {
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
};

afterEach(async () => {
  await Promise.all(clients.splice(0).map((one) => one.stop()));
});

describe('the process of the voice engine', () => {
  it('is kept from line to line', async () => {
    const engine = client();
    expect(await pidOf(engine)).toBe(await pidOf(engine));
    expect(engine.pid()).not.toBeNull();
  });

  it('fails the line it dies in, with its last words, and is started anew for the next', async () => {
    const engine = client();
    const before = await pidOf(engine);
    await expect(engine.ask(speak('die'), CALM)).rejects.toThrow(
      /ended in the middle of a line \(exit code 3: out of breath\)/,
    );
    expect(await codeOf(engine.ask(speak('die'), CALM))).toBe('engine-died');
    const after = await pidOf(engine);
    expect(Number(after)).toBeGreaterThan(0);
    expect(after).not.toBe(before);
  });

  it('is killed when it takes too long', async () => {
    const engine = client({ timeoutMs: 700, graceMs: 50 });
    const before = await pidOf(engine);
    expect(await codeOf(engine.ask(speak('hang'), CALM))).toBe('engine-timeout');
    await vi.waitUntil(() => !lives(before));
    expect(await pidOf(engine)).not.toBe(before);
  });

  it('is killed when it hangs and nobody waits any more, and the next line does not wait for the time-out', async () => {
    const engine = client();
    const before = await pidOf(engine);
    const control = new AbortController();
    const hanging = codeOf(engine.ask(speak('hang'), control.signal));
    const next = pidOf(engine);
    // Once round the event loop, and the line has been sent.
    await new Promise(setImmediate);
    control.abort();
    expect(await hanging).toBe('aborted');
    expect(await next).not.toBe(before);
    expect(lives(before)).toBe(false);
  });

  it('does not start a line that was given up while it waited', async () => {
    const engine = client();
    const control = new AbortController();
    const first = pidOf(engine);
    const second = codeOf(engine.ask(speak('die'), control.signal));
    control.abort();
    expect(await second).toBe('aborted');
    expect(await pidOf(engine)).toBe(await first);
  });

  it('is not believed when it answers in the wrong form', async () => {
    expect(await codeOf(client().ask(speak('babble'), CALM))).toBe('engine-failed');
  });

  it('ends with stop, and stays ended', async () => {
    const engine = client();
    const pid = await pidOf(engine);
    await engine.stop();
    expect(lives(pid)).toBe(false);
    expect(await codeOf(engine.ask({ ask: 'voices' }, CALM))).toBe('stopped');
  });

  it('does not keep the host alive while it is idle', async () => {
    const script = `
      import { createEngineClient } from ${JSON.stringify(new URL('./engine-client.ts', import.meta.url).href)};
      const engine = createEngineClient(new URL(${JSON.stringify(STUBBORN.href)}), { timeoutMs: 15000, graceMs: 50 });
      const answer = await engine.ask({ ask: 'voices' }, new AbortController().signal);
      process.stdout.write(answer.voices[0]);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
      timeout: 15_000,
    });
    expect(stdout).toMatch(/^\d+$/);
    await vi.waitUntil(() => !lives(stdout), { timeout: 5000 });
  });
});
