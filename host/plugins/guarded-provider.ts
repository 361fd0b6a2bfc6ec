import type { Provider } from '../../plugins/contract/index.ts';
import { embeddingsSchema, pieceSchema, providerProbeSchema } from './plugin-answers.ts';
import type { PluginGuard } from './plugin-guard.ts';
import { method, optionalMethod } from './plugin-method.ts';

/** A provider behind the guard; `plugin` is whatever its `start` gave. */
export function guardProvider(guard: PluginGuard, plugin: unknown): Provider {
  const probe = method(plugin, 'probe');
  const stop = method(plugin, 'stop');
  const compose = method(plugin, 'compose');
  const embed = optionalMethod(plugin, 'embed');
  return {
    probe: (signal) => guard.call('probe', (inner) => probe(inner), providerProbeSchema.parse, { signal }),
    stop: () =>
      guard.call(
        'stop',
        () => stop(),
        () => undefined,
      ),
    embed:
      embed &&
      ((texts, signal) => guard.call('embed', (inner) => embed([...texts], inner), embeddingsSchema.parse, { signal })),
    compose: (request, signal) =>
      guard.stream(
        'compose',
        (inner) => compose(structuredClone(request), inner) as AsyncIterable<unknown>,
        pieceSchema.parse,
        { signal },
      ),
  };
}
