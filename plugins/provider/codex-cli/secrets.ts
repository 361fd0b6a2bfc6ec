/** Keys in the forms that model providers give them, and what stands behind `Bearer`. */
const KEY = /\b(?:sk|rk|pk|sess|eyJ)[-_A-Za-z0-9.]{16,}|(?<=\bbearer\s+)\S+/gi;
const SHORTEST = 6;

/** `text` without the values of `secrets` and without what looks like a key. */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  const known = secrets.filter((secret): secret is string => secret !== undefined && secret.length >= SHORTEST);
  return known.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text).replaceAll(KEY, '[secret]');
}

/** The last lines that say something, on one line. */
export const lastLines = (text: string, count = 3): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .slice(-count)
    .join(' / ')
    .slice(-400);
