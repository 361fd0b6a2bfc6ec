import { extname } from 'node:path';
import { z } from 'zod';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import type { PluginRegistry } from './plugin-registry.ts';

const statusSchema = z.object({
  name: z.string(),
  kind: z.string().nullable(),
  id: z.string().nullable(),
  version: z.string().nullable(),
  source: z.enum(['built-in', 'path', 'package']),
  state: z.enum(['found', 'ready', 'refused', 'failed']),
  code: z.string().nullable(),
  message: z.string().nullable(),
  cure: z.string().nullable(),
  summary: z.string().nullable(),
  license: z.string().nullable(),
  capabilities: z.array(z.string()),
});

const rendererSchema = z.object({
  id: z.string(),
  mode: z.enum(['2d', '3d', 'any']),
  capabilities: z.array(z.string()),
  /** Where a browser imports it from; null for those built into the studio. */
  entry_url: z.string().nullable(),
  builtin: z.boolean(),
});

/** Nothing else of a plugin's folder is anybody's business. */
const SERVED = new Set([
  '.js',
  '.mjs',
  '.css',
  '.json',
  '.wasm',
  '.png',
  '.jpg',
  '.webp',
  '.svg',
  '.woff2',
  '.glb',
  '.map',
]);

/** A renderer's reading is one of its capabilities, `mode:2d` or `mode:3d`. */
const modeOf = (capabilities: readonly string[]): '2d' | '3d' | 'any' => {
  const modes = (['2d', '3d'] as const).filter((mode) => capabilities.includes(`mode:${mode}`));
  return modes.length === 1 ? (modes[0] ?? 'any') : 'any';
};

export function pluginRoutes(app: App, registry: PluginRegistry): void {
  app.get(
    '/v2/plugins',
    { schema: { tags: ['plugins'], response: { 200: z.object({ plugins: z.array(statusSchema) }) } } },
    async () => ({ plugins: registry.list().map((status) => ({ ...status, capabilities: [...status.capabilities] })) }),
  );

  app.get(
    '/v2/renderers',
    { schema: { tags: ['plugins'], response: { 200: z.object({ renderers: z.array(rendererSchema) }) } } },
    async () => ({
      renderers: registry.usable('renderer').flatMap(({ candidate, manifest }) => {
        if (manifest === null) return [];
        const builtin = candidate.source === 'built-in';
        const entry = manifest.entry.slice('./'.length);
        return {
          id: manifest.id,
          mode: modeOf(manifest.capabilities),
          capabilities: manifest.capabilities,
          entry_url: builtin ? null : `/plugins/renderer/${manifest.id}/${entry}`,
          builtin,
        };
      }),
    }),
  );

  app.get(
    '/plugins/renderer/:id/*',
    { schema: { hide: true, params: z.object({ id: z.string(), '*': z.string() }) } },
    async (request, reply) => {
      const { id, '*': path } = request.params;
      const found = registry.find('renderer', id);
      if (found === null || found.candidate.source === 'built-in' || !SERVED.has(extname(path)))
        throw new HostError('plugin_not_found');
      return reply.sendFile(path, found.candidate.folder, { dotfiles: 'deny' });
    },
  );
}
