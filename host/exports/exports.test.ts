import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

const SCRIPT =
  'scene "Spoken" {\n  actor star is moon at (400, 300)\n  say line "The cow jumps over the moon" at 0.5s\n}\n';

const post = (host: TestHost, payload: object) =>
  host.app.inject({ method: 'POST', url: '/v2/exports', payload: { script: SCRIPT, ...payload } });

async function ended(host: TestHost, id: string) {
  const state = async () => (await host.app.inject({ url: `/v2/exports/${id}` })).json();
  await expect.poll(async () => (await state()).state, { timeout: 15_000 }).toMatch(/done|failed/);
  return state();
}

describe('an export over the API', () => {
  it('of captions is begun, done, fetched and removed', async () => {
    await using host = await testHost();
    const begun = await post(host, { format: 'vtt' });
    expect(begun.statusCode).toBe(202);
    const { export_id } = begun.json();
    const done = await ended(host, export_id);
    expect(done).toMatchObject({ state: 'done', file_url: `/v2/exports/${export_id}/file`, error: null });
    const file = await host.app.inject({ url: done.file_url });
    expect(file.headers['content-type']).toContain('text/vtt');
    expect(file.headers['content-disposition']).toContain('film.vtt');
    expect(file.body).toContain('WEBVTT');
    expect(file.body).toContain('cow');
    expect((await host.app.inject({ url: '/v2/exports' })).json().exports).toHaveLength(1);
    expect((await host.app.inject({ method: 'DELETE', url: `/v2/exports/${export_id}` })).json()).toEqual({ ok: true });
    expect((await host.app.inject({ url: done.file_url })).statusCode).toBe(404);
  });

  it('of a script with errors fails with its line', async () => {
    await using host = await testHost();
    const { export_id } = (
      await post(host, { script: 'scene "S" {\n  actor a is nothing at center\n}\n', format: 'srt' })
    ).json();
    const failed = await ended(host, export_id);
    expect(failed).toMatchObject({ state: 'failed', file_url: null, error: { code: 'export/script-errors' } });
    expect(failed.error.message).toContain('Line 2');
    const file = await host.app.inject({ url: `/v2/exports/${export_id}/file` });
    expect([file.statusCode, file.json().detail]).toMatchObject([409, { error: 'export_not_ready', state: 'failed' }]);
  });

  it('of nothing between from and to fails with the cure', async () => {
    await using host = await testHost();
    const { export_id } = (await post(host, { format: 'srt', from_ms: 90_000 })).json();
    expect(await ended(host, export_id)).toMatchObject({ error: { code: 'export/empty-span' } });
  });

  it.each([
    [{ script: ' ' }, 400, 'script_required'],
    [{ format: 'avi' }, 422, 'schema_validation_failed'],
    [{ width: 16_000, height: 16_000 }, 422, 'schema_validation_failed'],
    [{ fps: 0 }, 422, 'schema_validation_failed'],
  ])('%j is refused', async (payload, status, error) => {
    await using host = await testHost();
    const refused = await post(host, payload);
    expect([refused.statusCode, refused.json().detail.error]).toEqual([status, error]);
  });

  it('that nobody began is not found', async () => {
    await using host = await testHost();
    for (const url of ['/v2/exports/none', '/v2/exports/none/file', '/v2/exports/..%2F..']) {
      expect((await host.app.inject({ url })).statusCode).toBe(404);
    }
  });

  it('is refused when too many wait', async () => {
    await using host = await testHost({ studioDir: '/nonexistent' });
    const answers = await Promise.all(Array.from({ length: 40 }, () => post(host, { format: 'vtt' })));
    const statuses = new Set(answers.map(({ statusCode }) => statusCode));
    expect(statuses.has(202)).toBe(true);
    for (const answer of answers.filter(({ statusCode }) => statusCode !== 202)) {
      expect([answer.statusCode, answer.json().detail.error]).toEqual([429, 'exports_busy']);
    }
  });

  it('that an earlier host has begun is taken up by the next', async () => {
    const before = await testHost();
    const begun = (await post(before, { format: 'vtt' })).json();
    await ended(before, begun.export_id);
    const dataDir = join(before.folder, 'left', 'data');
    const folder = join(dataDir, 'exports', begun.export_id);
    await mkdir(folder, { recursive: true });
    const request = {
      script: SCRIPT,
      mode: '2d',
      format: 'vtt',
      width: 640,
      height: 360,
      fps: 30,
      at_ms: 0,
      from_ms: 0,
      sound: true,
    };
    await writeFile(join(folder, 'export.json'), JSON.stringify({ request, state: { ...begun, state: 'running' } }));
    const after = await testHost({ dataDir });
    expect(await ended(after, begun.export_id)).toMatchObject({ state: 'done' });
    await after.close();
    await before.close();
  });
});
