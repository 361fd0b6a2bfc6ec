import { type Dirent, existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { Candidate, PluginSource } from './plugin-record.ts';

const MANIFEST = 'manifest.json';
const KIND_FOLDERS = ['provider', 'voice', 'runtime', 'renderer'] as const;
const KEYWORD = 'opencommotion-plugin';

const subfolders = async (folder: string): Promise<string[]> => {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map((entry) => join(folder, entry.name))
    .sort();
};

const candidate = (folder: string, source: PluginSource): Candidate[] =>
  existsSync(join(folder, MANIFEST)) ? [{ folder, manifestFile: join(folder, MANIFEST), source }] : [];

/** The built-in ones: `plugins/<kind>/<name>/`. */
export async function findBuiltin(folder: string): Promise<Candidate[]> {
  const kinds = await Promise.all(KIND_FOLDERS.map((kind) => subfolders(join(folder, kind))));
  return kinds.flat().flatMap((each) => candidate(each, 'built-in'));
}

/** An entry of OPENCOMMOTION_PLUGINS_PATH: one plugin, or a folder of plugins (also sorted by kind). */
export async function findInPath(folder: string): Promise<Candidate[]> {
  const itself = candidate(folder, 'path');
  if (itself.length > 0) return itself;
  const inside = await subfolders(folder);
  const deeper = await Promise.all(
    inside.map((each) => (KIND_FOLDERS.some((kind) => basename(each) === kind) ? subfolders(each) : [each])),
  );
  return deeper.flat().flatMap((each) => candidate(each, 'path'));
}

const projectSchema = z.object({ dependencies: z.record(z.string(), z.string()).default({}) });
const packageSchema = z.object({
  keywords: z.array(z.string()).default([]),
  opencommotion: z.object({ plugin: z.string() }).optional(),
});

/**
 * The npm packages among the project's direct dependencies that have `"opencommotion": {"plugin": "./manifest.json"}`
 * or the keyword `opencommotion-plugin` in their package.json. A package whose package.json is unreadable is not one.
 */
export async function findPackages(projectDir: string): Promise<Candidate[]> {
  const read = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
  const project = projectSchema.safeParse(await read(join(projectDir, 'package.json')).catch(() => null));
  if (!project.success) return [];
  const found = await Promise.all(
    Object.keys(project.data.dependencies).map(async (name): Promise<Candidate[]> => {
      const folder = join(projectDir, 'node_modules', name);
      const parsed = packageSchema.safeParse(await read(join(folder, 'package.json')).catch(() => null));
      if (!parsed.success) return [];
      const { keywords, opencommotion } = parsed.data;
      if (opencommotion === undefined && !keywords.includes(KEYWORD)) return [];
      const manifestFile = resolve(folder, opencommotion?.plugin ?? MANIFEST);
      return [{ folder: dirname(manifestFile), manifestFile, source: 'package' }];
    }),
  );
  return found.flat();
}
