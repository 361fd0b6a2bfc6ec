import { z } from 'zod';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import { CONTENT_TYPES, exportRequestSchema, exportStateSchema } from './export-request.ts';
import type { ExportService } from './export-service.ts';

const params = z.object({ export_id: z.string().max(64) });

/** Pictures, films and captions of a script, made by the host: asked for, watched, fetched, removed. */
export function exportRoutes(app: App, exports: ExportService): void {
  const tags = ['exports'];

  app.post(
    '/v2/exports',
    {
      schema: {
        tags,
        description: 'Begins an export. It waits for those before it; GET its state until it is done.',
        body: exportRequestSchema,
        response: { 202: exportStateSchema },
      },
    },
    async ({ body }, reply) => {
      if (body.script.trim() === '') throw new HostError('script_required');
      return reply.code(202).send(await exports.begin(body));
    },
  );

  app.get(
    '/v2/exports',
    { schema: { tags, response: { 200: z.object({ exports: z.array(exportStateSchema) }) } } },
    async () => ({ exports: exports.list().map(({ state }) => state) }),
  );

  app.get(
    '/v2/exports/:export_id',
    { schema: { tags, params, response: { 200: exportStateSchema } } },
    async (request) => exports.state(request.params.export_id),
  );

  app.get('/v2/exports/:export_id/file', { schema: { tags, params } }, async (request, reply) => {
    const { export_id } = request.params;
    const { folder, name } = exports.fileOf(export_id);
    const type = CONTENT_TYPES[exports.state(export_id).format];
    return reply
      .header('content-disposition', `attachment; filename="${name}"`)
      .type(type)
      .sendFile(name, folder, { dotfiles: 'deny', cacheControl: false });
  });

  app.delete(
    '/v2/exports/:export_id',
    { schema: { tags, params, response: { 200: z.object({ ok: z.literal(true) }) } } },
    async (request) => {
      await exports.remove(request.params.export_id);
      return { ok: true as const };
    },
  );
}
