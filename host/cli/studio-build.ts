import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** Where the built studio lies; the host serves it and `render` draws with it. */
export const STUDIO_FOLDER = join(ROOT, 'dist', 'studio');

/** Says from which sources the build was made. */
const STAMP = '.sources';

/** Everything the build is made of. */
const SOURCES = [
  'studio',
  'dsl',
  'plugins/contract',
  'plugins/renderer',
  'scenarios/a-cow-moon.scene',
  'vite.config.ts',
  'package-lock.json',
];

const IS_SOURCE = /\.(?:ts|js|mjs|css|html|json|svg|png|woff2?|frag|vert|glsl)$/;
const IS_TEST = /\.test\.ts$|\/(?:golden|fixtures)\//;

async function listFiles(source: string): Promise<string[]> {
  const path = join(ROOT, source);
  if (!existsSync(path)) return [];
  if (/\.\w+$/.test(source)) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => IS_SOURCE.test(file) && !IS_TEST.test(file));
}

/** SHA-256 over names and contents, so that a fresh checkout and a touched file count as unchanged. */
async function hashSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(SOURCES.map(listFiles))).flat().sort();
  for (const file of files)
    hash
      .update(`${file.slice(ROOT.length)}\0`)
      .update(await readFile(file))
      .update('\0');
  return hash.digest('hex');
}

async function builtFrom(): Promise<string | null> {
  const stamp = join(STUDIO_FOLDER, STAMP);
  return existsSync(stamp) ? await readFile(stamp, 'utf8') : null;
}

/** Builds beside the place and moves in when done: whoever serves the old build never sees half of the new one. */
async function build(sources: string): Promise<void> {
  const { build: viteBuild } = await import('vite');
  const fresh = `${STUDIO_FOLDER}.${process.pid}.new`;
  const stale = `${STUDIO_FOLDER}.${process.pid}.old`;
  try {
    await viteBuild({
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'warn',
      build: { outDir: fresh, emptyOutDir: true },
    });
    await writeFile(join(fresh, STAMP), sources);
    await mkdir(join(ROOT, 'dist'), { recursive: true });
    if (existsSync(STUDIO_FOLDER)) await rename(STUDIO_FOLDER, stale);
    await rename(fresh, STUDIO_FOLDER);
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(stale, { recursive: true, force: true });
  }
}

/**
 * Makes sure that dist/studio is built from the sources as they are, and returns its path.
 * @param say is told in one line what happens and how long it took; silent when there is nothing to do
 */
export async function ensureStudio(say: (line: string) => void): Promise<string> {
  const sources = await hashSources();
  if ((await builtFrom()) === sources) return STUDIO_FOLDER;
  const start = performance.now();
  say(existsSync(STUDIO_FOLDER) ? 'Building the studio: its sources have changed.' : 'Building the studio, once.');
  await build(sources);
  say(`Built the studio in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
  return STUDIO_FOLDER;
}
