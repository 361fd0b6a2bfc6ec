/**
 * What the parser has to say about a token, kept as the token's payload: it was read as the keyword that was `meant`,
 * a formula has become too long with it, a comma is missing before it, or its minus wants a space.
 */
export type Note = { readonly meant: string } | { readonly fault: 'too-long' | 'missing-comma' | 'glued-minus' };
