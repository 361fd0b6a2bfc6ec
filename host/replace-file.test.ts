import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceFile } from './replace-file.ts';

describe('replacing a file', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opencommotion-replace-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each([[false], [true]])('puts the whole new one in the place of the old one (durable: %s)', async (durable) => {
    const path = join(folder, `a-${durable}.txt`);
    await writeFile(path, 'the one before, which is longer');
    await replaceFile(path, 'new', { durable });
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('leaves nothing of a try that failed', async () => {
    const taken = join(folder, 'taken');
    await mkdir(join(taken, 'by a folder'), { recursive: true });
    await expect(replaceFile(taken, 'new')).rejects.toMatchObject({ code: expect.any(String) });
    expect((await readdir(folder)).filter((name) => name.includes('taken'))).toEqual(['taken']);
  });

  it('is always one of them to whoever reads meanwhile', async () => {
    const path = join(folder, 'busy.txt');
    const versions = ['a', 'b'].map((letter) => letter.repeat(200_000));
    await replaceFile(path, versions[0] ?? '');
    const writing = Promise.all(Array.from({ length: 20 }, (_, at) => replaceFile(path, versions[at % 2] ?? '')));
    for (let read = 0; read < 40; read += 1) expect(versions).toContain(await readFile(path, 'utf8'));
    await writing;
  });
});
