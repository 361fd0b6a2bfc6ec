/** UTF-16 code units of one script. */
export const MAX_TEXT = 1024 * 1024;
/** Blocks inside each other. */
export const MAX_NESTING = 64;
/** Words and signs of one script: some 25,000 lines. */
export const MAX_TOKENS = 250_000;
/** Brackets inside each other. */
export const MAX_BRACKETS = 32;
/** Operands of one formula, and inputs of one function. */
export const MAX_OPERANDS = 256;
/** Syntax errors after which the rest of a script is not looked at: each takes its time, and nobody reads so many. */
export const MAX_ERRORS = 1000;
