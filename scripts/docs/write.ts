/** `node scripts/docs/write.ts` writes the pages that come from the product's own tables; `pages.test.ts` holds them true. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './pages.ts';

const DOCS = join(import.meta.dirname, '../../docs');

for (const folder of ['diagnostics', 'images/grammar']) rmSync(join(DOCS, folder), { recursive: true, force: true });
for (const { path, text } of generatedPages()) {
  mkdirSync(dirname(join(DOCS, path)), { recursive: true });
  writeFileSync(join(DOCS, path), text);
}
