import { open } from 'node:fs/promises';
import { InputFault } from './faults.ts';

/** Far beyond any script that the language's own limits let pass. */
const MOST_BYTES = 4 * 1024 * 1024;

/** The name on the command line that stands for standard input. */
export const STDIN = '-';

export const displayName = (path: string): string => (path === STDIN ? '<stdin>' : path);

const REASONS: Readonly<Record<string, [code: string, message: string]>> = {
  ENOENT: ['cli/not-found', 'There is no such file. Check the spelling and the folder you are in.'],
  ENOTDIR: ['cli/not-found', 'A part of this path is a file, not a folder. Check the spelling.'],
  EISDIR: ['cli/is-a-folder', 'This is a folder. Name the file in it that you mean.'],
  EACCES: ['cli/unreadable', 'You may not read this file. Change its permissions.'],
  ENAMETOOLONG: ['cli/not-found', 'No file can have a name this long.'],
};

function faultOf(error: unknown, file: string): InputFault {
  const system = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [code, message] = REASONS[system] ?? [
    'cli/unreadable',
    `This file can't be read (${system || String(error)}).`,
  ];
  return new InputFault(code, file, message, { cause: error });
}

async function collect(chunks: AsyncIterable<Buffer>, file: string): Promise<Buffer> {
  const read: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      throw new InputFault('cli/too-large', file, `This is larger than ${MOST_BYTES / 1024 / 1024} MB. Split it up.`);
    }
    read.push(chunk);
  }
  return Buffer.concat(read);
}

async function readBytes(path: string): Promise<Buffer> {
  const file = displayName(path);
  try {
    if (path === STDIN) return await collect(process.stdin, file);
    const handle = await open(path);
    return await collect(handle.createReadStream(), file);
  } catch (error) {
    throw error instanceof InputFault ? error : faultOf(error, file);
  }
}

/**
 * The text of a file, or of standard input for `-`; a byte order mark is taken off.
 * @throws InputFault where it can't be read, is no UTF-8 text or is too large
 */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    const message = 'This is not UTF-8 text. Is it another kind of file, or saved in another encoding?';
    throw new InputFault('cli/not-text', displayName(path), message, { cause: error });
  }
}

/** The value in a JSON file, or on standard input for `-`. @throws InputFault also where it is no JSON */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputFault('cli/not-json', displayName(path), `This is not JSON: ${why}.`, { cause: error });
  }
}
