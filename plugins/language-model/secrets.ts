/** Keys in the forms that providers of models give them, and what stands behind `Bearer`. */
const KEY = /\b(?:sk|rk|pk|sess|eyJ)[-_A-Za-z0-9.]{16,}|(?<=\bbearer\s+)\S+/gi;
const SHORTEST = 6;

/** `text` without the values of `secrets`, and without what looks like a key. */
export function withoutSecrets(text: string, secrets: readonly (string | null | undefined)[]): string {
  const known = secrets.filter((secret) => typeof secret === 'string' && secret.length >= SHORTEST) as string[];
  return known.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text).replaceAll(KEY, '[secret]');
}
