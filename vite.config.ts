import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin } from 'vite';
import { compile } from './dsl/index.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const OPENING_SCENE = './scenarios/a-cow-moon.scene';

/** Compiles the scene that the studio opens with, so that its first picture waits neither for the compiler nor for the host. */
function openingScene(): Plugin {
  const opening = async (): Promise<string> => {
    const script = await readFile(here(OPENING_SCENE), 'utf8');
    const { value, diagnostics } = compile(script, { mode: '2d', alignment: null });
    const error = diagnostics.find(({ severity }) => severity === 'error');
    if (error !== undefined)
      throw new Error(`${OPENING_SCENE}:${error.span.line}:${error.span.column} ${error.message}`);
    return JSON.stringify({ script, timeline: value });
  };
  return {
    name: 'opencommotion:opening-scene',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'opening.json', source: await opening() });
    },
    configureServer(server) {
      server.middlewares.use('/opening.json', (_request, response, next) => {
        opening().then((json) => {
          response.setHeader('content-type', 'application/json');
          response.end(json);
        }, next);
      });
    },
  };
}

const host = `http://127.0.0.1:${process.env.GATEWAY_PORT ?? '8000'}`;
const proxied = ['/v1', '/v2', '/health', '/docs', '/openapi.json', '/metrics', '/plugins'];

export default defineConfig({
  root: here('./studio'),
  base: './',
  plugins: [openingScene()],
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
