import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { PluginFailure } from '../../contract/index.ts';

/**
 * The path of a program, given by name, which is looked for along `searchPath`, or by path. `install` says how to get it.
 * Fails with `no-program`.
 */
export async function findProgram(wished: string, searchPath: string, install: string): Promise<string> {
  const folders = searchPath.split(delimiter).filter((folder) => folder !== '');
  const places = wished.includes('/') ? [resolve(wished)] : folders.map((folder) => join(folder, wished));
  let forbidden: string | null = null;
  for (const path of places) {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile()) continue;
    const runs = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return path;
    forbidden ??= path;
  }
  if (forbidden !== null)
    throw new PluginFailure('no-program', `${forbidden} is there, but may not be run.`, `chmod +x ${forbidden}`);
  throw new PluginFailure('no-program', `The program ${wished} is not there.`, install);
}
