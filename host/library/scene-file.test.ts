import { mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

/** As much of a PNG as its type is told by. */
const PNG = Buffer.from('\x89PNG\r\n\x1a\n and so on', 'latin1');
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>';

describe('GET /v2/files/*', () => {
  let folder: string;
  let host: TestHost;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opencommotion-files-'));
    const scenes = join(folder, 'scenes');
    await mkdir(join(scenes, 'media'), { recursive: true });
    await mkdir(join(scenes, 'folder.png'));
    await writeFile(join(folder, 'secret.png'), PNG);
    await writeFile(join(scenes, 'photo.png'), PNG);
    await writeFile(join(scenes, 'media', 'lies.jpg'), PNG);
    await writeFile(join(scenes, 'media', 'card.svg'), SVG);
    await writeFile(join(scenes, 'media', 'toy.bin'), Buffer.from([1, 2, 3]));
    await writeFile(join(scenes, 'words.png'), 'only words');
    await writeFile(join(scenes, 'a.scene'), 'scene "A" {}');
    await writeFile(join(scenes, '.hidden.png'), PNG);
    await writeFile(join(scenes, 'vast.png'), PNG);
    await truncate(join(scenes, 'vast.png'), 33 * 1024 * 1024);
    await symlink(join(folder, 'secret.png'), join(scenes, 'linked.png'));
    host = await testHost({ scenariosDir: scenes });
  });
  afterAll(async () => {
    await host?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it.each([
    ['photo.png', 'image/png'],
    ['media/lies.jpg', 'image/png'],
    ['media/card.svg', 'image/svg+xml'],
    ['media/toy.bin', 'application/octet-stream'],
  ])('gives %s as %s, which its bytes say it is', async (path, type) => {
    const answer = await host.app.inject({ url: `/v2/files/${path}` });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain(type);
    expect(answer.headers['content-security-policy']).toContain('sandbox');
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  });

  it.each([
    ['gone.png', 404, 'scene_file_not_found'],
    ['folder.png', 404, 'scene_file_not_found'],
    ['linked.png', 403, 'scene_file_outside'],
    ['..%2fsecret.png', 403, 'scene_file_outside'],
    ['media/..%2f..%2fsecret.png', 403, 'scene_file_outside'],
    ['..%5csecret.png', 403, 'scene_file_outside'],
    ['.hidden.png', 403, 'scene_file_outside'],
    ['%2fetc%2fpasswd', 403, 'scene_file_outside'],
    ['a.scene', 415, 'scene_file_wrong_type'],
    ['words.png', 415, 'scene_file_wrong_type'],
    ['vast.png', 413, 'scene_file_too_large'],
  ])('refuses %s with %i %s', async (path, status, error) => {
    const answer = await host.app.inject({ url: `/v2/files/${path}` });
    expect([answer.statusCode, answer.json().detail.error]).toEqual([status, error]);
  });
});
