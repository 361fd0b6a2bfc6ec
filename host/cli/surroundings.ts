import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, normalize } from 'node:path';
import { filesOf, read, type Surroundings } from '../../dsl/index.ts';
import { STDIN } from './input.ts';
import { ROOT } from './root.ts';

/** A data file larger than this is not read: charts of it could not be seen anyway. */
const MOST_BYTES = 1024 * 1024;
const SUFFIX = '.scene';

/** The text of a file of reasonable size, or null where there is none to be read: `check` then says so, with its place. */
async function smallText(path: string): Promise<string | null> {
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : Number.POSITIVE_INFINITY),
    () => Number.POSITIVE_INFINITY,
  );
  if (size > MOST_BYTES) return null;
  return readFile(path, 'utf8').catch(() => null);
}

/** Only what lies beside the script or below: a script may come from anybody. */
const liesBeside = (path: string): boolean => !isAbsolute(path) && !normalize(path).startsWith('..') && path !== '';

/** The text of the file that holds it, by the name of each prefab. */
async function prefabsIn(folder: string): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(SUFFIX)).sort();
  const texts = await Promise.all(files.map((file) => smallText(join(folder, file))));
  const named = texts.flatMap((text) =>
    text === null ? [] : prefabsHeldBy(text).map((name) => [name, text] as const),
  );
  return Object.fromEntries(named);
}

const prefabsHeldBy = (text: string): string[] =>
  read(text).value.statements.flatMap((each) => (each.kind === 'prefab' && each.name ? [each.name.text] : []));

/**
 * What lies around a script: the data files that it names, from its own folder, and prefabs by name, from the product's
 * library and from a folder `library` beside the script, which goes first. `path` may be `-`: then the folder is the
 * one that the command was given in.
 */
export async function surroundingsOf(path: string, text: string): Promise<Surroundings> {
  const folder = path === STDIN ? '.' : dirname(path);
  const [ours, theirs] = await Promise.all([
    prefabsIn(join(ROOT, 'scenarios', 'library')),
    prefabsIn(join(folder, 'library')),
  ]);
  const named = filesOf(read(text).value).filter(liesBeside);
  const files = await Promise.all(named.map(async (file) => [file, await smallText(join(folder, file))]));
  return {
    prefabs: { ...ours, ...theirs },
    files: Object.fromEntries(files.filter(([, content]) => content !== null)),
  };
}
