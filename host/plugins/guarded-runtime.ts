import { z } from 'zod';
import type { Runtime } from '../../plugins/contract/index.ts';
import { probeSchema, queueItemSchema, runSchema, sceneRecordSchema, storedEventSchema } from './plugin-answers.ts';
import type { PluginGuard } from './plugin-guard.ts';
import { method } from './plugin-method.ts';

/** Codes by which a runtime answers a question; they say nothing against it. */
export const RUNTIME_ANSWERS = [
  'unknown-run',
  'run-exists',
  'unknown-item',
  'not-claimed',
  'revision-conflict',
] as const;

const items = z.array(queueItemSchema);
const itemOrNone = queueItemSchema.nullable();
const sceneOrNone = sceneRecordSchema.nullable();
const events = z.array(storedEventSchema);
const runs = z.array(runSchema);
const sequence = z.int().nonnegative();

/** A runtime behind the guard; `plugin` is whatever its `start` gave. */
export function guardRuntime(guard: PluginGuard, plugin: unknown): Runtime {
  const call =
    <T, A extends readonly unknown[]>(name: string, schema: z.ZodType<T>) =>
    (...given: A): Promise<T> =>
      guard.call(
        name,
        () => method(plugin, name)(...structuredClone(given)),
        (result) => schema.parse(result),
      );
  const probe = method(plugin, 'probe');
  const stop = method(plugin, 'stop');
  return {
    probe: (signal) => guard.call('probe', (inner) => probe(inner), probeSchema.parse, { signal }),
    stop: () =>
      guard.call(
        'stop',
        () => stop(),
        () => undefined,
      ),
    create: call('create', runSchema),
    runs: call('runs', runs),
    run: call('run', runSchema),
    enqueue: call('enqueue', queueItemSchema),
    claim: call('claim', itemOrNone),
    acknowledge: call('acknowledge', queueItemSchema),
    recover: call('recover', items),
    setStatus: call('setStatus', runSchema),
    scene: call('scene', sceneOrNone),
    saveScene: call('saveScene', sceneRecordSchema),
    appendEvent: call('appendEvent', sequence),
    eventsSince: call('eventsSince', events),
  };
}
