import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writePlugins } from '../fixtures/plugin-folder.ts';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

const POND = 'prefab pond {\n  actor nemo is fish at (0, 0)\n}\n\nprefab reed {\n  actor stalk is plant at (0, 0)\n}\n';
const USING =
  'scene "A pond" {\n  use pond as home at (400, 300)\n  chart growth is curve from "growth.csv" at (600, 300)\n}\n';
const CSV = 'year,users\n2020,5\n2021,9\n';

async function withLibrary(): Promise<{ readonly host: TestHost; readonly library: string }> {
  const scenariosDir = await writePlugins({
    library: { 'water.scene': POND },
    '.': { 'pond.scene': USING, 'growth.csv': CSV },
  });
  return { host: await testHost({ scenariosDir }), library: join(scenariosDir, 'library') };
}
const send = async (host: TestHost, url: string, payload: object) =>
  (await host.app.inject({ method: 'POST', url, payload })).json();

describe('the library', () => {
  it('gives each prefab with the text that holds it, also one that came while the host runs', async () => {
    const { host, library } = await withLibrary();
    await using _host = host;
    const read = async () => (await host.app.inject({ url: '/v2/library' })).json().prefabs;
    expect(await read()).toEqual({ pond: POND, reed: POND });
    await mkdir(library, { recursive: true });
    await writeFile(join(library, 'rock.scene'), 'prefab rock {\n  actor stone is ball at (0, 0)\n}\n');
    expect(Object.keys(await read()).sort()).toEqual(['pond', 'reed', 'rock']);
  });

  it('is empty where there is none', async () => {
    await using host = await testHost({ scenariosDir: '/nowhere' });
    expect((await host.app.inject({ url: '/v2/library' })).json()).toEqual({ prefabs: {} });
  });

  it('and the files that come with a script are what it is checked and compiled with', async () => {
    const { host } = await withLibrary();
    await using _host = host;
    const files = { 'growth.csv': CSV };
    expect(await send(host, '/v2/check', { script: USING, files })).toEqual({ ok: true, diagnostics: [] });
    expect(await send(host, '/v2/check', { script: USING })).toMatchObject({ ok: false });
    const { timeline } = await send(host, '/v2/compile', { script: USING, files });
    const paths = timeline.patches.map(({ path }: { path: string }) => path);
    expect(paths).toEqual(expect.arrayContaining(['/groups/home', '/actors/home.nemo', '/charts/growth']));
  });

  it('lets an example come with the data files that it names', async () => {
    const { host } = await withLibrary();
    await using _host = host;
    const example = (await host.app.inject({ url: '/v2/examples/pond' })).json();
    expect(example).toEqual({ name: 'pond', script: USING, files: { 'growth.csv': CSV } });
  });

  it('serves turns too, and what they used is kept with the scene', async () => {
    const { host: other } = await withLibrary();
    await using _other = other;
    const answers = join(other.folder, 'answers.json');
    await writeFile(answers, JSON.stringify({ pond: USING }));
    await using host = await testHost({
      scenariosDir: other.config.scenariosDir,
      pluginOptions: { 'provider/scripted': { file: answers } },
    });
    const turn = await send(host, '/v2/orchestrate', {
      session_id: 's1',
      prompt: 'pond',
      files: { 'growth.csv': CSV },
    });
    expect(turn.diagnostics).toEqual([]);
    const scene = (await host.app.inject({ url: '/v2/scenes/s1' })).json();
    const created = turn.patches.filter(({ op }: { op: string }) => op === 'createEntity');
    expect(scene.scene.entity_count).toBe(created.length);
  });
});
