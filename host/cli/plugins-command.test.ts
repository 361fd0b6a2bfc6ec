import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from './proof/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-plugins-'));
afterAll(() => rmSync(folder, { recursive: true }));

const env = { OPENCOMMOTION_PLUGINS_PATH: folder, OPENCOMMOTION_DATA_DIR: join(folder, 'data') };

function addPlugin(id: string, manifest: string, entry: string): void {
  mkdirSync(join(folder, id));
  writeFileSync(join(folder, id, 'manifest.json'), manifest);
  writeFileSync(join(folder, id, 'index.mjs'), entry);
}

const manifest = (id: string): string =>
  JSON.stringify({
    id,
    kind: 'voice',
    contract: 'voice/1',
    version: '1.0.0',
    entry: './index.mjs',
    summary: id,
    license: 'MIT',
  });

addPlugin('garbled', '{ "id": ', '');
addPlugin('thrower', manifest('thrower'), "throw new Error('no luck today');");

describe('plugins list', () => {
  it('names the built-in plugins, ready, and why others are not', async () => {
    const { code, stdout } = await runCli(['plugins', 'list', '--json'], { env });
    expect(code).toBe(0);
    const plugins = new Map<string, { state: string; code: string | null; message: string | null }>(
      JSON.parse(stdout).plugins.map((plugin: { name: string }) => [plugin.name, plugin]),
    );
    for (const name of ['provider/heuristic', 'voice/espeak', 'runtime/sqlite', 'renderer/ogl', 'renderer/three']) {
      expect({ name, state: plugins.get(name)?.state }).toEqual({ name, state: 'ready' });
    }
    expect(plugins.get('garbled')).toMatchObject({ state: 'refused', code: 'host/manifest-bad-json' });
    expect(plugins.get('voice/thrower')).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('no luck today'),
    });
  });

  it('tells people the same, one line for each and its reason below', async () => {
    const { code, stdout } = await runCli(['plugins', 'list'], { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^ready +provider\/heuristic/m);
    expect(stdout).toMatch(/^refused +garbled\n +host\/manifest-bad-json: /m);
  });

  it('says which variable is at fault where the configuration is', async () => {
    const { code, stderr } = await runCli(['plugins', 'list'], { env: { ...env, GATEWAY_PORT: 'eighty' } });
    expect(code).toBe(1);
    expect(stderr).toContain('GATEWAY_PORT');
  });
});
