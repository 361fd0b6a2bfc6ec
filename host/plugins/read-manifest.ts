import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join, relative, resolve, sep } from 'node:path';
import { z } from 'zod';
import { CONTRACTS, type Manifest, manifestSchema, pluginName } from '../../plugins/contract/index.ts';
import { findJsonDefect } from './json-defect.ts';
import type { Candidate, Defect } from './plugin-record.ts';

export type ManifestReading =
  | { readonly name: string; readonly manifest: Manifest; readonly defect: Defect | null }
  | { readonly name: string; readonly manifest: null; readonly defect: Defect };

const KINDS = Object.keys(CONTRACTS);

/** Reads and checks one manifest in a fixed order; the first kind of defect met is the one reported. */
export async function readManifest(candidate: Candidate): Promise<ManifestReading> {
  const name = basename(candidate.folder);
  const refuse = (code: string, message: string, cure: string): ManifestReading => ({
    name,
    manifest: null,
    defect: { code, message, cure },
  });
  const text = await readFile(candidate.manifestFile, 'utf8').catch(() => null);
  if (text === null)
    return refuse('host/manifest-missing', `There is no ${candidate.manifestFile}.`, 'Write the manifest.');

  const broken = findJsonDefect(text);
  if (broken !== null)
    return refuse(
      'host/manifest-bad-json',
      `${candidate.manifestFile}:${broken.line}:${broken.column} is not JSON: ${broken.message}.`,
      'Correct the manifest at that place.',
    );
  const json: unknown = JSON.parse(text);

  const kind = z.object({ kind: z.string() }).safeParse(json);
  if (kind.success && !KINDS.includes(kind.data.kind))
    return refuse(
      'host/plugin-kind-unknown',
      `The kind "${kind.data.kind}" is unknown.`,
      `Make "kind" one of ${KINDS.join(', ')}.`,
    );

  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) {
    const issues = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the manifest'}: ${issue.message}`);
    return refuse(
      'host/manifest-invalid',
      `The manifest does not fit its schema: ${issues.join('; ')}.`,
      'Correct those fields; docs/plugins.md explains each.',
    );
  }
  const manifest = parsed.data;
  return { name: pluginName(manifest), manifest, defect: await findDefect(candidate, manifest) };
}

async function findDefect(candidate: Candidate, manifest: Manifest): Promise<Defect | null> {
  const spoken = CONTRACTS[manifest.kind];
  if (manifest.contract !== spoken)
    return {
      code: 'host/contract-mismatch',
      message: `It was written for the contract "${manifest.contract}", but this host speaks "${spoken}".`,
      cure: 'Use a version of the plugin that was written for that contract.',
    };

  const entry = resolve(candidate.folder, manifest.entry);
  const inside = (from: string, to: string): boolean => !relative(from, to).split(sep).includes('..');
  if (!inside(candidate.folder, entry))
    return {
      code: 'host/entry-missing',
      message: `The entry "${manifest.entry}" lies outside the plugin's folder.`,
      cure: 'Keep the entry inside the folder of the manifest.',
    };
  const [realFolder, realEntry] = await Promise.all([realpath(candidate.folder), realpath(entry).catch(() => null)]);
  if (realEntry === null || !inside(realFolder, realEntry))
    return {
      code: 'host/entry-missing',
      message: `The entry "${manifest.entry}" does not exist inside the plugin's folder.`,
      cure: 'Correct "entry", or build the plugin.',
    };

  const require = createRequire(join(realFolder, 'manifest.json'));
  const missing = manifest.needs.packages.filter((name) => !isInstalled(require, name));
  if (missing.length > 0)
    return {
      code: 'host/package-missing',
      message: `It needs the npm package ${missing.join(', ')}, which is not installed.`,
      cure: `npm install ${missing.join(' ')}`,
    };
  return null;
}

/** By folder, not by resolving: a package that exports ES modules alone cannot be resolved by `require`. */
const isInstalled = (require: NodeJS.Require, name: string): boolean =>
  (require.resolve.paths(name) ?? []).some((folder) => existsSync(join(folder, name, 'package.json')));
