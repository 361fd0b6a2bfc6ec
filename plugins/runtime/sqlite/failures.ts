import Database from 'better-sqlite3';
import { PluginFailure } from '../../contract/index.ts';

const CURES: readonly { readonly code: string; readonly when: RegExp; readonly cure: string }[] = [
  {
    code: 'database-locked',
    when: /^SQLITE_(BUSY|LOCKED)/,
    cure: 'Another process is writing to it: stop it, or raise busy_timeout_ms.',
  },
  {
    code: 'database-corrupt',
    when: /^SQLITE_(CORRUPT|NOTADB)/,
    cure: 'Restore it from a backup, or move it away to begin with an empty one.',
  },
  { code: 'disk-full', when: /^SQLITE_FULL/, cure: 'Make room on the disk.' },
  {
    code: 'database-unreachable',
    when: /^SQLITE_(CANTOPEN|READONLY|PERM|IOERR)/,
    cure: 'Check that its folder exists and may be written.',
  },
];

/** Runs `work` on the database in `file`; what SQLite says against it becomes a failure with a cure. */
export function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const known = CURES.find((one) => one.when.test(error.code));
    throw new PluginFailure(
      known?.code ?? 'database-failed',
      `The database ${file}: ${error.message} (${error.code}).`,
      known?.cure ?? 'See the message; if it stays, restore the database from a backup.',
      { cause: error },
    );
  }
}
