import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';

/** A folder may be "executable" too. */
const canRun = (path: string): Promise<boolean> =>
  Promise.all([access(path, constants.X_OK), stat(path)]).then(
    ([, found]) => found.isFile(),
    () => false,
  );

/** The path of a program: `name` itself where it is a path, else where it stands along `searchPath`. Null where there is none that may be run. */
export async function findProgram(name: string, searchPath: string): Promise<string | null> {
  if (/[\\/]/.test(name)) return (await canRun(name)) ? resolve(name) : null;
  for (const folder of searchPath.split(delimiter)) {
    const path = join(folder, name);
    if (folder !== '' && (await canRun(path))) return path;
  }
  return null;
}
