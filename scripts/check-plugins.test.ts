import { describe, expect, it } from 'vitest';
import { checkPlugin } from './check-plugins.ts';
import { importedPackages } from './imported-packages.ts';

const manifest = (packages: string[], optional: string[] = []): string =>
  JSON.stringify({
    id: 'tone',
    kind: 'voice',
    contract: 'voice/1',
    version: '1.0.0',
    entry: './index.ts',
    summary: 'A tone.',
    license: 'MIT',
    needs: { packages, optional_packages: optional },
  });

const folder = (files: Record<string, string>) => ({
  kind: 'voice',
  name: 'tone',
  files: { 'manifest.json': manifest([]), 'index.ts': '', 'README.md': '', 'conformance.test.ts': '', ...files },
});

describe('the plugin check', () => {
  it('is content with a folder that has all its parts', () => {
    expect(checkPlugin(folder({}))).toEqual([]);
  });

  it('names each missing part', () => {
    expect(checkPlugin({ kind: 'voice', name: 'tone', files: {} })).toEqual([
      'plugins/voice/tone has no manifest.json.',
      'plugins/voice/tone has no index.ts.',
      'plugins/voice/tone has no README.md.',
      expect.stringContaining('no conformance.test.ts'),
    ]);
  });

  it('wants every imported package declared and every declared one imported', () => {
    const files = { 'manifest.json': manifest(['ajv']), 'index.ts': "import { z } from 'zod';" };
    expect(checkPlugin(folder(files))).toEqual([
      expect.stringContaining('imports zod: add it'),
      expect.stringContaining('declares ajv in its manifest but never imports it'),
    ]);
  });

  it('does not ask a test for its packages, nor an optional one for a plain import', () => {
    const files = {
      'manifest.json': manifest([], ['@scope/engine']),
      'index.ts': "const name = '@scope/engine';\nexport const load = () => import(name);",
      'conformance.test.ts': "import { it } from 'vitest';",
    };
    expect(checkPlugin(folder(files))).toEqual([]);
  });

  it('wants folder and manifest to agree', () => {
    expect(checkPlugin({ ...folder({}), name: 'bell' })).toEqual([expect.stringContaining('says voice/tone')]);
  });
});

describe('imported packages', () => {
  it.each([
    ["import a from 'pkg/deep/file.js';", ['pkg']],
    ["import '@scope/pkg/style.css';", ['@scope/pkg']],
    ["export * from 'pkg';", ['pkg']],
    ["await import('pkg');", ['pkg']],
    ["import.meta.resolve('pkg/worker.js');", ['pkg']],
    ["import type { T } from 'pkg';", []],
    ["import fs from 'node:fs'; import path from 'path'; import x from './x.ts';", []],
    ["path.resolve('folder');", []],
  ])('of %s are %j', (text, packages) => {
    expect(importedPackages('x.ts', text)).toEqual(packages);
  });
});
