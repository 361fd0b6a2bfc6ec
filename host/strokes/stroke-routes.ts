import { z } from 'zod';
import { MOST_STROKES, STROKE_KINDS, strokesToV1Patches, v1PatchSchema } from '../../dsl/index.ts';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';

/** What v1 clients draw by themselves, as patches. */
export function strokeRoutes(app: App): void {
  app.post(
    '/v1/brush/compile',
    {
      schema: {
        tags: ['strokes'],
        description: 'Strokes become the patches of the v1 scene, by the same road as a script.',
        body: z.object({
          strokes: z
            .array(z.unknown())
            .describe(
              `At most ${MOST_STROKES}, each {stroke_id, kind, params, timing}; kinds: ${STROKE_KINDS.join(', ')}.`,
            ),
        }),
        response: {
          200: z.object({
            count: z.int().nonnegative(),
            patches: z.array(v1PatchSchema),
            warnings: z.array(z.string()),
          }),
        },
      },
    },
    async ({ body }) => {
      const { patches, issues, warnings } = strokesToV1Patches(body.strokes);
      if (issues.length > 0)
        throw new HostError('schema_validation_failed', {
          schema: 'POST /v1/brush/compile',
          context: 'body',
          issues: issues.slice(0, 100),
        });
      return { count: patches.length, patches: [...patches], warnings: [...warnings] };
    },
  );
}
