import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './app.ts';

const UNBUILT = `<!doctype html><html lang="en"><meta charset="utf-8"><title>OpenCommotion</title>
<h1>The studio is not built yet</h1><p>The host is running. Build the studio with <code>npm run build</code>, then reload this page;
<code>npm start</code> does both.</p><p>The API is described at <a href="/docs">/docs</a>.</p></html>`;

/** Blobs and data stand for what the studio makes itself: workers, sound, pictures. Nothing comes from elsewhere. */
export const CONTENT_POLICY = [
  "default-src 'self'",
  "script-src 'self' blob:",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self' data: blob: ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'self'",
].join('; ');

/** The studio at `/`; names with a hash in them may be kept by the browser for good. */
export async function studioRoutes(app: App, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'));
  await app.register(fastifyStatic, {
    root: folder,
    serve: built,
    wildcard: true,
    index: 'index.html',
    setHeaders: (reply, path) => {
      if (path.includes('/assets/')) reply.header('cache-control', 'public, max-age=31536000, immutable');
    },
  });
  if (!built)
    app.get('/', { schema: { hide: true } }, async (_request, reply) => reply.type('text/html').send(UNBUILT));
}
