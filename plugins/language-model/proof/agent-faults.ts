import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { analyse } from '../../../dsl/index.ts';
import type { Provider, ProviderPlugin, ProviderProbe } from '../../contract/index.ts';

/** How one plugin is tried with a stand-in for its program. */
export interface TriedAgent {
  readonly plugin: ProviderPlugin;
  /** Path of the stand-in. */
  readonly program: string;
  readonly binVariable: string;
  /** Codes by what the stand-in is told to do. */
  readonly failures: Readonly<Record<string, string>>;
}

/** What every provider must do that runs a program for its answers, whatever the program does. */
export function describeAgentFaults({ binVariable, failures, plugin, program }: TriedAgent): void {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'opencommotion-agent-'));
  });
  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  const start = (bin: string, options: object = {}): Promise<Provider> =>
    plugin.start({
      options: { ...options },
      dataDir,
      log: () => undefined,
      environment: { [binVariable]: bin, PATH: dirname(process.execPath), HOME: dataDir },
    });
  const compose = async (provider: Provider, prompt: string, signal = new AbortController().signal) => {
    const scripts: string[] = [];
    let usage: unknown = null;
    for await (const piece of provider.compose({ prompt, currentScript: null, failed: null, seed: 7 }, signal))
      if (piece.type === 'script') scripts.push(piece.text);
      else usage = piece.usage;
    return { script: scripts.join(''), usage };
  };
  const probe = async (bin: string): Promise<ProviderProbe> => (await start(bin)).probe(new AbortController().signal);

  it('answers with the script and what it cost', async () => {
    const { script, usage } = await compose(await start(program), 'a ball');
    expect(analyse(script).diagnostics).toEqual([]);
    expect(usage).toMatchObject({ input_tokens: 11, output_tokens: 7, requests: 1 });
  });

  it.each(Object.entries(failures))('of which the program "%s" fails as %s', async (mode, code) => {
    const options = mode === 'stuck' ? { timeout_ms: 1_000 } : {};
    await expect(compose(await start(program, options), `MODE:${mode}`)).rejects.toMatchObject({
      name: 'PluginFailure',
      code,
    });
  });

  it('is given up in the middle, though its program will not hear of it', async () => {
    const control = new AbortController();
    const composing = compose(await start(program), 'MODE:stuck', control.signal);
    setTimeout(() => control.abort(), 100);
    await expect(composing).rejects.toMatchObject({ code: 'aborted' });
  });

  it('is given up when the plugin is stopped', async () => {
    const provider = await start(program);
    const composing = compose(provider, 'MODE:stuck');
    await provider.stop();
    await expect(composing).rejects.toMatchObject({ name: 'PluginFailure' });
  });

  describe('a probe', () => {
    it('tells the version', async () => {
      expect(await probe(program)).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+/) });
    });

    it.each([
      ['is not there', async () => '/nowhere/at-all'],
      ['may not be run', async () => file('plain.txt', 'text', 0o644)],
      ['is another', async () => file('other', '#!/bin/sh\necho hello\n', 0o755)],
    ])('says so where the program %s', async (_what, make) => {
      const found = await probe(await make());
      expect(found).toMatchObject({ ready: false, version: null });
      expect(found.detail).toMatch(/\w{3}.*\./);
    });
  });

  const file = async (name: string, text: string, mode: number): Promise<string> => {
    const path = join(dataDir, name);
    await writeFile(path, text, { mode });
    return path;
  };
}
