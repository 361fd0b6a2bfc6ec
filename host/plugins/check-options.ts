import { Ajv, type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { Manifest } from '../../plugins/contract/index.ts';
import type { Defect } from './plugin-record.ts';

export type CheckedOptions =
  | { readonly options: Readonly<Record<string, unknown>>; readonly defect: null }
  | { readonly options: null; readonly defect: Defect };

const sentence = (error: ErrorObject): string => {
  const extra = error.params as { additionalProperty?: string };
  const name = extra.additionalProperty === undefined ? '' : ` "${extra.additionalProperty}"`;
  return `${error.instancePath.slice(1).replaceAll('/', '.') || 'the settings'}: ${error.message ?? error.keyword}${name}`;
};

/** Settings checked against the JSON Schema of the manifest, with its defaults filled in. */
export function checkOptions(manifest: Manifest, settings: Readonly<Record<string, unknown>>): CheckedOptions {
  const refuse = (message: string, cure: string): CheckedOptions => ({
    options: null,
    defect: { code: 'host/options-invalid', message, cure },
  });
  // One Ajv per plugin: schemas of different plugins may carry the same $id. Keywords for the setup wizard are allowed.
  const ajv = new Ajv({ useDefaults: true, allErrors: true, strict: false });
  addFormats.default(ajv);
  try {
    const validate = ajv.compile(manifest.options);
    const options = structuredClone(settings);
    if (validate(options)) return { options, defect: null };
    return refuse(
      `The settings do not fit the plugin's schema: ${(validate.errors ?? []).map(sentence).join('; ')}.`,
      `Correct them under plugins["${manifest.kind}/${manifest.id}"] in settings.json.`,
    );
  } catch (error) {
    return refuse(
      `The manifest's "options" is not a JSON Schema: ${error instanceof Error ? error.message : String(error)}.`,
      'Correct "options" in the manifest.',
    );
  }
}
