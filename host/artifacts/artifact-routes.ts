import { z } from 'zod';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import { artifactSchema, foundSchema, SEARCH_MODES, saveSchema } from './artifact.ts';
import type { ArtifactLibrary } from './artifact-library.ts';

const params = z.object({ artifact_id: z.string().max(128) });
const MOST_BUNDLE_BYTES = 64 * 1024 * 1024;
const ZIP = 'application/zip';

/** What was saved: kept, found, taken up again, carried elsewhere. */
export function artifactRoutes(app: App, library: ArtifactLibrary): void {
  const tags = ['artifacts'];

  app.post(
    '/v1/artifacts/save',
    {
      schema: {
        tags,
        body: saveSchema,
        response: { 200: z.object({ ok: z.literal(true), artifact: artifactSchema, warnings: z.array(z.string()) }) },
      },
    },
    async ({ body }) => {
      const { artifact, warnings } = await library.save(body);
      return { ok: true as const, artifact, warnings: [...warnings] };
    },
  );

  app.get(
    '/v1/artifacts/search',
    {
      schema: {
        tags,
        description: 'Pinned ones first, then the best. Without q the newest.',
        querystring: z.object({
          q: z.string().max(1_000).default(''),
          mode: z.enum(SEARCH_MODES).default('hybrid'),
          limit: z.coerce.number().int().min(1).max(100).default(20),
          archived: z.stringbool().default(false).describe('Those that were archived, in place of the others.'),
        }),
        response: { 200: z.object({ results: z.array(foundSchema), warnings: z.array(z.string()) }) },
      },
    },
    async ({ query }) => {
      const { results, warnings } = await library.search(query.q, query);
      return { results: [...results], warnings: [...warnings] };
    },
  );

  app.post(
    '/v1/artifacts/recall/:artifact_id',
    {
      schema: {
        tags,
        params,
        body: z
          .object({ scene_id: z.string().max(128).nullish().describe('The scene to play it in, as a new revision.') })
          .nullish(),
        response: {
          200: z.object({
            ok: z.literal(true),
            artifact: artifactSchema.nullable(),
            scene: z.object({ scene_id: z.string(), revision: z.int() }).nullable(),
          }),
        },
      },
    },
    async (request) => {
      const recalled = await library.recall(request.params.artifact_id, request.body?.scene_id ?? null);
      return { ok: true as const, artifact: recalled?.artifact ?? null, scene: recalled?.scene ?? null };
    },
  );

  for (const [path, mark] of [
    ['pin', 'pinned'],
    ['archive', 'archived'],
  ] as const) {
    app.post(
      `/v1/artifacts/${path}/:artifact_id`,
      {
        schema: {
          tags,
          params,
          body: z.object({ value: z.boolean().default(true) }).nullish(),
          response: { 200: z.looseObject({ ok: z.literal(true), artifact_id: z.string() }) },
        },
      },
      async (request) => {
        const { artifact_id } = request.params;
        const value = request.body?.value ?? true;
        library.mark(artifact_id, mark, value);
        return { ok: true as const, artifact_id, [mark]: value };
      },
    );
  }

  app.get('/v2/artifacts/:artifact_id/bundle', { schema: { tags, params } }, async (request, reply) => {
    const { artifact_id } = request.params;
    const bytes = await library.bundleOf(artifact_id);
    const name = `attachment; filename="${artifact_id}.zip"`;
    return reply.header('content-disposition', name).type(ZIP).send(bytes);
  });

  app.get('/v2/artifacts/:artifact_id/still', { schema: { tags, params } }, async (request, reply) => {
    const png = await library.stillOf(request.params.artifact_id);
    return reply.type('image/png').send(Buffer.from(png));
  });

  app.register(async (inner) => {
    inner.addContentTypeParser(ZIP, { parseAs: 'buffer', bodyLimit: MOST_BUNDLE_BYTES }, (_request, body, done) => {
      done(null, body);
    });
    inner.post(
      '/v2/artifacts/import',
      { schema: { tags, consumes: [ZIP] }, bodyLimit: MOST_BUNDLE_BYTES },
      async ({ body }) => {
        if (!Buffer.isBuffer(body)) throw new HostError('bundle_unreadable', { reason: `send it as ${ZIP}` });
        return { ok: true, artifact: await library.takeIn(body) };
      },
    );
  });
}
