import type { Voice } from '../../plugins/contract/index.ts';
import { probeSchema, speechSchema, transcriptSchema, voiceNamesSchema } from './plugin-answers.ts';
import type { PluginGuard } from './plugin-guard.ts';
import { method, optionalMethod } from './plugin-method.ts';

/** A voice behind the guard; `plugin` is whatever its `start` gave. */
export function guardVoice(guard: PluginGuard, plugin: unknown): Voice {
  const probe = method(plugin, 'probe');
  const stop = method(plugin, 'stop');
  const voices = method(plugin, 'voices');
  const speak = optionalMethod(plugin, 'speak');
  const transcribe = optionalMethod(plugin, 'transcribe');
  return {
    probe: (signal) => guard.call('probe', (inner) => probe(inner), probeSchema.parse, { signal }),
    stop: () =>
      guard.call(
        'stop',
        () => stop(),
        () => undefined,
      ),
    voices: () => guard.call('voices', () => voices(), voiceNamesSchema.parse),
    speak:
      speak &&
      ((request, signal) =>
        guard.call('speak', (inner) => speak(structuredClone(request), inner), speechSchema.parse, { signal })),
    transcribe:
      transcribe &&
      ((request, signal) =>
        guard.call('transcribe', (inner) => transcribe(structuredClone(request), inner), transcriptSchema.parse, {
          signal,
        })),
  };
}
