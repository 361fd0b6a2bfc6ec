import { z } from 'zod';
import type { App } from '../http/app.ts';
import { readSceneFile } from './scene-file.ts';

/** A drawing that is opened by itself may run no script and fetch nothing. */
const ALONE = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/** The images and models beside the examples, for the renderers of the studio. */
export function sceneFileRoutes(app: App, folder: string): void {
  app.get(
    '/v2/files/*',
    { schema: { tags: ['examples'], params: z.object({ '*': z.string().min(1).max(300) }) } },
    async (request, reply) => {
      const { bytes, type } = await readSceneFile(folder, request.params['*']);
      return reply.type(type).header('content-security-policy', ALONE).header('cache-control', 'no-cache').send(bytes);
    },
  );
}
