import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..');
const reportSchema = z.object({
  summary: z.object({ violations: z.array(z.object({ rule: z.object({ name: z.string() }), from: z.string() })) }),
});
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Rules broken by a small repository that consists of these files. */
function brokenRules(files: Record<string, string>): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'import-rules-'));
  folders.push(folder);
  for (const shared of ['node_modules', 'package.json', 'tsconfig.json', '.dependency-cruiser.mjs']) {
    symlinkSync(join(root, shared), join(folder, shared));
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const tops = [...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? path))];
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = [program, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...tops];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  if (!stdout) throw new Error(stderr);
  return reportSchema.parse(JSON.parse(stdout)).summary.violations.map(({ rule }) => rule.name);
}

const use = (path: string): string => `import { a } from '${path}';\nexport const b = a;\n`;
const A = 'export const a = 1;\n';

const CASES: [rule: string, story: string, files: Record<string, string>][] = [
  [
    'no-circular',
    'two files import each other',
    { 'dsl/a.ts': `${use('./b.ts')}export const a = 1;`, 'dsl/b.ts': use('./a.ts') },
  ],
  [
    'no-circular',
    'two files import types of each other',
    {
      'host/a.ts': "import type { B } from './b.ts';\nexport type A = B[];",
      'host/b.ts': "import type { A } from './a.ts';\nexport type B = { a: A };",
    },
  ],
  ['resolvable', 'an import leads nowhere', { 'dsl/a.ts': use('./gone.ts') }],
  ['tests-are-leaves', 'someone imports a test', { 'dsl/x.test.ts': A, 'dsl/b.ts': use('./x.test.ts') }],
  [
    'test-support-is-for-tests',
    'the product imports a fixture',
    { 'dsl/plan/fixtures.ts': A, 'dsl/plan/b.ts': use('./fixtures.ts') },
  ],
  [
    'no-dev-packages-in-the-product',
    'the product needs a test library',
    { 'dsl/plan/b.ts': "export * from 'fast-check';" },
  ],
  [
    'scripts-are-not-the-product',
    'the host imports a script',
    { 'scripts/a.ts': A, 'host/b.ts': use('../scripts/a.ts') },
  ],
  ['dsl-stands-alone', 'the language imports the host', { 'host/a.ts': A, 'dsl/b.ts': use('../host/a.ts') }],
  ['dsl-has-one-door', 'the host walks round the door', { 'dsl/plan/a.ts': A, 'host/b.ts': use('../dsl/plan/a.ts') }],
  ['dsl-read-looks-back', 'read imports check', { 'dsl/check/a.ts': A, 'dsl/read/b.ts': use('../check/a.ts') }],
  ['dsl-check-looks-back', 'check imports plan', { 'dsl/plan/a.ts': A, 'dsl/check/b.ts': use('../plan/a.ts') }],
  ['dsl-plan-looks-back', 'plan imports sample', { 'dsl/sample/a.ts': A, 'dsl/plan/b.ts': use('../sample/a.ts') }],
  [
    'dsl-sample-looks-back',
    'sample imports quality',
    { 'dsl/quality/a.ts': A, 'dsl/sample/b.ts': use('../quality/a.ts') },
  ],
  [
    'dsl-interop-looks-back',
    'interop imports sample',
    { 'dsl/sample/a.ts': A, 'dsl/interop/b.ts': use('../sample/a.ts') },
  ],
  ['chevrotain-only-where-it-belongs', 'check parses by itself', { 'dsl/check/b.ts': "export * from 'chevrotain';" }],
  ['three-only-where-it-belongs', 'the studio draws with three', { 'studio/b.ts': "export * from 'three';" }],
  ['ogl-only-where-it-belongs', 'the host draws with ogl', { 'host/b.ts': "export * from 'ogl';" }],
  [
    'contract-promises-only',
    'the contract imports the kit',
    { 'plugins/kit/a.ts': A, 'plugins/contract/b.ts': use('../kit/a.ts') },
  ],
  [
    'kit-knows-the-contract',
    'the kit imports a plugin',
    { 'plugins/voice/tone/a.ts': A, 'plugins/kit/b.ts': use('../voice/tone/a.ts') },
  ],
  [
    'plugins-know-no-one',
    'a plugin imports another of its kind',
    { 'plugins/voice/tone/a.ts': A, 'plugins/voice/espeak/b.ts': use('../tone/a.ts') },
  ],
  [
    'contract-has-one-door',
    'the host walks round the door',
    { 'plugins/contract/a.ts': A, 'host/b.ts': use('../plugins/contract/a.ts') },
  ],
  [
    'host-loads-plugins-by-manifest',
    'the host imports a plugin',
    { 'plugins/voice/tone/index.ts': A, 'host/b.ts': use('../plugins/voice/tone/index.ts') },
  ],
  ['cli-is-on-top', 'the host imports its command line', { 'host/cli/a.ts': A, 'host/b.ts': use('./cli/a.ts') }],
  ['studio-talks-over-the-wire', 'the studio imports the host', { 'host/a.ts': A, 'studio/b.ts': use('../host/a.ts') }],
  [
    'scenarios-are-scripts-in-tests',
    'a scenario test imports the studio',
    { 'studio/a.ts': A, 'scenarios/b.test.ts': use('../studio/a.ts') },
  ],
];

describe('the import rules', { timeout: 60_000 }, () => {
  it.each(CASES)('%s bites when %s', (rule, _story, files) => {
    expect(brokenRules(files)).toContain(rule);
  });

  it('leave alone what the design allows', () => {
    const allowed = {
      'dsl/index.ts': "export * from './plan/a.ts';",
      'dsl/plan/a.ts': "import type { Node } from '../read/n.ts';\nexport const a: Node = 1;\n",
      'dsl/read/n.ts': "import { Lexer } from 'chevrotain';\nexport type Node = number;\nexport const l = Lexer;\n",
      'plugins/contract/index.ts': "import type { a } from '../../dsl/index.ts';\nexport type C = typeof a;\n",
      'plugins/renderer/three/index.ts':
        "import { Scene } from 'three';\nimport { own } from './own.ts';\nexport const s = [Scene, own];\n",
      'plugins/renderer/three/own.ts': 'export const own = 1;\n',
      'plugins/kit/renderer.ts': "import type { C } from '../contract/index.ts';\nexport const suite = (c: C) => c;\n",
      'plugins/renderer/three/conformance.browser.test.ts':
        "import { suite } from '../../kit/renderer.ts';\nimport { c } from '../../../scripts/chromium.ts';\nsuite(c);\n",
      'scripts/chromium.ts': "export { c } from '../host/exports/chromium.ts';\n",
      'host/exports/chromium.ts': 'export const c = 1;\n',
      'host/create-host.ts': use('../dsl/index.ts'),
      'studio/stage.browser.test.ts': "import { b } from '../host/create-host.ts';\nexport const t = b;\n",
    };
    expect(brokenRules(allowed)).toEqual([]);
  });
});
