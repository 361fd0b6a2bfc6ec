import { lstat, readFile, realpath } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { MEDIA_LIMITS, mediaTypeOf } from '../../plugins/contract/index.ts';
import { HostError } from '../errors.ts';

export interface SceneFile {
  readonly bytes: Buffer;
  /** Content type, found in the bytes. */
  readonly type: string;
}

/** What a glTF model keeps its corners in: bare numbers, which nothing can be told by. */
const BARE = '.bin';
const ENDINGS: ReadonlySet<string> = new Set(['.png', '.jpg', '.jpeg', '.webp', '.gif', '.svg', '.glb', '.gltf', BARE]);

/**
 * An image, a model, or a buffer of a model from `folder` or below, by the path that a script writes.
 * @throws HostError where there is none, it lies elsewhere (links included), is too large or of another type
 */
export async function readSceneFile(folder: string, path: string): Promise<SceneFile> {
  const about = { path: path.slice(0, 200) };
  const ending = extname(path).toLowerCase();
  const parts = path.split('/');
  // A colon would name a drive or a stream, a backslash another folder, on Windows.
  if (/[\\:\0]/.test(path) || parts.some((part) => part === '' || part.startsWith('.'))) {
    throw new HostError('scene_file_outside', about);
  }
  if (!ENDINGS.has(ending)) throw new HostError('scene_file_wrong_type', about);
  const file = join(folder, ...parts);
  const [home, real] = await Promise.all([realpath(folder), realpath(file)]).catch((cause: unknown) => {
    throw new HostError('scene_file_not_found', about, { cause });
  });
  const way = relative(home, real);
  if (way === '' || way === '..' || way.startsWith(`..${sep}`)) throw new HostError('scene_file_outside', about);
  const found = await lstat(real);
  if (!found.isFile()) throw new HostError('scene_file_not_found', about);
  if (found.size > MEDIA_LIMITS.fileBytes) throw new HostError('scene_file_too_large', about);
  const bytes = await readFile(real);
  const type = ending === BARE ? 'application/octet-stream' : mediaTypeOf(bytes);
  if (type === null) throw new HostError('scene_file_wrong_type', about);
  return { bytes, type };
}
