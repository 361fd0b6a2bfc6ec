import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { PluginFailure, type Run, type Runtime } from '../../contract/index.ts';

const runRow = z.object({
  run_id: z.string(),
  session_id: z.string(),
  label: z.string(),
  status: z.enum(['idle', 'running', 'paused', 'stopped', 'error']),
  auto_run: z.number().transform((flag) => flag !== 0),
  last_error: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
});
const countRow = z.object({
  run_id: z.string(),
  status: z.enum(['queued', 'processing', 'done', 'error']),
  count: z.number(),
});

const COLUMNS = 'run_id, session_id, label, status, auto_run, last_error, created_at, updated_at';

export interface RunStore {
  create(run: Parameters<Runtime['create']>[0]): Run;
  runs(): readonly Run[];
  run(runId: string): Run;
  /** Cheaper than `run` where only its existence matters. Fails with `unknown-run`. */
  ensure(runId: string): void;
  setStatus(runId: string, status: Run['status'], lastError?: string | null): Run;
  noteError(runId: string, error: string): void;
}

export function createRunStore(db: Database.Database): RunStore {
  const insert = db.prepare(
    `INSERT INTO runs (${COLUMNS}) VALUES (@run_id, @session_id, @label, 'idle', @auto_run, NULL, @at, @at) ON CONFLICT DO NOTHING`,
  );
  const all = db.prepare(`SELECT ${COLUMNS} FROM runs ORDER BY position`);
  const one = db.prepare(`SELECT ${COLUMNS} FROM runs WHERE run_id = ?`);
  const counts = db.prepare('SELECT run_id, status, COUNT(*) AS count FROM queue_items GROUP BY run_id, status');
  const countsOf = db.prepare(
    'SELECT run_id, status, COUNT(*) AS count FROM queue_items WHERE run_id = ? GROUP BY status',
  );
  const update = db.prepare('UPDATE runs SET status = ?, updated_at = ? WHERE run_id = ?');
  const updateError = db.prepare('UPDATE runs SET last_error = ?, updated_at = ? WHERE run_id = ?');

  const withQueue = (row: Omit<Run, 'queue'>, counted: readonly z.infer<typeof countRow>[]): Run => {
    const queue = { queued: 0, processing: 0, done: 0, error: 0 };
    for (const { status, count } of counted) queue[status] = count;
    return { ...row, queue };
  };
  const known = (runId: string): Omit<Run, 'queue'> => {
    const row = one.get(runId);
    if (row === undefined) throw new PluginFailure('unknown-run', `There is no run "${runId}".`, 'Create it first.');
    return runRow.parse(row);
  };
  const run = (runId: string): Run => withQueue(known(runId), countRow.array().parse(countsOf.all(runId)));

  return {
    run,
    runs: () => {
      const byRun = Map.groupBy(countRow.array().parse(counts.all()), (row) => row.run_id);
      return runRow
        .array()
        .parse(all.all())
        .map((row) => withQueue(row, byRun.get(row.run_id) ?? []));
    },
    ensure: (runId) => {
      known(runId);
    },
    create: ({ run_id = randomUUID(), session_id, label, auto_run }) => {
      const at = new Date().toISOString();
      const { changes } = insert.run({ run_id, session_id, label, auto_run: auto_run ? 1 : 0, at });
      if (changes === 0)
        throw new PluginFailure('run-exists', `There is a run "${run_id}" already.`, 'Choose another run_id.');
      return run(run_id);
    },
    setStatus: (runId, status, lastError) => {
      const at = new Date().toISOString();
      update.run(status, at, runId);
      if (lastError !== undefined) updateError.run(lastError, at, runId);
      return run(runId);
    },
    noteError: (runId, error) => {
      updateError.run(error, new Date().toISOString(), runId);
    },
  };
}
