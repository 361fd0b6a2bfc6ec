/**
 * `npm test`: every check there is, cheapest first, each with its result; a failed one does not keep the others from
 * running. The last line is the count of static checks and tests together.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureStudio } from '../host/cli/studio-build.ts';
import { ensureChromium } from './chromium.ts';
import { addTallies, readTally, type Tally, talliedLine } from './tally.ts';

const ROOT = resolve(import.meta.dirname, '..');
const REPORTS = join(ROOT, '.cache', 'test');
const HOUSES = ['dsl', 'host', 'plugins', 'studio', 'scenarios', 'scripts'];

const bin = (name: string): string =>
  join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name);

function run(program: string, ...words: readonly string[]): boolean {
  const { status, error } = spawnSync(program, words, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) console.error(error.message);
  return status === 0;
}

const script = (name: string): boolean => run(process.execPath, join(ROOT, 'scripts', name));

interface Step {
  readonly name: string;
  readonly run: () => boolean | Promise<unknown>;
}

const CHECKS: readonly Step[] = [
  { name: 'format and lint (biome)', run: () => run(bin('biome'), 'check', '--error-on-warnings', '.') },
  { name: 'types (tsc)', run: () => run(bin('tsc')) },
  {
    name: 'import rules (dependency-cruiser)',
    run: () => run(bin('depcruise'), '--config', '.dependency-cruiser.mjs', ...HOUSES),
  },
  { name: 'file sizes and names', run: () => script('check-sizes.ts') },
  { name: 'plugin folders and manifests', run: () => script('check-plugins.ts') },
  { name: 'studio builds', run: () => ensureStudio((line) => console.log(line)) },
];

/** Whether the step went well; what it throws is printed. */
async function goesWell(step: Step): Promise<boolean> {
  const start = performance.now();
  console.log(`\n▶ ${step.name}`);
  let well: boolean;
  try {
    well = (await step.run()) !== false;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    well = false;
  }
  console.log(`${well ? '✓' : '✗'} ${step.name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return well;
}

/** Runs one vitest project and counts its tests from vitest's own report. */
async function tests(project: string): Promise<Tally> {
  const report = join(REPORTS, `${project}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const words = ['run', '--project', project, '--passWithNoTests', ...reporters];
  const well = await goesWell({ name: `${project} tests (vitest)`, run: () => run(bin('vitest'), ...words) });
  return readTally(report, well);
}

process.chdir(ROOT);
mkdirSync(REPORTS, { recursive: true });
let tally: Tally = { passed: 0, failed: 0, skipped: 0 };
const failures: string[] = [];
const count = (name: string, more: Tally): void => {
  tally = addTallies(tally, more);
  if (more.failed > 0) failures.push(name);
};
const countStep = async (step: Step): Promise<boolean> => {
  const well = await goesWell(step);
  count(step.name, { passed: well ? 1 : 0, failed: well ? 0 : 1, skipped: 0 });
  return well;
};

for (const step of CHECKS) await countStep(step);
count('unit tests', await tests('unit'));
const chromium = { name: 'Chromium is there', run: async () => console.log(ensureChromium()) };
if (await countStep(chromium)) count('browser tests', await tests('browser'));

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}`);
console.log(`\n${talliedLine(tally)}`);
process.exitCode = tally.failed === 0 ? 0 : 1;
