import { HostError } from '../errors.ts';
import { readSceneFile } from '../library/scene-file.ts';

/** What the page that draws asks for an image or a model with, before its path. */
export const FILES_PATH = '/files/';

export interface FileAnswer {
  readonly status: number;
  readonly body: Buffer | string;
  readonly contentType: string;
}

/**
 * Answers for the images and models that a script names, from its folder or below. What cannot be given is an answer
 * too: status and why, as text.
 */
export function filesIn(folder: string): (path: string) => Promise<FileAnswer> {
  return async (path) => {
    try {
      const { bytes, type } = await readSceneFile(folder, path);
      return { status: 200, body: bytes, contentType: type };
    } catch (error) {
      if (!(error instanceof HostError)) throw error;
      return { status: error.status, body: error.message, contentType: 'text/plain; charset=utf-8' };
    }
  };
}
