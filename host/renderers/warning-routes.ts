import { Counter, type Registry } from 'prom-client';
import { z } from 'zod';
import type { App } from '../http/app.ts';

const CODE = /^(?:renderer\.[a-z0-9-]{1,40}|studio)\/[a-z0-9-]{1,60}$/;
/** A page could make up codes without end, and each is a line of the metrics for ever. */
const MOST_CODES = 100;
const OTHER = 'other';

const warningSchema = z.object({ code: z.string().regex(CODE), message: z.string().max(500) });

/** What renderers in people's browsers could not honour: counted by code, so that somebody who looks after many sees it. */
export function warningRoutes(app: App, registry: Registry): void {
  const counter = new Counter({
    name: 'opencommotion_renderer_warnings_total',
    help: 'What renderers could not honour, by code: refused shaders, lost files, pictures that came too slowly.',
    labelNames: ['code'],
    registers: [registry],
  });
  const codes = new Set<string>();
  app.post(
    '/v2/renderers/warnings',
    {
      schema: {
        tags: ['renderers'],
        body: z.object({ warnings: z.array(warningSchema).min(1).max(20) }),
        response: { 200: z.object({ ok: z.literal(true) }) },
      },
    },
    async ({ body, log }) => {
      for (const { code, message } of body.warnings) {
        if (codes.size < MOST_CODES) codes.add(code);
        counter.inc({ code: codes.has(code) ? code : OTHER });
        log.info({ code }, message);
      }
      return { ok: true as const };
    },
  );
}
