import type { Database } from 'better-sqlite3';
import { openDatabase } from '../open-database.ts';

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
  `CREATE TABLE artifact_vectors (
     position INTEGER NOT NULL,
     model TEXT NOT NULL,
     vector BLOB NOT NULL,
     PRIMARY KEY (position, model)
   ) STRICT, WITHOUT ROWID;`,
];

/** The database of artifacts: what was answered as saved must outlive a power cut. */
export const openArtifactDatabase = (file: string): Database => openDatabase(file, MIGRATIONS, true);
