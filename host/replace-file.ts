import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export interface ReplaceOptions {
  /** Waits until the disk has it, so that it outlives a power cut; costs milliseconds. */
  readonly durable?: boolean;
}

/**
 * Writes the whole file or none of it: into a neighbour first, which then takes the name. A reader sees the one before
 * or this one, whatever happens in between.
 * @throws what the file system says; the neighbour is gone then
 */
export async function replaceFile(
  path: string,
  content: string | Uint8Array,
  { durable = false }: ReplaceOptions = {},
): Promise<void> {
  const neighbour = join(dirname(path), `.${basename(path)}.${randomUUID()}.part`);
  try {
    const handle = await open(neighbour, 'wx');
    try {
      await handle.writeFile(content);
      if (durable) await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(neighbour, path);
  } catch (error) {
    await rm(neighbour, { force: true });
    throw error;
  }
}
