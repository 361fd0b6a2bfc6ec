import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';
import { compile } from '../dsl/index.ts';
import { OPENING_FILE } from './opening.ts';

async function compileOpening(scene: string): Promise<string> {
  const script = await readFile(scene, 'utf8');
  const { value, diagnostics } = compile(script, { mode: '2d', alignment: null });
  const error = diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) throw new Error(`${scene}:${error.span.line}:${error.span.column} ${error.message}`);
  return JSON.stringify({ script, timeline: value });
}

/**
 * Compiles the scene that the studio opens with when the studio is built, so that its first picture waits neither for
 * the compiler nor for the host. `scene` is the path of its script.
 */
export const openingScene = (scene: string): Plugin => ({
  name: 'opencommotion:opening-scene',
  async generateBundle() {
    this.emitFile({ type: 'asset', fileName: OPENING_FILE, source: await compileOpening(scene) });
  },
  configureServer(server) {
    server.middlewares.use(`/${OPENING_FILE}`, (_request, response, next) => {
      compileOpening(scene).then((json) => {
        response.setHeader('content-type', 'application/json');
        response.end(json);
      }, next);
    });
  },
});
