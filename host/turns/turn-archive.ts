import { join } from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import { openDatabase } from '../open-database.ts';
import { type TurnRecord, turnRecordSchema } from './turn-record.ts';

const MIGRATIONS: readonly string[] = [
  `CREATE TABLE turns (
     position INTEGER PRIMARY KEY AUTOINCREMENT,
     session_id TEXT NOT NULL,
     turn_id TEXT NOT NULL,
     request_key TEXT,
     fingerprint TEXT NOT NULL,
     state TEXT NOT NULL,
     record TEXT NOT NULL,
     envelope TEXT NOT NULL,
     UNIQUE (session_id, turn_id)
   ) STRICT;
   CREATE UNIQUE INDEX turns_by_key ON turns (session_id, request_key) WHERE request_key IS NOT NULL;
   CREATE INDEX turns_by_id ON turns (turn_id);`,
];

/** How many turns are remembered; a repetition of an older one is a new turn. */
const MOST_KEPT = 2_000;
const PRUNE_EVERY = 100;

/** What a client calls a request that it may send again, and a hash of what it asked for. */
export interface RequestKey {
  readonly session_id: string;
  readonly key: string | null;
  readonly fingerprint: string;
}

interface Row {
  readonly fingerprint: string;
  readonly record: string;
  readonly envelope: string;
}

export interface Kept {
  readonly fingerprint: string;
  readonly record: TurnRecord;
}

/**
 * The records of turns, in `data/turns.sqlite`. A turn is kept as `saving` before its scene is saved and as `done` after
 * it, so that after a crash in between the scene itself tells which it was.
 */
export class TurnArchive {
  readonly #db: Database;
  readonly #statements: ReturnType<typeof prepare>;
  #puts = 0;

  constructor(dataDir: string) {
    this.#db = openDatabase(join(dataDir, 'turns.sqlite'), MIGRATIONS, false);
    this.#statements = prepare(this.#db);
  }

  put({ envelope, ...record }: TurnRecord, { key, fingerprint }: Omit<RequestKey, 'session_id'>): void {
    const { session_id, state, turn_id } = record;
    const [small, large] = [JSON.stringify(record), JSON.stringify(envelope)];
    this.#statements.put.run(session_id, turn_id, key, fingerprint, state, small, large);
    this.#puts += 1;
    if (this.#puts % PRUNE_EVERY === 0) this.#statements.prune.run(MOST_KEPT);
  }

  /** Brings a record up to date but for its envelope, which is much larger than the rest. */
  settle({ envelope: _, ...record }: TurnRecord): void {
    this.#statements.settle.run(record.state, JSON.stringify(record), record.session_id, record.turn_id);
  }

  forget(sessionId: string, turnId: string): void {
    this.#statements.forget.run(sessionId, turnId);
  }

  byKey(sessionId: string, key: string): Kept | null {
    return keptOf(this.#statements.byKey.get(sessionId, key));
  }

  /** Of any session where none is named: then the newest. */
  byId(turnId: string, sessionId: string | null): Kept | null {
    return keptOf(this.#statements.byId.get({ turnId, sessionId }));
  }

  /** The newest first. */
  list(sessionId: string | null, limit: number): readonly Kept[] {
    return this.#statements.list.all({ sessionId, limit }).flatMap((row) => keptOf(row) ?? []);
  }

  close(): void {
    this.#db.close();
  }
}

const COLUMNS = 'fingerprint, record, envelope';

const prepare = (db: Database) => ({
  put: db.prepare(
    `INSERT INTO turns (session_id, turn_id, request_key, fingerprint, state, record, envelope) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET turn_id = excluded.turn_id, fingerprint = excluded.fingerprint, request_key = excluded.request_key,
       state = excluded.state, record = excluded.record, envelope = excluded.envelope`,
  ),
  settle: db.prepare('UPDATE turns SET state = ?, record = ? WHERE session_id = ? AND turn_id = ?'),
  forget: db.prepare('DELETE FROM turns WHERE session_id = ? AND turn_id = ?'),
  prune: db.prepare('DELETE FROM turns WHERE position <= (SELECT MAX(position) FROM turns) - ?'),
  byKey: db.prepare(`SELECT ${COLUMNS} FROM turns WHERE session_id = ? AND request_key = ?`) as Statement<
    [string, string],
    Row
  >,
  byId: db.prepare(
    `SELECT ${COLUMNS} FROM turns WHERE turn_id = $turnId AND ($sessionId IS NULL OR session_id = $sessionId)
     ORDER BY position DESC LIMIT 1`,
  ) as Statement<[{ turnId: string; sessionId: string | null }], Row>,
  list: db.prepare(
    `SELECT ${COLUMNS} FROM turns WHERE $sessionId IS NULL OR session_id = $sessionId ORDER BY position DESC LIMIT $limit`,
  ) as Statement<[{ sessionId: string | null; limit: number }], Row>,
});

/** A row that cannot be read counts as none: the turn is then answered anew. */
function keptOf(row: Row | undefined): Kept | null {
  if (row === undefined) return null;
  const parsed = turnRecordSchema.safeParse({ ...JSON.parse(row.record), envelope: JSON.parse(row.envelope) });
  return parsed.success ? { fingerprint: row.fingerprint, record: parsed.data } : null;
}
