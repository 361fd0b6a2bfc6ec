import type { Provider } from '../../plugins/contract/index.ts';
import { pieceSchema, providerProbeSchema } from './plugin-answers.ts';
import type { PluginGuard } from './plugin-guard.ts';
import { method } from './plugin-method.ts';

/** A provider behind the guard; `plugin` is whatever its `start` gave. */
export function guardProvider(guard: PluginGuard, plugin: unknown): Provider {
  const probe = method(plugin, 'probe');
  const stop = method(plugin, 'stop');
  const compose = method(plugin, 'compose');
  return {
    probe: (signal) => guard.call('probe', (inner) => probe(inner), providerProbeSchema.parse, { signal }),
    stop: () =>
      guard.call(
        'stop',
        () => stop(),
        () => undefined,
      ),
    compose: (request, signal) =>
      guard.stream(
        'compose',
        (inner) => compose(structuredClone(request), inner) as AsyncIterable<unknown>,
        pieceSchema.parse,
        { signal },
      ),
  };
}
