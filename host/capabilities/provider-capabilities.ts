import { z } from 'zod';
import type { Probe } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';

export const providerCapabilitiesSchema = z.object({
  selected_provider: z.string(),
  effective_ready: z.boolean(),
  allow_fallback: z.boolean(),
  providers: z.record(
    z.string(),
    z.object({ ready: z.boolean(), detail: z.string(), version: z.string().nullable(), summary: z.string() }),
  ),
});
export type ProviderCapabilities = z.infer<typeof providerCapabilitiesSchema>;

/** Asks every provider whether it could work now, all at once. */
export async function providerCapabilities(
  plugins: PluginRegistry,
  { id, allowFallback }: Config['provider'],
): Promise<ProviderCapabilities> {
  const probe = async (name: string): Promise<Probe> => {
    try {
      const provider = await plugins.provider(name);
      return await provider.probe(new AbortController().signal);
    } catch (error) {
      return { ready: false, detail: error instanceof Error ? error.message : String(error), version: null };
    }
  };
  const providers = Object.fromEntries(
    await Promise.all(
      plugins
        .usable('provider')
        .flatMap(({ manifest }) =>
          manifest === null
            ? []
            : [(async () => [manifest.id, { ...(await probe(manifest.id)), summary: manifest.summary }] as const)()],
        ),
    ),
  );
  return {
    selected_provider: id,
    effective_ready: providers[id]?.ready ?? false,
    allow_fallback: allowFallback,
    providers,
  };
}
