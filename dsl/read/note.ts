/**
 * What the parser has to say about a token, kept as the token's payload: it was read as the keyword that was `meant`,
 * or a formula has become too long with it.
 */
export type Note = { readonly meant: string } | { readonly tooLong: true };
