import { z } from 'zod';
import type { Config } from '../config.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';
import type { SpeechDesk } from './speech-desk.ts';
import { STAND_IN } from './voice-policy.ts';

const engineSchema = z.object({ ready: z.boolean(), detail: z.string(), version: z.string().nullable() });

const directionSchema = z.object({
  selected_engine: z.string(),
  /** What would really be used now; null where nothing can. */
  effective_engine: z.string().nullable(),
  strict_real_engines: z.boolean(),
  real_engines: z.array(z.string()),
  engines: z.record(z.string(), engineSchema),
});

export const voiceCapabilitiesSchema = z.object({ stt: directionSchema, tts: directionSchema });
export type VoiceCapabilities = z.infer<typeof voiceCapabilitiesSchema>;

/** Which voices speak and which listen, ready or not and why. */
export async function voiceCapabilities(
  desk: SpeechDesk,
  plugins: PluginRegistry,
  config: Config['voice'],
): Promise<VoiceCapabilities> {
  const can = (capability: string): string[] =>
    plugins
      .usable('voice')
      .flatMap(({ manifest }) => (manifest?.capabilities.includes(capability) ? [manifest.id] : []));
  const direction = async (selected: string, ids: readonly string[], order: readonly string[]) => {
    const engines = Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await desk.probe(id)] as const)));
    const ready = order.filter((id) => engines[id]?.ready === true && !(config.requireReal && id === STAND_IN));
    return {
      selected_engine: selected,
      effective_engine: ready[0] ?? null,
      strict_real_engines: config.requireReal,
      real_engines: ids.filter((id) => id !== STAND_IN),
      engines,
    };
  };
  const listening = can('transcribe');
  const [stt, tts] = await Promise.all([
    direction(config.stt, listening, config.stt === 'auto' ? listening : [config.stt]),
    direction(config.tts, can('speak'), desk.order),
  ]);
  return { stt, tts };
}
