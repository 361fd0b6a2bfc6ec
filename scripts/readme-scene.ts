import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const README = join(resolve(import.meta.dirname, '..'), 'README.md');

/** The scene script that the README shows: what people see there is what the tests and the pictures use. */
export function readmeScene(): string {
  const script = /```scene\n([\s\S]*?)```/.exec(readFileSync(README, 'utf8'))?.[1];
  if (script === undefined) throw new Error('README.md shows no ```scene block any more.');
  return script;
}
