import type Database from 'better-sqlite3';

/** Each is applied once, in order, and never changed after a release: a later shape is a new entry. */
const MIGRATIONS: readonly { readonly name: string; readonly sql: string }[] = [
  {
    name: 'runs, queue, scenes and events',
    sql: `
      CREATE TABLE runs (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        run_id TEXT NOT NULL UNIQUE,
        session_id TEXT NOT NULL,
        label TEXT NOT NULL,
        status TEXT NOT NULL,
        auto_run INTEGER NOT NULL,
        last_error TEXT,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE TABLE queue_items (
        position INTEGER PRIMARY KEY AUTOINCREMENT,
        queue_id TEXT NOT NULL UNIQUE,
        run_id TEXT NOT NULL REFERENCES runs (run_id),
        prompt TEXT NOT NULL,
        status TEXT NOT NULL,
        attempts INTEGER NOT NULL,
        worker TEXT,
        lease_until INTEGER,
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
      ) STRICT;
      CREATE INDEX queue_items_by_run ON queue_items (run_id, status, position);
      CREATE INDEX queue_items_by_lease ON queue_items (lease_until) WHERE status = 'processing';
      CREATE TABLE scene_revisions (
        scene_id TEXT NOT NULL,
        revision INTEGER NOT NULL,
        document TEXT NOT NULL,
        saved_at TEXT NOT NULL,
        PRIMARY KEY (scene_id, revision)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE events (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT,
        event TEXT NOT NULL,
        stored_at TEXT NOT NULL
      ) STRICT;
    `,
  },
];

/** How many migrations this plugin knows; a database with more comes from a newer one. */
export const NEWEST = MIGRATIONS.length;

/** Brings the database to the newest shape, in one transaction; answers with the version it found. */
export function migrate(db: Database.Database): number {
  return db
    .transaction(() => {
      db.exec(
        'CREATE TABLE IF NOT EXISTS migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
      );
      const found = Number(db.prepare('SELECT COALESCE(MAX(version), 0) FROM migrations').pluck().get());
      const note = db.prepare('INSERT INTO migrations (version, name, applied_at) VALUES (?, ?, ?)');
      for (const [index, migration] of MIGRATIONS.entries()) {
        if (index < found) continue;
        db.exec(migration.sql);
        note.run(index + 1, migration.name, new Date().toISOString());
      }
      return found;
    })
    .immediate();
}
