import { createToken, Lexer, type TokenType } from 'chevrotain';

/** Abstract types: no text matches them, they stand for all tokens that carry them as a category. */
const abstract = (name: string, categories: TokenType[] = []) => createToken({ name, pattern: Lexer.NA, categories });

/** Everything but braces: what a statement that nobody understands is made of. */
export const Anything = abstract('Anything');
/** What can be a name: identifiers, and every keyword. */
export const Name = abstract('Name', [Anything]);
export const StatementKeyword = abstract('StatementKeyword', [Name]);
export const ClauseKeyword = abstract('ClauseKeyword', [Name]);
/** Clauses followed by one value, or by a name that may be a keyword too. */
export const ValueClause = abstract('ValueClause', [ClauseKeyword]);
export const NameClause = abstract('NameClause', [ClauseKeyword]);
export const FlagClause = abstract('FlagClause', [ClauseKeyword]);
/** `on`, `after`, `with`: they begin a clause or, before a `{`, a block. */
export const CueClause = abstract('CueClause', [ClauseKeyword]);
export const RelationWord = abstract('RelationWord', [Name]);

/**
 * Letters of any script, without the punctuation, the symbols and the surrogates between them: a plain character
 * class, for which Chevrotain can still choose patterns by the first character.
 */
const LETTER =
  'A-Za-z_\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u3041-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff21-\\uff3a\\uff41-\\uffdc';
const IDENTIFIER = new RegExp(`[${LETTER}][${LETTER}0-9]*(?:['’-][${LETTER}0-9]+)*`);

export const Identifier = createToken({ name: 'Identifier', pattern: IDENTIFIER, categories: [Name] });

const keywordOf = (word: string, category: TokenType) =>
  createToken({ name: word.replaceAll('-', '_'), pattern: word, longer_alt: Identifier, categories: [category] });

const keywordsOf = <const W extends string>(category: TokenType, words: readonly W[]) =>
  Object.fromEntries(words.map((word) => [word, keywordOf(word, category)])) as unknown as Readonly<
    Record<W, TokenType>
  >;

export const STATEMENT = keywordsOf(StatementKeyword, [
  'scene',
  'stage',
  'seed',
  'length',
  'environment',
  'actor',
  'text',
  'say',
  'lyrics',
  'move',
  'fade',
  'grow',
  'turn',
  'animate',
  'emit',
  'camera',
  'light',
  'material',
  'apply',
  'beat',
  'sequence',
  'parallel',
  'repeat',
  'only',
]);

export const VALUE = keywordsOf(ValueClause, [
  'over',
  'for',
  'by',
  'count',
  'scale',
  'rotation',
  'opacity',
  'size',
  'weight',
  'intensity',
  'color',
  'highlight',
  'labelled',
  'voice',
]);

export const NAMED = keywordsOf(NameClause, ['is', 'as', 'along', 'facing', 'animation', 'align', 'ball']);
export const FLAG = keywordsOf(FlagClause, ['in', 'out']);
export const CUE = keywordsOf(CueClause, ['on', 'after', 'with']);
export const PLACED = keywordsOf(ClauseKeyword, ['at', 'to', 'from', 'through', 'ease', 'colors']);
export const Before = keywordOf('before', Name);
export const RELATION = keywordsOf(RelationWord, [
  'above',
  'below',
  'left-of',
  'right-of',
  'inside',
  'in-front-of',
  'behind',
]);

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
/** A colour or the number of an occurrence: which of the two, its place in the sentence tells. */
export const Hash = createToken({ name: 'Hash', pattern: /#+[0-9A-Za-z]*/, categories: [Anything] });
export const LBrace = createToken({ name: 'LBrace', pattern: '{' });
export const RBrace = createToken({ name: 'RBrace', pattern: '}' });
export const LParen = createToken({ name: 'LParen', pattern: '(', categories: [Anything] });
export const RParen = createToken({ name: 'RParen', pattern: ')', categories: [Anything] });
export const Comma = createToken({ name: 'Comma', pattern: ',', categories: [Anything] });
export const Dot = createToken({ name: 'Dot', pattern: '.', categories: [Anything] });
export const Plus = createToken({ name: 'Plus', pattern: '+', categories: [Anything] });
export const Minus = createToken({ name: 'Minus', pattern: '-', categories: [Anything] });

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
const SIGNS = "!$%&'*/:;<=>?@[\\\\\\]^`|~";
const CONTROLS = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
const LATIN = '\\u00a1-\\u00a9\\u00ab-\\u00b4\\u00b6-\\u00b9\\u00bb-\\u00bf\\u00d7\\u00f7';
const BEYOND = '\\u2000-\\u3040\\ud800-\\uf8ff\\ufe00-\\ufe6f\\uff00-\\uff20\\uff3b-\\uff40\\uffdd-\\uffff';
export const Meaningless = createToken({
  name: 'Meaningless',
  pattern: new RegExp(`[${SIGNS}${CONTROLS}${LATIN}${BEYOND}]+`),
  group: 'meaningless',
});

/** Longest first: otherwise `in` would win over `inside`. */
const wordsOf = (...tables: Readonly<Record<string, TokenType>>[]) =>
  tables
    .flatMap((table) => Object.entries(table))
    .sort(([a], [b]) => b.length - a.length)
    .map(([, type]) => type);

export const CONCRETE_TOKENS: readonly TokenType[] = [
  WhiteSpace,
  Comment,
  ...wordsOf(STATEMENT, VALUE, NAMED, FLAG, CUE, PLACED, RELATION, { before: Before }),
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
  Meaningless,
];

export const ALL_TOKENS: readonly TokenType[] = [
  Anything,
  Name,
  StatementKeyword,
  ClauseKeyword,
  ValueClause,
  NameClause,
  FlagClause,
  CueClause,
  RelationWord,
  ...CONCRETE_TOKENS,
];
