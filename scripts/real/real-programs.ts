/**
 * The real programs that plugins are tried with. They are installed when somebody asks, into `.cache/real`, so that they
 * never become dependencies of the product.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

const CACHE = resolve(import.meta.dirname, '../../.cache/real');
const OURS = resolve(import.meta.dirname, '../../node_modules/.bin');

/** A PATH on which the pinned Node comes first: OpenClaw needs it. */
export const PROGRAM_PATH = `${OURS}:${process.env.PATH ?? ''}`;

function installedVersion(name: string): string | null {
  const file = join(CACHE, 'node_modules', name, 'package.json');
  if (!existsSync(file)) return null;
  return z.object({ version: z.string() }).parse(JSON.parse(readFileSync(file, 'utf8'))).version;
}

/**
 * Installs exactly `name@version` if it is not there yet; the path of its program `bin`.
 * @throws Error where npm can't install it
 */
export function realProgram(name: string, version: string, bin: string): string {
  packageFolder(name, version);
  return join(CACHE, 'node_modules', '.bin', bin);
}

/**
 * Installs exactly `name@version` if it is not there yet, without running its scripts; its folder.
 * @throws Error where npm can't install it
 */
export function packageFolder(name: string, version: string): string {
  if (installedVersion(name) !== version) {
    mkdirSync(CACHE, { recursive: true });
    const manifest = join(CACHE, 'package.json');
    if (!existsSync(manifest)) writeFileSync(manifest, '{ "name": "real-programs", "private": true }\n');
    console.error(`Installing ${name}@${version} into .cache/real`);
    const words = ['install', '--save-exact', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { status } = spawnSync('npm', [...words, `${name}@${version}`], {
      cwd: CACHE,
      env: { ...process.env, PATH: PROGRAM_PATH },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (status !== 0) throw new Error(`npm could not install ${name}@${version} (exit code ${status}).`);
  }
  return join(CACHE, 'node_modules', name);
}
