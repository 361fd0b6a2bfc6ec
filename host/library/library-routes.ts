import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { LibraryStore } from './library-store.ts';

/** The prefabs that scripts can use without holding them. */
export function libraryRoutes(app: App, library: LibraryStore): void {
  app.get(
    '/v2/library',
    {
      schema: {
        tags: ['language'],
        description: 'The text of the file that holds it, by the name of each prefab.',
        response: { 200: z.object({ prefabs: z.record(z.string(), z.string()) }) },
      },
    },
    async () => ({ prefabs: { ...(await library.prefabs()) } }),
  );
}
