import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** Each is applied once, in order, and never changed after a release: a later shape is a new entry. */
const MIGRATIONS: readonly string[] = [
  `CREATE TABLE artifacts (
     position INTEGER PRIMARY KEY AUTOINCREMENT,
     artifact_id TEXT NOT NULL UNIQUE,
     record TEXT NOT NULL,
     pinned INTEGER NOT NULL DEFAULT 0,
     archived INTEGER NOT NULL DEFAULT 0,
     updated_at TEXT NOT NULL,
     meaning BLOB NOT NULL
   ) STRICT;
   CREATE VIRTUAL TABLE artifact_words USING fts5 (
     title, tags, summary, script,
     tokenize = 'porter unicode61 remove_diacritics 2'
   );`,
];

/**
 * Opens, or makes, the database of artifacts.
 * @throws Error with the cure where a newer version of the host has written it
 */
export function openArtifactDatabase(file: string): Database.Database {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file);
  try {
    db.pragma('journal_mode = WAL');
    // What was answered as saved must outlive a power cut.
    db.pragma('synchronous = FULL');
    db.transaction(() => {
      const version = Number(db.pragma('user_version', { simple: true }));
      if (version > MIGRATIONS.length)
        throw new Error(
          `${file} was written by a newer version; use that, or restore a backup from before the upgrade.`,
        );
      for (const sql of MIGRATIONS.slice(version)) db.exec(sql);
      db.pragma(`user_version = ${MIGRATIONS.length}`);
    }).immediate();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
