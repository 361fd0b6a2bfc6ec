import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '../replace-file.ts';
import type { Shelf } from './stage-page.ts';

const NAME = /^[a-z0-9-]{1,64}$/;

/** Stretches of a film on disk: what has been written stays when the process ends, whole or not at all. */
export interface WorkFolder extends Shelf {
  /** Names of what is there. */
  names(): Promise<ReadonlySet<string>>;
  remove(): Promise<void>;
}

/**
 * The work folder for exactly this film: another film in the same place has another folder, and those of others are
 * left alone.
 * @param inputs everything that the pictures depend on
 */
export async function openWorkFolder(place: string, inputs: unknown): Promise<WorkFolder> {
  const key = createHash('sha256').update(JSON.stringify(inputs)).digest('hex').slice(0, 24);
  const folder = join(place, key);
  await mkdir(folder, { recursive: true });
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new Error(`${name} is no name of a part.`);
    return join(folder, name);
  };
  return {
    put: async (name, bytes) => replaceFile(pathOf(name), bytes),
    get: (name) => readFile(pathOf(name)).catch(() => null),
    names: async () => new Set((await readdir(folder)).filter((name) => NAME.test(name))),
    remove: async () => {
      await rm(folder, { recursive: true, force: true });
      await removeIfEmpty(place);
    },
  };
}

async function removeIfEmpty(folder: string): Promise<void> {
  const left = await readdir(folder).catch(() => null);
  if (left?.length === 0) await rm(folder, { recursive: true, force: true });
}
