import { gzipSync } from 'node:zlib';
import type { Plugin, Rolldown } from 'vite';

/** What the first picture may cost, gzipped: as much as the whole earlier studio did. */
const AIM_BYTES = 72_000;

type Chunk = Rolldown.OutputChunk;

/** The page's own script and the renderer that draws the opening; everything else comes after the first picture. */
const isStart = (chunk: Chunk): boolean =>
  (chunk.isEntry && chunk.facadeModuleId?.endsWith('/studio/index.html') === true) ||
  chunk.facadeModuleId?.endsWith('/plugins/renderer/ogl/index.ts') === true;

/** Says after a build how much JavaScript the first picture waits for. */
export const firstPictureSize = (): Plugin => ({
  name: 'opencommotion:first-picture-size',
  writeBundle(_options, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
    const needed = new Set<Chunk>();
    const take = (chunk: Chunk): void => {
      if (needed.has(chunk)) return;
      needed.add(chunk);
      for (const other of chunks) if (chunk.imports.includes(other.fileName)) take(other);
    };
    chunks.filter(isStart).forEach(take);
    if (needed.size === 0) return;
    const sizes = [...needed].map(({ fileName, code }) => ({ fileName, bytes: gzipSync(code).length }));
    const bytes = sizes.reduce((sum, each) => sum + each.bytes, 0);
    const text = `first picture: ${(bytes / 1000).toFixed(1)} kB of gzipped JavaScript (aim: ${AIM_BYTES / 1000} kB)`;
    if (bytes <= AIM_BYTES) {
      this.info(text);
      return;
    }
    const largest = sizes.toSorted((a, b) => b.bytes - a.bytes).slice(0, 3);
    const where = largest.map(({ fileName, bytes: each }) => `${fileName} ${(each / 1000).toFixed(1)} kB`).join(', ');
    this.warn(`${text}; the largest parts: ${where}. Load what is not drawn at once with a dynamic import.`);
  },
});
