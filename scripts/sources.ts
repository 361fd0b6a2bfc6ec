import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export interface SourceFile {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  readonly text: string;
}

/** Written by a program, so not for people to read: no budget holds for them. */
const GENERATED = /(?:^|\/)generated\/|\.golden\.|(?:^|\/)fixtures\//;

/** Paths of the working tree that git does not ignore and whose name fits, without generated files. */
export function listSources(name: RegExp): string[] {
  const listed = execFileSync(
    'git',
    ['-c', 'safe.directory=*', 'ls-files', '-z', '--cached', '--others', '--exclude-standard'],
    {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return listed.split('\0').filter((path) => name.test(path) && !GENERATED.test(path) && existsSync(path));
}
