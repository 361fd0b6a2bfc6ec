/**
 * `node scripts/docs/guide-pictures.ts` draws the pictures of the guide with the product itself. The line that opens each
 * script of the guide says of which moment, and in which reading: `scene 3d 2500`; without a reading it is 2D.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type Mode } from '../../dsl/index.ts';
import { ensureStudio } from '../../host/cli/studio-build.ts';
import { drawStill } from '../../host/exports/draw-still.ts';

const GUIDE = join(import.meta.dirname, '../../docs/guide');
const SIZE = { width: 800, height: 450 };
const SCRIPT = /^```scene ?(3d)? ?(\d+)\n([\s\S]*?)^```/gm;

const studio = await ensureStudio((line) => console.log(line));
const lessons = [...readFileSync(join(GUIDE, 'README.md'), 'utf8').matchAll(SCRIPT)];
for (const [at, [, reading, ms, script = '']] of lessons.entries()) {
  const mode: Mode = reading === '3d' ? '3d' : '2d';
  const { value } = compile(script, { mode });
  const { png } = await drawStill({ studio, timeline: value, size: SIZE, folder: '.' }, Number(ms));
  writeFileSync(join(GUIDE, `lesson-${at + 1}.png`), png);
  console.log(`lesson ${at + 1}: ${value.title}`);
}
