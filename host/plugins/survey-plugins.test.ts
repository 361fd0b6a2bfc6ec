import { describe, expect, it } from 'vitest';
import { manifestText, voiceSource, writePlugins } from '../fixtures/plugin-folder.ts';
import type { Found } from './plugin-record.ts';
import { surveyPlugins } from './survey-plugins.ts';

const NONE = '/nowhere';
const survey = (
  path: string,
  settings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {},
): Promise<Found[]> =>
  surveyPlugins({ builtinPlugins: NONE, pluginPaths: [path], npmPlugins: null }, (name) => settings[name] ?? {});

const entry = { 'index.mjs': voiceSource() };
const withOption = {
  options: {
    type: 'object',
    properties: { rate: { type: 'number', minimum: 1, default: 2 } },
    additionalProperties: false,
  },
};

describe('a folder of plugins', () => {
  it('is read plugin by plugin, also below folders named by kind', async () => {
    const path = await writePlugins({
      one: { 'manifest.json': manifestText({ id: 'one' }), ...entry },
      'voice/two': { 'manifest.json': manifestText({ id: 'two' }), ...entry },
      'not-a-plugin': { 'readme.txt': 'nothing' },
    });
    const found = await survey(path);
    expect(found.map(({ name, defect }) => [name, defect])).toEqual([
      ['voice/one', null],
      ['voice/two', null],
    ]);
  });

  it('may be a single plugin', async () => {
    const path = await writePlugins({ '.': { 'manifest.json': manifestText(), ...entry } });
    expect((await survey(path)).map(({ name }) => name)).toEqual(['voice/sample']);
  });

  it('may not be there at all', async () => {
    expect(await survey('/nowhere/at/all')).toEqual([]);
  });

  it('has the defaults of its settings filled in', async () => {
    const path = await writePlugins({ a: { 'manifest.json': manifestText(withOption), ...entry } });
    expect((await survey(path))[0]?.options).toEqual({ rate: 2 });
    expect((await survey(path, { 'voice/sample': { rate: 5 } }))[0]?.options).toEqual({ rate: 5 });
  });
});

const defects: readonly (readonly [string, string, string, RegExp])[] = [
  ['broken JSON', '{\n  "id": "a",\n  oops\n}', 'host/manifest-bad-json', /manifest\.json:3:3 is not JSON/],
  ['JSON that ends early', '{"id": [1', 'host/manifest-bad-json', /manifest\.json:1:10 is not JSON/],
  ['a bare word', '{\n"id": nope}', 'host/manifest-bad-json', /manifest\.json:2:8 is not JSON/],
  ['an unknown kind', manifestText({ kind: 'oven' }), 'host/plugin-kind-unknown', /"oven"/],
  ['a field of the wrong type', manifestText({ version: 3 }), 'host/manifest-invalid', /version: /],
  ['a field that is not known', manifestText({ colour: 1 }), 'host/manifest-invalid', /colour/],
  ['no object at all', '[]', 'host/manifest-invalid', /the manifest/],
  ['another contract', manifestText({ contract: 'voice/9' }), 'host/contract-mismatch', /"voice\/9".*"voice\/1"/],
  ['no entry', manifestText({ entry: './gone.mjs' }), 'host/entry-missing', /gone\.mjs/],
  ['an entry elsewhere', manifestText({ entry: './../b/index.mjs' }), 'host/entry-missing', /outside/],
  [
    'a package that is not installed',
    manifestText({ needs: { packages: ['@nobody/has-this'] } }),
    'host/package-missing',
    /@nobody\/has-this/,
  ],
  [
    'options that are no JSON Schema',
    manifestText({ options: { type: 'nonsense' } }),
    'host/options-invalid',
    /JSON Schema/,
  ],
];

describe('a plugin with', () => {
  it.each(defects)('%s is refused', async (_what, manifest, code, message) => {
    const path = await writePlugins({ a: { 'manifest.json': manifest, ...entry }, b: entry });
    const [found] = await survey(path);
    expect(found?.defect).toMatchObject({
      code,
      message: expect.stringMatching(message),
      cure: expect.stringMatching(/./),
    });
  });

  it('settings that do not fit is refused', async () => {
    const path = await writePlugins({ a: { 'manifest.json': manifestText(withOption), ...entry } });
    const [low] = await survey(path, { 'voice/sample': { rate: 0 } });
    expect(low?.defect).toMatchObject({ code: 'host/options-invalid', message: expect.stringContaining('rate: ') });
    const [odd] = await survey(path, { 'voice/sample': { colour: 'red' } });
    expect(odd?.defect?.message).toContain('"colour"');
  });

  it('the name of another is refused, the first stays', async () => {
    const path = await writePlugins({
      a: { 'manifest.json': manifestText(), ...entry },
      b: { 'manifest.json': manifestText(), ...entry },
    });
    const found = await survey(path);
    expect(found.map(({ defect }) => defect?.code ?? null)).toEqual([null, 'host/plugin-duplicate']);
    expect(found[1]?.defect?.message).toContain('voice/sample');
  });
});

describe('an npm package', () => {
  const installed = (manifest: Readonly<Record<string, unknown>>) => ({
    'package.json': JSON.stringify({ dependencies: { thing: '1', other: '1', gone: '1' } }),
    'node_modules/other/package.json': JSON.stringify({ name: 'other' }),
    'node_modules/thing/package.json': JSON.stringify(manifest),
    'node_modules/thing/dist/manifest.json': manifestText({ id: 'packaged' }),
    'node_modules/thing/dist/index.mjs': voiceSource(),
    'node_modules/thing/manifest.json': manifestText({ id: 'by-keyword' }),
    'node_modules/thing/index.mjs': voiceSource(),
  });

  it.each([
    [{ opencommotion: { plugin: './dist/manifest.json' } }, ['voice/packaged']],
    [{ keywords: ['opencommotion-plugin'] }, ['voice/by-keyword']],
    [{ keywords: ['other'] }, []],
  ])('that says %j gives %j', async (manifest, names) => {
    const project = await writePlugins({ '.': installed(manifest) });
    const found = await surveyPlugins({ builtinPlugins: NONE, pluginPaths: [], npmPlugins: project }, () => ({}));
    expect(found.map(({ name }) => name)).toEqual(names);
    expect(found.every(({ defect }) => defect === null)).toBe(true);
  });
});
