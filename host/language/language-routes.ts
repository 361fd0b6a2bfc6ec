import { z } from 'zod';
import { alignmentSchema, analyse, compile, diagnosticToJson } from '../../dsl/index.ts';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import { dataFilesSchema } from '../library/data-files.ts';
import type { LibraryStore } from '../library/library-store.ts';
import { diagnosticShape, timelineShape } from '../turns/turn-envelope.ts';

const SCRIPT_NAME = 'script';
const script = z.string();

/** The language over the wire, for agents that have no copy of it. */
export function languageRoutes(app: App, library: LibraryStore): void {
  app.post(
    '/v2/check',
    {
      schema: {
        tags: ['language'],
        description: 'What the language has to say about a script.',
        body: z.object({ script, files: dataFilesSchema.nullish() }),
        response: { 200: z.object({ ok: z.boolean(), diagnostics: z.array(diagnosticShape) }) },
      },
    },
    async ({ body }) => {
      if (body.script.trim() === '') throw new HostError('script_required');
      const { diagnostics } = analyse(body.script, await library.around(body.script, body.files));
      return {
        ok: diagnostics.every(({ severity }) => severity !== 'error'),
        diagnostics: diagnostics.map((each) => ({ ...diagnosticToJson(each, SCRIPT_NAME) })),
      };
    },
  );

  app.post(
    '/v2/compile',
    {
      schema: {
        tags: ['language'],
        description: 'The timeline of a script: whatever of it could be understood, and what could not.',
        body: z.object({
          script,
          mode: z.enum(['2d', '3d']).default('2d'),
          alignment: alignmentSchema.nullish(),
          files: dataFilesSchema.nullish(),
        }),
        response: {
          200: z.object({ ok: z.boolean(), timeline: timelineShape, diagnostics: z.array(diagnosticShape) }),
        },
      },
    },
    async ({ body }) => {
      if (body.script.trim() === '') throw new HostError('script_required');
      const surroundings = await library.around(body.script, body.files);
      const { value, diagnostics } = compile(body.script, {
        mode: body.mode,
        alignment: body.alignment ?? null,
        surroundings,
      });
      return {
        ok: diagnostics.every(({ severity }) => severity !== 'error'),
        timeline: { ...value, patches: [...value.patches] },
        diagnostics: diagnostics.map((each) => ({ ...diagnosticToJson(each, SCRIPT_NAME) })),
      };
    },
  );
}
