/** JSON Pointer (RFC 6901). */
export const escapeToken = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');

export const pointer = (...tokens: readonly string[]): string => tokens.map((each) => `/${escapeToken(each)}`).join('');

/** Members through which a document could reach the prototypes of the program that reads it. */
const FORBIDDEN = new Set(['__proto__', 'prototype', 'constructor']);

/** The tokens of a pointer, or null when it is not one or names a member of a prototype. */
export function tokensOf(path: string): readonly string[] | null {
  if (path === '') return [];
  if (!path.startsWith('/') || /~(?![01])/.test(path)) return null;
  const tokens = path
    .slice(1)
    .split('/')
    .map((token) => token.replaceAll('~1', '/').replaceAll('~0', '~'));
  return tokens.some((token) => FORBIDDEN.has(token)) ? null : tokens;
}
