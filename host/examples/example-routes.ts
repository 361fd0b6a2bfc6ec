import { z } from 'zod';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import type { ExampleStore } from './example-store.ts';

const exampleSchema = z.object({ name: z.string(), title: z.string(), description: z.string() });

export function exampleRoutes(app: App, store: ExampleStore): void {
  app.get(
    '/v2/examples',
    { schema: { tags: ['examples'], response: { 200: z.object({ examples: z.array(exampleSchema) }) } } },
    async () => ({ examples: await store.list() }),
  );

  app.get(
    '/v2/examples/:name',
    {
      schema: {
        tags: ['examples'],
        params: z.object({ name: z.string() }),
        response: {
          200: z.object({ name: z.string(), script: z.string(), files: z.record(z.string(), z.string()) }),
        },
      },
    },
    async ({ params }) => {
      const script = await store.read(params.name);
      if (script === null) throw new HostError('example_not_found', { name: params.name.slice(0, 128) });
      return { name: params.name, script, files: { ...(await store.files(script)) } };
    },
  );
}
