import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { prefabsOf, read, type Surroundings } from '../../dsl/index.ts';

const FILE = /^[a-z0-9][a-z0-9-]{0,63}\.scene$/;

interface Known {
  readonly stamp: string;
  readonly text: string;
  readonly names: readonly string[];
}

/** The prefabs of `scenarios/library`, each file read again when it has changed. */
export class LibraryStore {
  readonly #folder: string;
  readonly #known = new Map<string, Known>();
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The text of the file that holds it, by the name of each prefab; none where there is no library. */
  async prefabs(): Promise<Readonly<Record<string, string>>> {
    const files = (await readdir(this.#folder).catch(() => [])).filter((file) => FILE.test(file)).sort();
    const known = await Promise.all(files.map((file) => this.#read(file)));
    return Object.fromEntries(known.flatMap((each) => each?.names.map((name) => [name, each.text]) ?? []));
  }

  /** What stands around a script: the library where it uses any, and the files that came with it. */
  async around(script: string, files: Readonly<Record<string, string>> | null | undefined): Promise<Surroundings> {
    const given = files ?? {};
    // Most scripts use none, and need not be read twice.
    if (!/\buse\b/.test(script) || prefabsOf(read(script).value).length === 0) return { files: given };
    return { prefabs: await this.prefabs(), files: given };
  }

  async #read(file: string): Promise<Known | null> {
    const path = join(this.#folder, file);
    try {
      const { mtimeMs, size } = await stat(path);
      const stamp = `${mtimeMs} ${size}`;
      const before = this.#known.get(file);
      if (before?.stamp === stamp) return before;
      const text = await readFile(path, 'utf8');
      const { statements } = read(text).value;
      const names = statements.flatMap((each) => (each.kind === 'prefab' && each.name ? [each.name.text] : []));
      const known = { stamp, text, names };
      this.#known.set(file, known);
      return known;
    } catch (error) {
      // It was there when the folder was listed: somebody is just saving or removing it.
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
  }
}
