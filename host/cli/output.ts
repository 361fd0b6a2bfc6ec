import { replaceFile } from '../replace-file.ts';
import { InputFault } from './faults.ts';

/** How values are written as JSON, everywhere: for people to read and for `diff` to compare. */
export const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Writes to standard output and resolves when the reader has taken it, so that nothing is cut off at the end. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/**
 * Writes the whole file or none of it.
 * @throws InputFault where the folder is missing or may not be written to
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await replaceFile(path, content, { durable: true });
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new InputFault(
      'cli/not-written',
      path,
      `This file can't be written (${why}). Is the folder there and yours?`,
      {
        cause: error,
      },
    );
  }
}

/** A reader that has seen enough (`| head`) ends the writing without a complaint. */
export function allowEarlyReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
