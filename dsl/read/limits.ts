/** UTF-16 code units of one script. */
export const MAX_TEXT = 1024 * 1024;
/** Blocks inside each other. */
export const MAX_NESTING = 64;
/** Statements of one script, blocks included. */
export const MAX_STATEMENTS = 50_000;
