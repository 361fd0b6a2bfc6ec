import { z } from 'zod';
import { EFFECTS, MATERIAL_RECIPES, wireRecipe, wireUniform } from '../../dsl/index.ts';
import type { Config } from '../config.ts';
import type { App } from '../http/app.ts';
import type { PluginRegistry } from '../plugins/plugin-registry.ts';
import { type VoiceCapabilities, voiceCapabilitiesSchema } from '../voice/voice-capabilities.ts';
import { type ProviderCapabilities, providerCapabilitiesSchema } from './provider-capabilities.ts';

const securitySchema = z.object({
  mode: z.enum(['api-key', 'network-trust']),
  enforcement_active: z.boolean(),
  api_keys_configured: z.boolean(),
  allowed_ips_configured: z.boolean(),
});

const v1Schema = z.object({
  llm: providerCapabilitiesSchema,
  voice: voiceCapabilitiesSchema,
  security: securitySchema,
});

const v2Schema = v1Schema.extend({
  version: z.literal('v2'),
  renderers: z.array(z.string()),
  features: z.object({
    shaderRecipes: z.boolean(),
    gltfImport: z.boolean(),
    pbr: z.boolean(),
    particles: z.boolean(),
    physics: z.boolean(),
  }),
  limits: z.record(z.string(), z.number()),
  shader_recipes: z.array(z.string()),
  /** The whitelist: every setting of every material with its range, default and how often it may be set anew. */
  shader_uniforms: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({ min: z.number(), max: z.number(), default: z.number(), max_update_hz: z.number() }),
    ),
  ),
  effects: z.record(z.string(), z.string()),
  plugins: z.array(z.object({ name: z.string(), state: z.string(), code: z.string().nullable() })),
});

const FEATURES = { shaderRecipes: true, gltfImport: true, pbr: true, particles: true, physics: false } as const;

/** The table of the language, in the words of the wire, with the rate that operations are held to. */
const whitelist = (max_update_hz: number) =>
  Object.fromEntries(
    Object.entries(MATERIAL_RECIPES).map(([recipe, uniforms]) => [
      wireRecipe(recipe),
      Object.fromEntries(
        Object.entries(uniforms).map(([name, { min, max, default: usual }]) => [
          wireUniform(name),
          { min, max, default: usual, max_update_hz },
        ]),
      ),
    ]),
  );

export interface CapabilityParts {
  readonly config: Config;
  readonly plugins: PluginRegistry;
  readonly voice: () => Promise<VoiceCapabilities>;
  readonly llm: () => Promise<ProviderCapabilities>;
}

export function llmRoute(app: App, llm: CapabilityParts['llm']): void {
  app.get(
    '/v1/llm/capabilities',
    { schema: { tags: ['capabilities'], response: { 200: providerCapabilitiesSchema } } },
    async () => llm(),
  );
}

export function capabilityRoutes(app: App, { config, plugins, voice, llm }: CapabilityParts): void {
  const common = async () => {
    const [llmNow, voiceNow] = await Promise.all([llm(), voice()]);
    const { mode, keys, allowedIps } = config.auth;
    return {
      llm: llmNow,
      voice: voiceNow,
      security: {
        mode,
        enforcement_active: true,
        api_keys_configured: keys.length > 0,
        allowed_ips_configured: allowedIps.length > 0,
      },
    };
  };

  app.get('/v1/runtime/capabilities', { schema: { tags: ['capabilities'], response: { 200: v1Schema } } }, common);

  app.get(
    '/v2/runtime/capabilities',
    { schema: { tags: ['capabilities'], response: { 200: v2Schema } } },
    async () => ({
      version: 'v2' as const,
      renderers: plugins.ids('renderer'),
      features: FEATURES,
      limits: { ...config.limits },
      shader_recipes: Object.keys(MATERIAL_RECIPES).map(wireRecipe),
      shader_uniforms: whitelist(config.limits.max_uniform_update_hz),
      effects: Object.fromEntries(Object.entries(EFFECTS).map(([name, { summary }]) => [name, summary])),
      ...(await common()),
      plugins: plugins.list().map(({ name, state, code }) => ({ name, state, code })),
    }),
  );
}
