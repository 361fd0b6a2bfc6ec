/** `npm run bench -- NAME…` runs scripts/bench/NAME.ts; without a name it lists what there is. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const PARTS = new Set([
  'run',
  'measure',
  'motions',
  'peers',
  'big-script',
  'langium-scene',
  'host-process',
  'prompts',
  'bare-server',
  'sentences',
]);
const folder = import.meta.dirname;
const benches = readdirSync(folder)
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .filter((name) => !PARTS.has(name))
  .sort();
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !benches.includes(name));

if (asked.length === 0 || unknown.length > 0) {
  if (unknown.length > 0) console.error(`There is no bench ${unknown.join(', ')}.`);
  console.log(`npm run bench -- NAME, where NAME is one of: ${benches.join(', ') || '(none yet)'}`);
  process.exitCode = unknown.length > 0 ? 2 : 0;
} else {
  for (const name of asked) {
    const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, `${name}.ts`)], { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}
