import { createToken, Lexer, type TokenType } from 'chevrotain';
import { Anything, CATEGORIES, Operator } from './categories.ts';
import { Identifier, KEYWORDS, NAME_PATTERN } from './keywords.ts';

/** A number with its unit, if any, glued to it: `2.6s`, `50%`, `-90deg`, and the `2d` of `only 2d`. */
export const NumberLiteral = createToken({
  name: 'Number',
  pattern: /-?\d+(?:\.\d+)?(?:[A-Za-z]+|%)?/,
  categories: [Anything],
});
/** A number with `before` or `after` behind it: where a clause may begin, a time begins, as in `2s before end`. */
export const Lead = createToken({
  name: 'Lead',
  pattern: /\d+(?:\.\d+)?[A-Za-z]*(?=[ \t]+(?:before|after)\s)/,
  categories: [NumberLiteral, Anything],
});
export const Text = createToken({ name: 'Text', pattern: /"(?:[^"\\\n\r]|\\[^\n\r])*"/, categories: [Anything] });
/** A text in the quotes of a word processor. */
export const CurlyText = createToken({
  name: 'CurlyText',
  pattern: /[“„«](?:[^“”»"\\\n\r]|\\[^\n\r])*[“”»]/,
  categories: [Text, Anything],
});
/** A text whose closing quote is missing before the end of its line. */
export const OpenText = createToken({
  name: 'OpenText',
  pattern: /"(?:[^"\\\n\r]|\\[^\n\r])*\\?/,
  categories: [Text, Anything],
});
/** A colour, or glued to a name the number of an occurrence: `#fde68a`, `bar#2`, `bar#i`, and the sign of `bar#(i + 1)`. */
export const Hash = createToken({
  name: 'Hash',
  pattern: new RegExp(`#+(?:\\d[0-9A-Za-z]*|${NAME_PATTERN})?`),
  categories: [Anything],
});
export const LBrace = createToken({ name: 'LBrace', pattern: '{' });
export const RBrace = createToken({ name: 'RBrace', pattern: '}' });
export const LParen = createToken({ name: 'LParen', pattern: '(', categories: [Anything] });
export const RParen = createToken({ name: 'RParen', pattern: ')', categories: [Anything] });
export const Comma = createToken({ name: 'Comma', pattern: ',', categories: [Anything] });
export const Dot = createToken({ name: 'Dot', pattern: '.', categories: [Anything] });
export const Plus = createToken({ name: 'Plus', pattern: '+', categories: [Operator] });
export const Minus = createToken({ name: 'Minus', pattern: '-', categories: [Operator] });
const Times = createToken({ name: 'Times', pattern: '*', categories: [Operator] });
const Over = createToken({ name: 'Over', pattern: '/', categories: [Operator] });

const WhiteSpace = createToken({
  name: 'WhiteSpace',
  pattern: /[ \t\r\n\ufeff\u00a0]+/,
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const Comment = createToken({ name: 'Comment', pattern: /\/\/[^\n\r]*/, group: 'comments' });

/**
 * Signs that mean nothing, many at a time and out of the parser's sight. Chevrotain's own way of stepping over them is
 * to try all patterns at each, which takes seconds for a file that is no script at all.
 */
const SIGNS = "!$%&':;<=>?@[\\\\\\]^`|~";
const CONTROLS = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
const LATIN = '\\u00a1-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7';
const BEYOND = '\\u2000-\\u3040\\ud800-\\uf8ff\\ufe00-\\ufe6f\\uff00-\\uff20\\uff3b-\\uff40\\uffdd-\\uffff';
export const Meaningless = createToken({
  name: 'Meaningless',
  pattern: new RegExp(`[${SIGNS}${CONTROLS}${LATIN}${BEYOND}]+`),
  group: 'meaningless',
});

export const CONCRETE_TOKENS: readonly TokenType[] = [
  WhiteSpace,
  Comment,
  ...KEYWORDS,
  Identifier,
  Lead,
  NumberLiteral,
  Text,
  OpenText,
  CurlyText,
  Hash,
  LBrace,
  RBrace,
  LParen,
  RParen,
  Comma,
  Dot,
  Plus,
  Minus,
  Times,
  Over,
  Meaningless,
];

export const ALL_TOKENS: readonly TokenType[] = [...CATEGORIES, ...CONCRETE_TOKENS];
