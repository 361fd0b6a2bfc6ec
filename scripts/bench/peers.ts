/**
 * The libraries that the benches measure against. They are installed when a bench asks, into `.cache/bench`, so that
 * they never become dependencies of the product.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const CACHE = fileURLToPath(new URL('../../.cache/bench/', import.meta.url));

/** Where the peers are installed; ends with a slash. */
export const peerFolder = (): string => CACHE;

function installedVersion(name: string): string | null {
  const manifest = `${CACHE}node_modules/${name}/package.json`;
  if (!existsSync(manifest)) return null;
  const parsed: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  return typeof parsed === 'object' && parsed !== null && 'version' in parsed ? String(parsed.version) : null;
}

function install(name: string, version: string): void {
  mkdirSync(CACHE, { recursive: true });
  const manifest = `${CACHE}package.json`;
  if (!existsSync(manifest)) writeFileSync(manifest, '{ "name": "bench-peers", "private": true, "type": "module" }\n');
  console.error(`Installing the peer ${name}@${version} into .cache/bench`);
  const { status } = spawnSync(
    'npm',
    [
      'install',
      '--save-exact',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${name}@${version}`,
    ],
    { cwd: CACHE, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm could not install the peer ${name}@${version} (exit code ${status}).`);
}

/**
 * Installs exactly `name@version` if it is not there yet and imports it, or its `entry`: `gsap/dist/gsap.js` as the
 * package exports it, `./lib/index.js` a file of the package (for packages that export to `import` alone).
 * @throws Error where npm can't install it
 */
export async function peer(name: string, version: string, entry: string = name): Promise<unknown> {
  if (installedVersion(name) !== version) install(name, version);
  const path = entry.startsWith('./')
    ? `${CACHE}node_modules/${name}/${entry}`
    : createRequire(`${CACHE}package.json`).resolve(entry);
  return import(pathToFileURL(path).href);
}
