import { createHash } from 'node:crypto';
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { z } from 'zod';
import { HostError } from '../errors.ts';
import { artifactSchema, sha256Schema } from './artifact.ts';

export const MANIFEST = 'manifest.json';
/** What a bundle may hold: more than any scene's sound, far less than would fill a disk. */
const MOST_FILES = 1_000;
const MOST_BYTES = 256 * 1024 * 1024;
/** Dates in a zip begin in 1980; none is wanted, so that the same content is the same bytes. */
const UNDATED = new Date(1980, 0, 1);

/** Below the bundle, no way out of it. */
const PATH = /^(?!.*(?:^|\/)\.{1,2}(?:\/|$))[A-Za-z0-9._-]+(?:\/[A-Za-z0-9._-]+)*$/;

const fileSchema = z.object({
  path: z.string().max(300).regex(PATH),
  type: z.string().max(100),
  sha256: sha256Schema,
  bytes: z.int().nonnegative(),
});

const manifestSchema = z.object({
  format: z.literal('opencommotion-bundle'),
  version: z.literal(1),
  artifact: artifactSchema,
  files: z.array(fileSchema).max(MOST_FILES),
});

export type BundleManifest = z.output<typeof manifestSchema>;

export interface BundleFile {
  readonly path: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface Bundle {
  readonly manifest: BundleManifest;
  readonly files: readonly BundleFile[];
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A zip with a manifest that names every file with its SHA-256. The same content gives the same bytes. */
export function writeBundle(artifact: BundleManifest['artifact'], files: readonly BundleFile[]): Uint8Array {
  const listed = files.map(({ path, type, bytes }) => ({ path, type, sha256: sha256(bytes), bytes: bytes.length }));
  const manifest: BundleManifest = { format: 'opencommotion-bundle', version: 1, artifact, files: listed };
  const entries: Zippable = { [MANIFEST]: strToU8(`${JSON.stringify(manifest, null, 2)}\n`) };
  for (const { path, bytes } of files) entries[path] = bytes;
  return zipSync(entries, { mtime: UNDATED, level: 6 });
}

/**
 * Reads a bundle from wherever it came.
 * @throws HostError `bundle_unreadable` with the reason: no zip, no manifest, a file missing, changed, unlisted or too large
 */
export function readBundle(zip: Uint8Array): Bundle {
  let total = 0;
  let count = 0;
  let entries: Record<string, Uint8Array>;
  try {
    entries = unzipSync(zip, {
      filter({ originalSize }) {
        total += originalSize;
        count += 1;
        if (total > MOST_BYTES || count > MOST_FILES + 1) throw new RangeError('it holds too much');
        return true;
      },
    });
  } catch (error) {
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
  const head = entries[MANIFEST];
  if (!head) throw unreadable(`it has no ${MANIFEST}`);
  const manifest = readPart(head, manifestSchema, MANIFEST);
  const listed = new Set(manifest.files.map(({ path }) => path));
  const extra = Object.keys(entries).find((path) => path !== MANIFEST && !listed.has(path));
  if (extra !== undefined) throw unreadable(`${extra} is not in its manifest`);
  const files = manifest.files.map(({ path, type, sha256: expected }) => {
    const bytes = Object.hasOwn(entries, path) ? entries[path] : undefined;
    if (!bytes) throw unreadable(`${path} is missing`);
    if (sha256(bytes) !== expected) throw unreadable(`${path} is not what its manifest says`);
    return { path, type, bytes };
  });
  return { manifest, files };
}

/**
 * What a part of a bundle says, which somebody else may have written.
 * @throws HostError `bundle_unreadable` where it is no JSON or not of that shape
 */
export function readPart<T extends z.ZodType>(bytes: Uint8Array, schema: T, path: string): z.output<T> {
  try {
    return schema.parse(JSON.parse(strFromU8(bytes)));
  } catch (error) {
    throw unreadable(error instanceof z.ZodError ? z.prettifyError(error) : `${path} is no JSON`);
  }
}

const unreadable = (reason: string): HostError => new HostError('bundle_unreadable', { reason: reason.slice(0, 300) });
