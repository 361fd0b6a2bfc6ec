import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { PluginFailure } from '../../contract/index.ts';
import { guarded } from './failures.ts';
import { migrate, NEWEST } from './migrations.ts';

/** Opens, or makes, the database of this plugin. Fails with the codes of `guarded` and with `database-newer`. */
export function openDatabase(file: string, busyTimeoutMs: number): Database.Database {
  mkdirSync(dirname(file), { recursive: true });
  const db = guarded(file, () => new Database(file, { timeout: busyTimeoutMs }));
  try {
    const found = guarded(file, () => {
      db.pragma('journal_mode = WAL');
      // An acknowledged turn must outlive a power cut, so each commit is synced.
      db.pragma('synchronous = FULL');
      db.pragma('foreign_keys = ON');
      return migrate(db);
    });
    if (found > NEWEST)
      throw new PluginFailure(
        'database-newer',
        `The database ${file} has shape ${found}; this version of runtime/sqlite knows ${NEWEST}.`,
        'Use the newer version, or restore a backup from before the upgrade.',
      );
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
