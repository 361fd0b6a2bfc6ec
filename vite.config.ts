import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { firstPictureSize } from './studio/first-picture-plugin.ts';
import { openingScene } from './studio/opening-scene-plugin.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const host = `http://127.0.0.1:${process.env.GATEWAY_PORT ?? '8000'}`;
const proxied = ['/v1', '/v2', '/health', '/docs', '/openapi.json', '/metrics', '/plugins'];

export default defineConfig({
  root: here('./studio'),
  base: './',
  plugins: [openingScene(here('./scenarios/a-cow-moon.scene')), firstPictureSize()],
  worker: { format: 'es' },
  build: {
    outDir: here('./dist/studio'),
    emptyOutDir: true,
    target: 'es2023',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: [here('./studio/index.html'), here('./studio/render.html')] },
  },
  server: {
    host: '127.0.0.1',
    fs: { allow: [here('.')] },
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: host, ws: true }])),
  },
});
