import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { filesOf, read } from '../../dsl/index.ts';

export interface Example {
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

const NAME = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Just for the list; the script is not compiled for it. */
const TITLE = /^\s*scene\s+"([^"\n]*)"/m;
const SUFFIX = '.scene';

/** The certified scenarios as examples: `scenarios/*.scene`. */
export class ExampleStore {
  readonly #folder: string;
  constructor(folder: string) {
    this.#folder = folder;
  }

  async list(): Promise<Example[]> {
    const files = await readdir(this.#folder).catch(() => []);
    const names = files.filter((file) => file.endsWith(SUFFIX)).map((file) => basename(file, SUFFIX));
    const examples = names
      .filter((name) => NAME.test(name))
      .sort()
      .map(async (name) => {
        const script = (await this.read(name)) ?? '';
        return { name, title: TITLE.exec(script)?.[1] ?? name, description: openingComment(script) };
      });
    return Promise.all(examples);
  }

  /** The script, or null where there is none of that name. */
  async read(name: string): Promise<string | null> {
    if (!NAME.test(name)) return null;
    return readFile(join(this.#folder, `${name}${SUFFIX}`), 'utf8').catch(() => null);
  }

  /** The data files beside the examples that a script names, by the path it names them by. */
  async files(script: string): Promise<Readonly<Record<string, string>>> {
    const found = await Promise.all(
      filesOf(read(script).value).map(async (path): Promise<readonly (readonly [string, string])[]> => {
        const file = resolve(this.#folder, path);
        if (relative(this.#folder, file).startsWith('..')) return [];
        // A file that is missing is a diagnostic of the script, where the author sees it.
        const text = await readFile(file, 'utf8').catch(() => null);
        return text === null ? [] : [[path, text]];
      }),
    );
    return Object.fromEntries(found.flat());
  }
}

/** The comment that a script begins with, as one paragraph. */
function openingComment(script: string): string {
  const lines = script.split('\n');
  const end = lines.findIndex((line) => !/^\s*(\/\/|#)/.test(line));
  return lines
    .slice(0, end < 0 ? lines.length : end)
    .map((line) => line.replace(/^\s*(\/\/|#)\s*/, '').trim())
    .join(' ')
    .trim();
}
