import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { hashOf, type Raster, readRaster, writeRaster } from './raster.ts';

const FOLDER = resolve(import.meta.dirname, '../../scenarios/golden');
const INDEX = join(FOLDER, 'index.json');

const indexSchema = z.strictObject({
  /** What drew them: pixels are promised to be equal only there. */
  drawn_by: z.string(),
  /** SHA-256 of size and pixels, by the name of the shot. */
  pictures: z.record(z.string(), z.string()),
});

export type GoldenIndex = z.output<typeof indexSchema>;

/** @throws Error with the cure where nothing was ever accepted */
export function readIndex(): GoldenIndex {
  if (!existsSync(INDEX)) throw new Error('There are no golden pictures yet. Type: npm run certify -- --accept');
  return indexSchema.parse(JSON.parse(readFileSync(INDEX, 'utf8')));
}

export function writeIndex(index: GoldenIndex): void {
  const pictures = Object.fromEntries(Object.entries(index.pictures).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(INDEX, `${JSON.stringify({ ...index, pictures }, null, 2)}\n`);
}

const fileOf = (name: string): string => join(FOLDER, `${name}.png`);

/** The accepted picture, or null where there is none. */
export const goldenOf = (name: string): Raster | null =>
  existsSync(fileOf(name)) ? readRaster(readFileSync(fileOf(name))) : null;

/** Returns the hash of what it wrote. */
export function acceptGolden(name: string, raster: Raster): string {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(fileOf(name), writeRaster(raster));
  return hashOf(raster);
}
