import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { describeConformance } from './describe-conformance.ts';
import { voiceConformance } from './voice.ts';

/** Files of the guide: blocks whose fence names one, as in "```js index.js". */
const guide = await readFile(new URL('../../docs/plugins.md', import.meta.url), 'utf8');
const files = new Map([...guide.matchAll(/```\w+ (\S+)\n(.*?)```/gs)].map(([, name = '', text = '']) => [name, text]));

const folder = await mkdtemp(join(tmpdir(), 'opencommotion-guide-'));
await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
for (const [name, text] of files) await writeFile(join(folder, name), text);
const { default: plugin } = await import(/* @vite-ignore */ pathToFileURL(join(folder, 'index.js')).href);

describe('the voice of docs/plugins.md', () => {
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is whole', () => {
    expect([...files.keys()]).toEqual(['manifest.json', 'index.js', 'conformance.test.ts']);
  });

  describeConformance(voiceConformance(plugin, pathToFileURL(join(folder, 'manifest.json'))));
});
