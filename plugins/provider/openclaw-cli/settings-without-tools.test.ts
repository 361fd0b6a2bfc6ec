import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProgramResult } from '../../programs/index.ts';
import { judgeOpenclaw } from './model-status.ts';
import { leadTo, writeSettings } from './settings-without-tools.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'opencommotion-openclaw-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

describe('the settings that OpenClaw is given', () => {
  const written = async (folder: string): Promise<unknown> =>
    JSON.parse(await readFile(join(folder, 'openclaw.json'), 'utf8'));

  it('take every tool away, where a person has none of their own', async () => {
    const folder = join(home, 'one');
    await writeSettings(folder, { HOME: home });
    expect(await written(folder)).toEqual({ tools: { deny: ['*'] } });
  });

  it('include those of a person, which stay as they are', async () => {
    const folder = join(home, 'two');
    const own = join(home, '.openclaw/openclaw.json');
    await mkdir(join(home, '.openclaw'));
    await writeFile(own, '{ tools: { allow: ["exec"] } }');
    await Promise.all([1, 2, 3].map(() => writeSettings(folder, { HOME: home })));
    expect(await written(folder)).toEqual({ $include: [own], tools: { deny: ['*'] } });
    expect(await readdir(folder)).toEqual(['openclaw.json']);
    expect(await readFile(own, 'utf8')).toBe('{ tools: { allow: ["exec"] } }');
  });

  it.each([
    [{ HOME: '/h' }, '/h/.openclaw'],
    [{ HOME: '/h', OPENCLAW_HOME: '/o' }, '/o/.openclaw'],
    [{ HOME: '/h', OPENCLAW_STATE_DIR: '/s' }, '/s'],
    [{ HOME: '/h', OPENCLAW_STATE_DIR: '/s', OPENCLAW_CONFIG_PATH: '/c/mine.json' }, '/c'],
    [{ HOME: '/h', OPENCLAW_INCLUDE_ROOTS: '/r' }, '/r:/h/.openclaw'],
  ])('are found by it, and it may include what lies beside its own: %o', (environment, roots) => {
    expect(leadTo('/data/settings', environment)).toMatchObject({
      OPENCLAW_CONFIG_PATH: '/data/settings/openclaw.json',
      OPENCLAW_INCLUDE_ROOTS: roots,
      OPENCLAW_NO_RESPAWN: '1',
      HOME: '/h',
    });
  });
});

describe('what OpenClaw says of its model', () => {
  const judge = (said: string, more: Partial<ProgramResult> = {}, chosen: string | null = null) =>
    judgeOpenclaw('2026.9.6', chosen, async (args) => {
      expect(args).toEqual(['models', 'status', '--json']);
      return { code: 0, signal: null, stdout: Buffer.from(said), stderr: '', ...more };
    });

  it('is its model', async () => {
    const status = { resolvedDefault: 'local/m', auth: { missingProvidersInUse: [] } };
    expect(await judge(JSON.stringify(status))).toMatchObject({ ready: true, configured: true, model: 'local/m' });
  });

  it('is that it has no account, unless another model was chosen', async () => {
    const status = JSON.stringify({ resolvedDefault: 'openai/m', auth: { missingProvidersInUse: ['openai'] } });
    expect(await judge(status)).toMatchObject({
      ready: false,
      configured: false,
      detail: expect.stringMatching(/no account for openai/),
    });
    expect(await judge(status, {}, 'local/m')).toMatchObject({ ready: true, model: 'local/m' });
  });

  it.each([
    [
      'that its settings are no JSON5',
      '{ "ok": false }',
      { code: 1, stderr: '\nFailed to read config: JSON5\n' },
      /Failed to read config: JSON5/,
    ],
    ['nothing', '', {}, /gave no reason/],
    ['something else', '[1]', {}, /doctor/],
  ])('is %s', async (_what, said, more, detail) => {
    expect(await judge(said, more)).toMatchObject({
      ready: false,
      configured: false,
      detail: expect.stringMatching(detail),
    });
  });
});
