import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/**
 * Opens, or makes, one of the host's databases. `migrations` are applied once each, in order, and never changed after a
 * release: a later shape is a new entry. `durable` outlives a power cut with every answer; without it only a killed
 * process, which is much quicker.
 * @throws Error with the cure where a newer version of the host has written it
 */
export function openDatabase(file: string, migrations: readonly string[], durable: boolean): Database.Database {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`);
    db.transaction(() => {
      const version = Number(db.pragma('user_version', { simple: true }));
      if (version > migrations.length)
        throw new Error(
          `${file} was written by a newer version; use that, or restore a backup from before the upgrade.`,
        );
      for (const sql of migrations.slice(version)) db.exec(sql);
      db.pragma(`user_version = ${migrations.length}`);
    }).immediate();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
