import { join } from 'node:path';
import { z } from 'zod';
import { PluginFailure, type RuntimePlugin } from '../../contract/index.ts';
import { openDatabase } from './database.ts';
import { guarded } from './failures.ts';
import { createQueueStore } from './queue-store.ts';
import { createRunStore } from './run-store.ts';
import { createSharedStore } from './shared-store.ts';

const optionsSchema = z.object({
  file: z.string().default('runtime.sqlite'),
  busy_timeout_ms: z.number().int().min(0).default(2000),
});

/** Runs, queue, scenes and events in one SQLite file; each call is one transaction. */
const sqlite: RuntimePlugin = {
  contract: 'runtime/1',
  start: async (context) => {
    const options = optionsSchema.parse(context.options);
    const file = join(context.dataDir, options.file);
    const db = openDatabase(file, options.busy_timeout_ms);
    const shared = createSharedStore(db);
    const runs = createRunStore(db);
    const queue = createQueueStore(db, runs, shared);
    const version = z.string().parse(db.prepare('SELECT sqlite_version()').pluck().get());

    /** `BEGIN IMMEDIATE`: whoever comes second waits at the door, instead of failing half-way through. */
    const writing = async <T>(work: () => T): Promise<T> => {
      if (!db.open) throw new PluginFailure('stopped', 'The runtime has been stopped.');
      return guarded(file, () => db.transaction(work).immediate());
    };
    /** One snapshot for all the statements of a reading. */
    const reading = async <T>(work: () => T): Promise<T> => {
      if (!db.open) throw new PluginFailure('stopped', 'The runtime has been stopped.');
      return guarded(file, () => db.transaction(work).deferred());
    };

    return {
      probe: async () => {
        if (!db.open) return { ready: false, detail: 'The runtime has been stopped.', version };
        const check = guarded(file, () => z.string().parse(db.pragma('quick_check(1)', { simple: true })));
        const ready = check === 'ok';
        return {
          ready,
          detail: ready ? `SQLite ${version}, ${file}` : `The database ${file} is damaged: ${check}`,
          version,
        };
      },
      stop: async () => {
        db.close();
      },
      create: (run) => writing(() => runs.create(run)),
      runs: () => reading(() => runs.runs()),
      run: (runId) => reading(() => runs.run(runId)),
      enqueue: (runId, prompt) => writing(() => queue.enqueue(runId, prompt)),
      claim: (runId, worker, leaseMs) => writing(() => queue.claim(runId, worker, leaseMs)),
      acknowledge: (queueId, worker, outcome, effects) =>
        writing(() => queue.acknowledge(queueId, worker, outcome, effects)),
      recover: (now) => writing(() => queue.recover(now)),
      setStatus: (runId, status, lastError) => writing(() => runs.setStatus(runId, status, lastError)),
      scene: (sceneId) => reading(() => shared.scene(sceneId)),
      saveScene: (sceneId, baseRevision, document) => writing(() => shared.saveScene(sceneId, baseRevision, document)),
      appendEvent: (event) => writing(() => shared.appendEvent(event)),
      eventsSince: (sequence, limit) => reading(() => shared.eventsSince(sequence, limit)),
    };
  },
};

export default sqlite;
