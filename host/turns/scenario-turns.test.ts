import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writePlugins } from '../fixtures/plugin-folder.ts';
import { testHost } from '../fixtures/test-host.ts';

const SCENARIOS = join(import.meta.dirname, '../../scenarios');

/** What clients of the first version wait for in each certified scenario. */
const WANTED: readonly (readonly [name: string, paths: readonly string[]])[] = [
  ['a-cow-moon', ['/actors/cow', '/actors/moon', '/lyrics/words', '/fx/bouncing_ball']],
  ['b-day-night', ['/environment/mood', '/scene/transition']],
  ['c-market-growth', ['/charts/adoption_curve', '/charts/saturation_pie', '/charts/segmented_attach']],
  ['d-fish-bowl', ['/actors/fish_bowl', '/actors/goldfish', '/fx/bubble_emitter', '/render/mode']],
];

describe('a turn that plays scenario', () => {
  const given: { file: string; files: Readonly<Record<string, string>> } = { file: '', files: {} };
  beforeAll(async () => {
    const scripts = WANTED.map(async ([name]) => [name, await readFile(join(SCENARIOS, `${name}.scene`), 'utf8')]);
    const answers = Object.fromEntries(await Promise.all(scripts));
    const folder = await writePlugins({ answers: { 'answers.json': JSON.stringify(answers) } });
    const data = (await readdir(SCENARIOS)).filter((name) => /\.(csv|json)$/.test(name));
    const texts = data.map(async (name) => [name, await readFile(join(SCENARIOS, name), 'utf8')]);
    given.file = join(folder, 'answers', 'answers.json');
    given.files = Object.fromEntries(await Promise.all(texts));
  });

  it.each(WANTED)('%s patches what clients of the first version wait for, strokes and all', async (name, paths) => {
    await using host = await testHost({ pluginOptions: { 'provider/scripted': { file: given.file } } });
    const ask = async (url: string) => {
      const payload = { session_id: 's1', prompt: name, ...(url.startsWith('/v2') ? { files: given.files } : {}) };
      return (await host.app.inject({ method: 'POST', url, payload })).json();
    };
    const found = (patches: readonly { readonly path: string }[]) => patches.map(({ path }) => path);
    const envelope = await ask('/v2/orchestrate');
    expect(found(envelope.legacy_visual_patches)).toEqual(expect.arrayContaining([...paths]));
    const turn = await ask('/v1/orchestrate');
    expect(found(turn.visual_patches)).toEqual(expect.arrayContaining([...paths]));
    const strokes = { strokes: turn.visual_strokes };
    const again = await host.app.inject({ method: 'POST', url: '/v1/brush/compile', payload: strokes });
    // A change of mood is a transition of the scene in a turn; as a stroke it is a mood alone.
    const drawn = paths.filter((path) => path !== '/scene/transition');
    expect(found(again.json().patches)).toEqual(expect.arrayContaining(drawn));
  });
});
