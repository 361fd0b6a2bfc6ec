import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { manifestText, writePlugins } from '../fixtures/plugin-folder.ts';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

const post = (host: TestHost, url: string, payload: object = {}) => host.app.inject({ method: 'POST', url, payload });
const save = async (host: TestHost, payload: object) => (await post(host, '/v1/artifacts/save', payload)).json();
const search = async (host: TestHost, query: string) =>
  (await host.app.inject({ url: `/v1/artifacts/search?${query}` })).json().results;

const turn = (host: TestHost) =>
  post(host, '/v2/orchestrate', { session_id: 's', scene_id: 'farm', prompt: 'a cow jumps over the moon' });

describe('artifacts over the API', () => {
  it('A1 are saved with what an earlier client sends, and found again', async () => {
    await using host = await testHost();
    const assets = [{ path: 'scene.json', type: 'application/json', sha256: 'a'.repeat(64) }];
    const { ok, artifact } = await save(host, {
      ...{ title: 'Fish bowl', summary: 'a calm scene', tags: ['fish', 'calm'], scene_entrypoint: 'scene.json' },
      ...{ assets, saved_by: 'agent' },
    });
    expect(ok).toBe(true);
    expect(artifact).toMatchObject({ title: 'Fish bowl', tags: ['fish', 'calm'], assets, saved_by: 'agent' });
    expect(existsSync(join(host.config.dataDir, artifact.bundle_path))).toBe(true);
    const [found] = await search(host, 'q=aquarium&mode=semantic');
    expect(found).toMatchObject({ artifact_id: artifact.artifact_id, match_mode: 'semantic', pinned: false });
    expect(found.score).toBeGreaterThan(0);
    const recalled = (await post(host, `/v1/artifacts/recall/${artifact.artifact_id}`)).json();
    expect(recalled).toMatchObject({ ok: true, artifact: { artifact_id: artifact.artifact_id } });
    expect((await post(host, '/v1/artifacts/recall/nobody')).json()).toMatchObject({ ok: true, artifact: null });
  });

  it('A1 of a scene hold all it needs, and play again in another host', async () => {
    await using here = await testHost();
    await turn(here);
    const { artifact } = await save(here, {
      title: 'Cow and moon',
      scene_id: 'farm',
      still: false,
      artifact_id: 'cow-1',
    });
    const zip = (await here.app.inject({ url: '/v2/artifacts/cow-1/bundle' })).rawPayload;
    expect(Object.keys(unzipSync(zip))).toEqual(
      expect.arrayContaining(['manifest.json', 'script.scene', 'scene.json', 'timeline.json']),
    );
    expect(artifact).toMatchObject({ scene_id: 'farm', scene_entrypoint: 'script.scene' });

    await using there = await testHost();
    const taken = await there.app.inject({
      ...{ method: 'POST', url: '/v2/artifacts/import', payload: zip },
      headers: { 'content-type': 'application/zip' },
    });
    expect(taken.json()).toMatchObject({ ok: true, artifact: { artifact_id: 'cow-1', title: 'Cow and moon' } });
    const back = (await post(there, '/v1/artifacts/recall/cow-1', { scene_id: 'again' })).json();
    expect(back).toMatchObject({ scene: { scene_id: 'again', revision: 1 } });
    const scenes = await Promise.all(
      [here, there].map(async (host, at) =>
        (await host.app.inject({ url: `/v2/scenes/${at === 0 ? 'farm' : 'again'}` })).json(),
      ),
    );
    expect(scenes[1]?.script).toBe(scenes[0]?.script);
    // The same bundle again is another artifact, not a loss of the first.
    const twice = await there.app.inject({
      ...{ method: 'POST', url: '/v2/artifacts/import', payload: zip },
      headers: { 'content-type': 'application/zip' },
    });
    expect(twice.json().artifact.artifact_id).not.toBe('cow-1');
  });

  it('A1 are pinned and archived', async () => {
    await using host = await testHost();
    for (const id of ['one', 'two']) await save(host, { title: `Cow ${id}`, artifact_id: id });
    const pinned = await post(host, '/v1/artifacts/pin/one', { value: true });
    expect(pinned.json()).toEqual({ ok: true, artifact_id: 'one', pinned: true });
    expect((await search(host, 'q=cow')).map((each: { artifact_id: string }) => each.artifact_id)).toEqual([
      'one',
      'two',
    ]);
    expect((await post(host, '/v1/artifacts/archive/one', { value: true })).json()).toMatchObject({ archived: true });
    expect((await search(host, 'q=cow')).map((each: { artifact_id: string }) => each.artifact_id)).toEqual(['two']);
    const unknown = await post(host, '/v1/artifacts/pin/nobody', { value: true });
    expect([unknown.statusCode, unknown.json().detail.error]).toEqual([404, 'artifact_not_found']);
  });

  it('A1 of a script in an editor play again with its files and its picture', async () => {
    await using host = await testHost();
    const script = 'scene "Sales" {\n  chart c is bar data "sales.csv"\n  say line "Our sales." at 0.5s\n}\n';
    const files = { 'sales.csv': 'month,units\nMay,3\nJune,4\n' };
    const picture = Buffer.from('89504e470d0a1a0a00', 'hex');
    const still_png = picture.toString('base64');
    const { artifact } = await save(host, { title: 'Sales', script, mode: '3d', files, still_png });
    const { rawPayload, headers } = await host.app.inject({ url: `/v2/artifacts/${artifact.artifact_id}/still` });
    expect([headers['content-type'], rawPayload]).toEqual(['image/png', picture]);
    await post(host, `/v1/artifacts/recall/${artifact.artifact_id}`, { scene_id: 'again' });
    const scene = (await host.app.inject({ url: '/v2/scenes/again' })).json();
    expect(scene).toMatchObject({ script, mode: '3d', files });
    const bare = await save(host, { title: 'Bare', script, still: false });
    const none = await host.app.inject({ url: `/v2/artifacts/${bare.artifact.artifact_id}/still` });
    expect([none.statusCode, none.json().detail.error]).toEqual([404, 'artifact_without_still']);
  });

  it('A1 that were archived are found among themselves', async () => {
    await using host = await testHost();
    for (const id of ['one', 'two']) await save(host, { title: `Cow ${id}`, artifact_id: id });
    await post(host, '/v1/artifacts/archive/one', { value: true });
    const ids = async (query: string) =>
      (await search(host, query)).map((each: { artifact_id: string }) => each.artifact_id);
    expect(await ids('archived=true')).toEqual(['one']);
    expect(await ids('q=cow&archived=true')).toEqual(['one']);
    expect(await ids('q=cow')).toEqual(['two']);
  });

  it.each([
    ['/v1/artifacts/save', { title: 'x', script: 'scene "A" {}', scene_id: 'farm' }, 422, 'schema_validation_failed'],
    ['/v1/artifacts/save', { title: 'x', script: 'scene "A" {}', still_png: 'AAAA' }, 422, 'schema_validation_failed'],
    ['/v1/artifacts/save', {}, 422, 'schema_validation_failed'],
    ['/v1/artifacts/save', { title: '  ' }, 422, 'schema_validation_failed'],
    ['/v1/artifacts/save', { title: 'x', artifact_id: '../x' }, 422, 'schema_validation_failed'],
    [
      '/v1/artifacts/save',
      { title: 'x', assets: [{ path: 'a', type: 'b', sha256: 'c' }] },
      422,
      'schema_validation_failed',
    ],
    ['/v1/artifacts/save', { title: 'x', scene_id: 'nowhere' }, 404, 'scene_not_found'],
    ['/v2/artifacts/import', {}, 422, 'bundle_unreadable'],
  ])('%s with %j is refused', async (url, payload, status, error) => {
    await using host = await testHost();
    const answer = await post(host, url, payload);
    expect([answer.statusCode, answer.json().detail.error]).toEqual([status, error]);
  });

  it('A1 are what a snapshot becomes where that is asked for', async () => {
    await using host = await testHost();
    await turn(host);
    const taken = await post(host, '/v2/scenes/farm/snapshot', {
      snapshot_name: 'over the moon',
      persist_artifact: true,
    });
    expect(taken.json().artifact).toMatchObject({ title: 'over the moon', scene_id: 'farm' });
    expect(await search(host, 'q=moon')).toHaveLength(1);
  });

  it('A1 whose bundle was taken away say so, and those without a scene too', async () => {
    await using host = await testHost();
    await turn(host);
    const { artifact } = await save(host, { title: 'Gone', scene_id: 'farm', still: false });
    await rm(join(host.config.dataDir, artifact.bundle_path));
    const gone = await post(host, `/v1/artifacts/recall/${artifact.artifact_id}`, { scene_id: 'x' });
    expect([gone.statusCode, gone.json().detail.error]).toEqual([410, 'bundle_missing']);
    const { artifact: bare } = await save(host, { title: 'Bare' });
    const without = await post(host, `/v1/artifacts/recall/${bare.artifact_id}`, { scene_id: 'x' });
    expect([without.statusCode, without.json().detail.error]).toEqual([409, 'artifact_without_scene']);
  });
});

describe('finding by the model of a provider', () => {
  const withModel = async (embed: string): Promise<TestHost> => {
    const path = await writePlugins({
      thinker: {
        'manifest.json': manifestText({ id: 'thinker', kind: 'provider' }),
        'index.mjs': `export default { contract: 'provider/1', start: async () => ({
          probe: async () => ({ ready: true, detail: '', version: null }), stop: async () => undefined,
          compose: () => [], embed: ${embed} }) };`,
      },
    });
    return testHost({ pluginPaths: [path], embeddingsProvider: 'thinker' });
  };
  /** Knows nothing but whether a text is about the sea. */
  const SEA = `async (texts) => ({ model: 'sea', vectors: texts.map((text) => /tide|lighthouse/i.test(text) ? [1, 0.1] : [0.1, 1]) })`;
  const find = async (host: TestHost, query: string) =>
    (await host.app.inject({ url: `/v1/artifacts/search?${query}` })).json();

  it('brings what no word and no concept of ours has in common with the question', async () => {
    await using host = await withModel(SEA);
    await save(host, { title: 'Lighthouse', artifact_id: 'a' });
    await save(host, { title: 'Spreadsheet', artifact_id: 'b' });
    const { results, warnings } = await find(host, 'q=tide&mode=semantic');
    expect(results[0]).toMatchObject({ artifact_id: 'a', match_mode: 'semantic' });
    expect(warnings).toEqual([]);
    // What is saved anew is looked at anew.
    await save(host, { title: 'Spreadsheet of the tide', artifact_id: 'b' });
    expect((await find(host, 'q=lighthouse&mode=hybrid')).results).toHaveLength(2);
  });

  it.each([
    ['fails', "async () => { throw new Error('no'); }"],
    ['gives too few', "async () => ({ model: 'm', vectors: [] })"],
    ['has no model', 'null'],
  ])('goes on without one that %s, and says so', async (_what, embed) => {
    await using host = await withModel(embed);
    await save(host, { title: 'Fish bowl', artifact_id: 'a' });
    const { results, warnings } = await find(host, 'q=aquarium&mode=semantic');
    expect(results[0]).toMatchObject({ artifact_id: 'a' });
    expect(warnings[0]).toMatch(/built-in way alone/);
  });
});
