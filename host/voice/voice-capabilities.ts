import { z } from 'zod';
import type { Probe } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';
import type { ProbeMemory } from '../plugins/probe-memory.ts';
import { type Direction, STAND_INS, voiceOrder } from './voice-policy.ts';

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

/** Stand-ins: none of them speaks or hears a word. */
const SILENT: ReadonlySet<string> = new Set([...Object.values(STAND_INS), 'metronome']);

/** Which voices speak and which listen, ready or not and why. */
export async function voiceCapabilities(
  plugins: PluginRegistry,
  probes: ProbeMemory<Probe>,
  config: Config['voice'],
): Promise<VoiceCapabilities> {
  const installed = plugins.ids('voice');
  const direction = async (name: Direction, capability: string) => {
    const able = plugins
      .usable('voice')
      .flatMap(({ manifest }) => (manifest?.capabilities.includes(capability) ? [manifest.id] : []));
    const engines = Object.fromEntries(await Promise.all(able.map(async (id) => [id, await probes.get(id)] as const)));
    const standIn = STAND_INS[name];
    const ready = voiceOrder(config, name, installed).ids.filter(
      (id) => engines[id]?.ready === true && !(config.requireReal && id === standIn),
    );
    return {
      selected_engine: config[name],
      effective_engine: ready[0] ?? null,
      strict_real_engines: config.requireReal,
      real_engines: able.filter((id) => !SILENT.has(id)),
      engines,
    };
  };
  const [stt, tts] = await Promise.all([direction('stt', 'transcribe'), direction('tts', 'speak')]);
  return { stt, tts };
}
