/** The architecture as rules; each comment says what to do instead. docs/ARCHITECTURE.md draws the same picture. */

const TEST = '\\.test\\.ts$';
/** Beside tests and only for them: samples, models made by chance, ways to run the product. */
const TEST_SUPPORT = '/(?:fixtures|random-[^/]+)\\.ts$|/(?:proof|fixtures)/';
const KINDS = '(?:provider|voice|runtime|renderer)';
const OURS = '^(?:dsl|host|plugins|studio|scenarios|scripts)/';
const DSL_DOOR = '^dsl/index\\.ts$';
const CONTRACT_DOOR = '^plugins/contract/index\\.ts$';
const PROGRAMS_DOOR = '^plugins/programs/index\\.ts$';
const LANGUAGE_MODEL_DOOR = '^plugins/language-model/index\\.ts$';
/** Servers that speak the protocols of models, for tests. */
const LANGUAGE_MODEL_PROOF = '^plugins/language-model/proof/';
const TEST_CHROMIUM = '^scripts/chromium\\.ts$';
const TEST_HOST = '^host/create-host\\.ts$';

/** A stage of the language and the folders that it may look back to. */
const stage = (name, ...back) => ({
  name: `dsl-${name}-looks-back`,
  comment: `dsl/${name} may use ${[...back.map((folder) => `dsl/${folder}`), 'dsl/diagnostics.ts'].join(', ')} and itself: a stage only looks back. Move what both need to the earlier stage, or pass it in as a value.`,
  severity: 'error',
  from: { path: `^dsl/${name}/`, pathNot: TEST },
  to: { path: '^dsl/', pathNot: `^dsl/(?:diagnostics\\.ts$|(?:${[name, ...back].join('|')})/)` },
});

/** Only files under `path` may import the npm package `name`. */
const packageOnlyIn = (name, path, why) => ({
  name: `${name}-only-where-it-belongs`,
  comment: why,
  severity: 'error',
  from: { path: OURS, pathNot: [path, '^scripts/'] },
  to: { path: `(?:^|/)node_modules/(?:@types/)?${name}/` },
});

/** Files under `from` may import nothing of ours but what `allowed` matches; tests may also import `inTests`. */
const house = (name, comment, from, allowed, inTests = []) => [
  {
    name,
    comment,
    severity: 'error',
    from: { path: from, pathNot: TEST },
    to: { path: OURS, pathNot: allowed },
  },
  {
    name: `${name}-in-tests`,
    comment: `${comment} Its tests may also import ${inTests.join(', ') || 'nothing more'}.`,
    severity: 'error',
    from: { path: `${from}.*${TEST}` },
    to: { path: OURS, pathNot: [...allowed, ...inTests] },
  },
];

export default {
  forbidden: [
    {
      name: 'no-circular',
      comment:
        'These files import each other, so none can be read or tested alone. Move what they share into a file of its own; a cycle of types alone counts too.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The import leads nowhere. Correct the path (with its .ts) or add the package to package.json.',
      severity: 'error',
      // What the composition of a peer imports is installed when its bench runs.
      from: { path: OURS, pathNot: '^scripts/bench/films/remotion-scene' },
      to: { couldNotResolve: true, pathNot: '\\?' },
    },
    {
      name: 'declared-packages',
      comment: 'The package is not in package.json, so a fresh install will not have it. Add it with an exact major.',
      severity: 'error',
      from: { path: OURS },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-dev-packages-in-the-product',
      comment: 'The product may not need a development package. Move it to "dependencies" or the import to a test.',
      severity: 'error',
      from: { path: '^(?:dsl|host|plugins|studio)/', pathNot: [TEST, TEST_SUPPORT, '^plugins/kit/'] },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'tests-are-leaves',
      comment: 'Nobody imports a test. Move what is worth sharing into a file beside it.',
      severity: 'error',
      from: {},
      to: { path: TEST },
    },
    {
      name: 'test-support-is-for-tests',
      comment:
        'Fixtures, random models and proof/ folders serve tests and trials alone. Move what the product needs out of them.',
      severity: 'error',
      from: { path: OURS, pathNot: [TEST, TEST_SUPPORT, '^plugins/kit/', '^scripts/real/'] },
      to: { path: TEST_SUPPORT },
    },
    {
      name: 'scripts-are-not-the-product',
      comment: 'scripts/ is for people who work on the product. Move what the product needs into host, dsl or studio.',
      severity: 'error',
      from: { path: '^(?:dsl|host|plugins|studio|scenarios)/', pathNot: TEST },
      to: { path: '^scripts/' },
    },

    ...house(
      'dsl-stands-alone',
      'The language imports nothing of ours outside dsl/, so that it runs in Node, a browser and a worker alike. Pass in what it needs as a value.',
      '^dsl/',
      ['^dsl/'],
      [TEST_CHROMIUM],
    ),
    {
      name: 'dsl-has-one-door',
      comment:
        'Import from dsl/index.ts: it is the only door of the language. If something is missing there, export it.',
      severity: 'error',
      from: { path: '^(?:host|plugins|studio|scenarios)/' },
      to: { path: '^dsl/', pathNot: DSL_DOOR },
    },
    stage('read'),
    stage('check', 'read'),
    stage('plan', 'read', 'check'),
    stage('sample', 'read', 'check', 'plan'),
    stage('quality', 'read', 'check', 'plan', 'sample'),
    stage('interop', 'read', 'check', 'plan'),
    stage('assist', 'read', 'check', 'plan', 'sample'),

    packageOnlyIn(
      'chevrotain',
      '^dsl/read/',
      'The parser library stays behind dsl/read: later stages see our own syntax tree and spans.',
    ),
    packageOnlyIn('three', '^plugins/renderer/', 'Only renderers draw with three: everyone else deals in frames.'),
    packageOnlyIn('ogl', '^plugins/renderer/', 'Only renderers draw with ogl: everyone else deals in frames.'),

    ...house(
      'contract-promises-only',
      'The plugin contract is a promise with nothing behind it: it may import types through dsl/index.ts, nothing else of ours.',
      '^plugins/contract/',
      ['^plugins/contract/', DSL_DOOR],
    ),
    ...house(
      'kit-knows-the-contract',
      'The conformance kit is public: it may import plugins/contract/index.ts and dsl/index.ts, as third parties can.',
      '^plugins/kit/',
      ['^plugins/kit/', CONTRACT_DOOR, DSL_DOOR],
      [TEST_CHROMIUM],
    ),
    ...house(
      'plugins-know-no-one',
      'A plugin may import plugins/contract/index.ts, dsl/index.ts, its own files and the packages of its manifest; never another plugin or the host.',
      `^plugins/(${KINDS})/([^/]+)/`,
      ['^plugins/$1/$2/', CONTRACT_DOOR, DSL_DOOR, LANGUAGE_MODEL_DOOR, PROGRAMS_DOOR],
      ['^plugins/kit/', TEST_CHROMIUM, LANGUAGE_MODEL_PROOF],
    ),
    ...house(
      'language-model-knows-the-contract',
      'plugins/language-model is what providers that ask a model share; it may import the contract and the language, as third parties can.',
      '^plugins/language-model/',
      ['^plugins/language-model/', CONTRACT_DOOR, DSL_DOOR, PROGRAMS_DOOR],
      ['^plugins/kit/'],
    ),
    ...house(
      'programs-know-the-contract',
      'plugins/programs is what plugins share that run programs; it may import the contract, as third parties can.',
      '^plugins/programs/',
      ['^plugins/programs/', CONTRACT_DOOR],
    ),
    {
      name: 'language-model-serves-providers',
      comment: 'Only providers ask a language model. Import from plugins/language-model/index.ts, and only there.',
      severity: 'error',
      from: { path: OURS, pathNot: ['^plugins/(?:language-model|provider)/', '^scripts/'] },
      to: { path: '^plugins/language-model/' },
    },
    {
      name: 'contract-has-one-door',
      comment: 'Import from plugins/contract/index.ts: it is the only door of the contract.',
      severity: 'error',
      from: { path: OURS, pathNot: ['^plugins/contract/', '^scripts/'] },
      to: { path: '^plugins/contract/', pathNot: CONTRACT_DOOR },
    },

    ...house(
      'host-loads-plugins-by-manifest',
      'The host may import dsl/index.ts and plugins/contract/index.ts. Plugins reach it only through their manifests, the studio only over HTTP and WebSocket.',
      '^host/',
      ['^host/', DSL_DOOR, CONTRACT_DOOR],
      [TEST_CHROMIUM],
    ),
    {
      name: 'cli-is-on-top',
      comment: 'The command line uses the host, not the other way round. Move what both need out of host/cli.',
      severity: 'error',
      from: { path: '^host/', pathNot: ['^host/cli/', TEST] },
      to: { path: '^host/cli/' },
    },
    ...house(
      'studio-talks-over-the-wire',
      'The studio may import dsl/index.ts and plugins/contract/index.ts; the host it reaches over HTTP and WebSocket, renderers by manifest.',
      '^studio/',
      ['^studio/', DSL_DOOR, CONTRACT_DOOR],
      [TEST_CHROMIUM, TEST_HOST],
    ),
    ...house(
      'scenarios-are-scripts',
      'Scenarios are data with one runner, which may import dsl/index.ts.',
      '^scenarios/',
      ['^scenarios/', DSL_DOOR],
      [TEST_CHROMIUM, TEST_HOST],
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|data|\\.cache)/' },
    moduleSystems: ['es6'],
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.mjs', '.js', '.json', '.d.ts'],
    },
    builtInModules: { add: ['node:sqlite', 'node:test'] },
    skipAnalysisNotInRules: true,
  },
};
