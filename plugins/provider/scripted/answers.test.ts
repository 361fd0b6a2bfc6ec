import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import scripted from './index.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opencommotion-scripted-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const start = async (name: string, content: string) => {
  const file = join(folder, name);
  await writeFile(file, content);
  return scripted.start({ options: { file }, dataDir: folder, environment: {}, log: () => undefined });
};

describe('provider/scripted with a file', () => {
  it('answers its prompts, and warns of others', async () => {
    const provider = await start('good.json', JSON.stringify({ ' a cow ': 'scene "C" { }\n' }));
    const ask = async (prompt: string) => {
      const pieces = [];
      const request = { prompt, currentScript: null, failed: null, seed: 1 };
      for await (const piece of provider.compose(request, new AbortController().signal)) pieces.push(piece);
      return pieces;
    };
    expect(await ask('a cow')).toEqual([
      { type: 'script', text: 'scene "C" { }\n' },
      { type: 'done', summary: 'An answer from a file.', warnings: [] },
    ]);
    expect((await ask('a dog')).at(-1)).toMatchObject({ warnings: [{ code: 'provider.scripted/unknown-prompt' }] });
  });

  it.each([
    ['not.json', '{ "a": ', 'file-invalid'],
    ['list.json', '["a"]', 'file-invalid'],
    ['numbers.json', '{ "a": 1 }', 'file-invalid'],
  ])('refuses %s', async (name, content, code) => {
    await expect(start(name, content)).rejects.toMatchObject({ code, message: expect.stringContaining(name) });
  });

  it('says which file it can not read', async () => {
    const options = { file: join(folder, 'missing.json') };
    await expect(
      scripted.start({ options, dataDir: folder, environment: {}, log: () => undefined }),
    ).rejects.toMatchObject({ code: 'file-unreadable', cure: expect.any(String) });
  });
});
