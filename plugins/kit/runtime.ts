import type { Runtime, RuntimePlugin } from '../contract/index.ts';
import type { Check } from './check.ts';
import { createBench, lifeChecks } from './life.ts';
import { durabilityChecks } from './runtime-durability.ts';
import { queueChecks } from './runtime-queue.ts';
import { sharedStateChecks } from './runtime-shared-state.ts';

/**
 * What a plugin of kind `runtime` must do. One that lists the capability `durable` is also stopped and started again,
 * and run twice on the same folder. `options` are settings that the manifest allows.
 */
export function runtimeConformance(
  plugin: RuntimePlugin,
  manifestUrl: URL,
  options: Readonly<Record<string, unknown>> = {},
): readonly Check[] {
  const bench = createBench<Runtime>(plugin, manifestUrl, 'runtime', options);
  return [
    ...lifeChecks(plugin, manifestUrl, 'runtime', options),
    ...queueChecks(bench),
    ...sharedStateChecks(bench),
    ...durabilityChecks(plugin, bench, options),
  ];
}
