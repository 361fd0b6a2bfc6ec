import { createToken, type TokenType } from 'chevrotain';
import {
  ClauseKeyword,
  CountedKeyword,
  CueClause,
  DatumKeyword,
  FlagClause,
  FlowKeyword,
  HoldingKeyword,
  Name,
  NameClause,
  NamedKeyword,
  PairKeyword,
  PlaceClause,
  PlacesClause,
  RelationWord,
  SettingKeyword,
  StatementKeyword,
  ValueClause,
  WordsKeyword,
} from './categories.ts';

/**
 * Letters of any script, without the punctuation, the symbols and the surrogates between them: a plain character
 * class, for which Chevrotain can still choose patterns by the first character.
 */
const LETTER =
  'A-Za-z_\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u3041-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff21-\\uff3a\\uff41-\\uffdc';
/** The source of the pattern of a name. */
export const NAME_PATTERN = `[${LETTER}][${LETTER}0-9]*(?:['’-][${LETTER}0-9]+)*`;

export const Identifier = createToken({ name: 'Identifier', pattern: new RegExp(NAME_PATTERN), categories: [Name] });

/** Rules of the grammar and tokens share one set of names. */
const keywordOf = (word: string, category: TokenType) =>
  createToken({
    name: `Word_${word.replaceAll('-', '_')}`,
    label: word,
    pattern: word,
    longer_alt: Identifier,
    categories: [category],
  });

const keywordsOf = <const W extends string>(category: TokenType, words: readonly W[]) =>
  Object.fromEntries(words.map((word) => [word, keywordOf(word, category)])) as unknown as Readonly<
    Record<W, TokenType>
  >;

const NAMED_STATEMENTS = [
  ...(['environment', 'actor', 'lyrics', 'move', 'fade', 'grow', 'turn', 'emit', 'light', 'material'] as const),
  ...([
    'apply',
    'beat',
    'orbit',
    'reveal',
    'sound',
    'transition',
    'image',
    'model',
    'use',
    'let',
    'param',
    'quality',
  ] as const),
] as const;

export const STATEMENT = {
  ...keywordsOf(StatementKeyword, ['scene', 'stage', 'camera', 'when']),
  ...keywordsOf(SettingKeyword, ['seed', 'length', 'wait']),
  ...keywordsOf(NamedKeyword, NAMED_STATEMENTS),
  ...keywordsOf(WordsKeyword, ['text', 'say', 'annotate']),
  ...keywordsOf(PairKeyword, ['animate', 'change', 'draw']),
  ...keywordsOf(DatumKeyword, ['series', 'slice', 'bar']),
  ...keywordsOf(FlowKeyword, ['sequence', 'parallel']),
  ...keywordsOf(CountedKeyword, ['repeat', 'only', 'stagger']),
  ...keywordsOf(HoldingKeyword, ['group', 'prefab', 'chart', 'states', 'state', 'keyframes']),
};

/** Values of things that time can change: what a `change` may name. */
export const PROPERTY = keywordsOf(ValueClause, [
  ...(['scale', 'rotation', 'opacity', 'size', 'intensity', 'color', 'highlight', 'value', 'progress'] as const),
  ...([
    'width',
    'height',
    'corner',
    'radius',
    'fill',
    'stroke',
    'stroke-width',
    'background',
    'wrap',
    'decimals',
    'bend',
  ] as const),
  ...(['zoom', 'roll', 'angle', 'volume', 'weight'] as const),
]);
/** `for` begins a statement too. */
export const VALUE = {
  ...PROPERTY,
  ...keywordsOf(ValueClause, [
    ...(['over', 'for', 'by', 'count', 'labelled', 'voice', 'flatness', 'title', 'x-axis', 'y-axis'] as const),
    ...(['unit', 'data', 'be'] as const),
  ]),
};
export const NAMED = keywordsOf(NameClause, [
  ...(['is', 'as', 'along', 'facing', 'animation', 'align', 'ball', 'within', 'go'] as const),
]);
export const FLAG = keywordsOf(FlagClause, ['in', 'out']);
export const CUE = keywordsOf(CueClause, ['on', 'after', 'with']);
export const PLACE = keywordsOf(PlaceClause, ['to', 'from', 'around', 'position', 'focus']);
export const PLACES = keywordsOf(PlacesClause, ['through', 'points']);
/** Clauses with a form of their own. */
export const OWN = keywordsOf(ClauseKeyword, ['at', 'ease', 'colors']);
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

export const CLAUSES: Readonly<Record<string, TokenType>> = {
  ...VALUE,
  ...NAMED,
  ...FLAG,
  ...CUE,
  ...PLACE,
  ...PLACES,
  ...OWN,
};

/** Longest first: otherwise `in` would win over `inside`. */
export const KEYWORDS: readonly TokenType[] = Object.entries({
  ...STATEMENT,
  ...CLAUSES,
  ...RELATION,
  before: Before,
})
  .sort(([a], [b]) => b.length - a.length)
  .map(([, type]) => type);

/** A keyword as it is written. */
export const wordOf = ({ PATTERN, name }: TokenType): string => (typeof PATTERN === 'string' ? PATTERN : name);
