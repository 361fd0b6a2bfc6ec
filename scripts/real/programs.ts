/** Programs that people install apart. They are installed when a trial asks, into `.cache/real`, never as a dependency. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const CACHE = fileURLToPath(new URL('../../.cache/real/', import.meta.url));

/** The exact versions that the plugins were tried with. */
export const PROGRAMS = {
  codex: { package: '@openai/codex', version: '0.169.0' },
  openclaw: { package: 'openclaw', version: '2026.9.6' },
} as const;

/** Where trials may write; git ignores it. */
export const trialFolder = (): string => CACHE;

/** What a program finds others by: this very Node first, since OpenClaw does not run under older ones. */
export const searchPath = (): string => `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;

const versionSchema = z.object({ version: z.string() });

/**
 * The path of the program, which is installed in exactly that version if it is not there yet.
 * @throws Error where npm can't install it
 */
export function installedProgram(name: keyof typeof PROGRAMS): string {
  const { package: wanted, version } = PROGRAMS[name];
  const folder = join(CACHE, name);
  const manifest = join(folder, 'node_modules', wanted, 'package.json');
  const found = existsSync(manifest) ? versionSchema.parse(JSON.parse(readFileSync(manifest, 'utf8'))).version : null;
  if (found !== version) {
    console.error(`Installing ${wanted}@${version} into .cache/real/${name}`);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), `{ "name": "real-${name}", "private": true }\n`);
    const { status } = spawnSync(
      'npm',
      ['install', '--save-exact', '--no-audit', '--no-fund', '--loglevel=error', `${wanted}@${version}`],
      { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, PATH: searchPath() } },
    );
    if (status !== 0) throw new Error(`npm could not install ${wanted}@${version} (exit code ${status}).`);
  }
  return join(folder, 'node_modules/.bin', name);
}
