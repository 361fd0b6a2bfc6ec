import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { App } from './app.ts';

export function healthRoutes(app: App, metrics: Registry, now: () => number): void {
  app.get(
    '/health',
    {
      schema: {
        tags: ['host'],
        response: { 200: z.object({ status: z.literal('ok'), service: z.string(), timestamp: z.string() }) },
      },
    },
    async () => ({ status: 'ok' as const, service: 'opencommotion', timestamp: new Date(now()).toISOString() }),
  );

  app.get('/metrics', { schema: { tags: ['host'], response: { 200: z.string() } } }, async (_request, reply) => {
    void reply.type(metrics.contentType).serializer((text: unknown) => String(text));
    return metrics.metrics();
  });
}
