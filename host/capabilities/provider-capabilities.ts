import { z } from 'zod';
import type { ProviderProbe } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';
import type { ProbeMemory } from '../plugins/probe-memory.ts';

export const providerCapabilitiesSchema = z.object({
  selected_provider: z.string(),
  effective_ready: z.boolean(),
  allow_fallback: z.boolean(),
  providers: z.record(
    z.string(),
    z.object({
      ready: z.boolean(),
      detail: z.string(),
      version: z.string().nullable(),
      summary: z.string(),
      /** Whether every setting is there that it can't do without. */
      configured: z.boolean(),
      /** Null where it was not or could not be found out, and for providers without a server or a model. */
      reachable: z.boolean().nullable(),
      model: z.string().nullable(),
      model_present: z.boolean().nullable(),
    }),
  ),
});
export type ProviderCapabilities = z.infer<typeof providerCapabilitiesSchema>;

/** Whether each provider could work now, and why not, as far as is known. */
export async function providerCapabilities(
  plugins: PluginRegistry,
  probes: ProbeMemory<ProviderProbe>,
  { id, allowFallback }: Config['provider'],
): Promise<ProviderCapabilities> {
  const manifests = plugins.usable('provider').flatMap(({ manifest }) => manifest ?? []);
  const providers = Object.fromEntries(
    await Promise.all(
      manifests.map(async ({ id: name, summary }) => {
        const {
          configured = true,
          reachable = null,
          model = null,
          model_present = null,
          ...probe
        } = await probes.get(name);
        return [name, { ...probe, summary, configured, reachable, model, model_present }] as const;
      }),
    ),
  );
  return {
    selected_provider: id,
    effective_ready: providers[id]?.ready ?? false,
    allow_fallback: allowFallback,
    providers,
  };
}
