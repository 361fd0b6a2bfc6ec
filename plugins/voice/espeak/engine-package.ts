import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';

const ENGINE_PACKAGE = '@echogarden/espeak-ng-emscripten';

export interface EnginePackage {
  /** Its main module. */
  readonly path: string;
  readonly version: string;
}

/** The optional package that holds the engine, or null where it is not installed. */
export function findEnginePackage(): EnginePackage | null {
  const require = createRequire(import.meta.url);
  try {
    const path = require.resolve(ENGINE_PACKAGE);
    const manifest: unknown = JSON.parse(readFileSync(require.resolve(`${ENGINE_PACKAGE}/package.json`), 'utf8'));
    return { path, version: z.object({ version: z.string() }).parse(manifest).version };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return null;
    throw error;
  }
}
