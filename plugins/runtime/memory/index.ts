import type { RuntimePlugin } from '../../contract/index.ts';
import { createRunQueue } from './run-queue.ts';
import { createSharedState } from './shared-state.ts';

/** Keeps everything in two maps and a list. Each call runs to its end without waiting, so each is a transaction. */
const memory: RuntimePlugin = {
  contract: 'runtime/1',
  start: async () => {
    const state = createSharedState();
    const queue = createRunQueue(state);
    return {
      probe: async () => ({
        ready: true,
        detail: 'In memory: nothing survives the end of the process.',
        version: null,
      }),
      stop: async () => undefined,
      create: async (run) => queue.create(run),
      runs: async () => queue.runs(),
      run: async (runId) => queue.run(runId),
      enqueue: async (runId, prompt) => queue.enqueue(runId, prompt),
      claim: async (runId, worker, leaseMs) => queue.claim(runId, worker, leaseMs),
      acknowledge: async (queueId, worker, outcome, effects) => queue.acknowledge(queueId, worker, outcome, effects),
      recover: async (now) => queue.recover(now),
      setStatus: async (runId, status, lastError) => queue.setStatus(runId, status, lastError),
      scene: async (sceneId) => state.scene(sceneId),
      saveScene: async (sceneId, baseRevision, document) => state.saveScene(sceneId, baseRevision, document),
      appendEvent: async (event) => state.appendEvent(event),
      eventsSince: async (sequence, limit) => state.eventsSince(sequence, limit),
    };
  },
};

export default memory;
