import { readFile } from 'node:fs/promises';
import { Ajv } from 'ajv';
import { CONTRACTS, type Manifest, manifestSchema, type PluginKind } from '../contract/index.ts';
import { ensure } from './check.ts';

export interface ManifestFile {
  readonly url: URL;
  readonly manifest: Manifest;
}

/** Reads and validates a manifest as the host does; the reason says which field is wrong. */
export async function readManifest(url: URL, kind: PluginKind): Promise<ManifestFile> {
  const text = await readFile(url, 'utf8');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Error(`manifest.json is not JSON: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the whole'}: ${issue.message}`);
    throw new Error(`manifest.json is not valid. ${faults.join('; ')}`);
  }
  ensure(parsed.data.kind === kind, `manifest.json says kind "${parsed.data.kind}", but this is the kit for "${kind}"`);
  return { url, manifest: parsed.data };
}

/** The manifest and the object must name the same contract, and it must be the one this kit checks. */
export function ensureContract(file: ManifestFile, objectContract: unknown): void {
  const expected = CONTRACTS[file.manifest.kind];
  ensure(
    file.manifest.contract === expected,
    `manifest.json names contract "${file.manifest.contract}", this host speaks "${expected}"`,
  );
  ensure(
    objectContract === file.manifest.contract,
    `the plugin object names contract "${String(objectContract)}", its manifest "${file.manifest.contract}"`,
  );
}

/** The settings object the plugin is started with: `given`, defaults filled in, validated. */
export function optionsWithDefaults(
  file: ManifestFile,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const ajv = new Ajv({ useDefaults: true, strict: true, allErrors: true });
  const options = structuredClone(given);
  const validate = ajv.compile(file.manifest.options);
  ensure(
    validate(options),
    `the options do not fit the schema of the manifest: ${ajv.errorsText(validate.errors, { dataVar: 'options' })}`,
  );
  return options;
}
