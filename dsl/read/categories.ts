import { createToken, Lexer, type TokenType } from 'chevrotain';

/** Abstract types: no text matches them, they stand for all tokens that carry them as a category. */
const abstract = (name: string, categories: TokenType[] = []) => createToken({ name, pattern: Lexer.NA, categories });

/** Everything but braces: what a statement that nobody understands is made of. */
export const Anything = abstract('Anything');
/** What can be a name: identifiers, and every keyword. */
export const Name = abstract('Name', [Anything]);
/** `+ - * /` */
export const Operator = abstract('Operator', [Anything]);

export const StatementKeyword = abstract('StatementKeyword', [Name]);
/** A number: `seed 7`. */
export const SettingKeyword = abstract('SettingKeyword', [StatementKeyword]);
/** A name, and for some of them entries in braces: `actor cow`, `material silver { … }`. */
export const NamedKeyword = abstract('NamedKeyword', [StatementKeyword]);
/** A name and what is written or spoken: `say line "…"`. */
export const WordsKeyword = abstract('WordsKeyword', [StatementKeyword]);
/** A name and a word: `animate cow walk`. */
export const PairKeyword = abstract('PairKeyword', [StatementKeyword]);
/** A label and a number: `slice "Ours" 42%`. */
export const DatumKeyword = abstract('DatumKeyword', [StatementKeyword]);
/** A block: `sequence { … }`. */
export const FlowKeyword = abstract('FlowKeyword', [StatementKeyword]);
/** A number and a block: `repeat 3 { … }`. */
export const CountedKeyword = abstract('CountedKeyword', [StatementKeyword]);
/** A name and a block of statements: `group family { … }`. */
export const HoldingKeyword = abstract('HoldingKeyword', [StatementKeyword]);

export const ClauseKeyword = abstract('ClauseKeyword', [Name]);
/** Clauses followed by one value. */
export const ValueClause = abstract('ValueClause', [ClauseKeyword]);
/** Clauses followed by a name, that may be a keyword too. */
export const NameClause = abstract('NameClause', [ClauseKeyword]);
export const FlagClause = abstract('FlagClause', [ClauseKeyword]);
/** Clauses followed by a place, or where the statement is about something else than places, by a value. */
export const PlaceClause = abstract('PlaceClause', [ClauseKeyword]);
/** Clauses followed by one place or more. */
export const PlacesClause = abstract('PlacesClause', [ClauseKeyword]);
/** `on`, `after`, `with`: they begin a clause or, before a `{`, a block. */
export const CueClause = abstract('CueClause', [ClauseKeyword]);
export const RelationWord = abstract('RelationWord', [Name]);

export const CATEGORIES: readonly TokenType[] = [
  Anything,
  Name,
  Operator,
  StatementKeyword,
  SettingKeyword,
  NamedKeyword,
  WordsKeyword,
  PairKeyword,
  DatumKeyword,
  FlowKeyword,
  CountedKeyword,
  HoldingKeyword,
  ClauseKeyword,
  ValueClause,
  NameClause,
  FlagClause,
  PlaceClause,
  PlacesClause,
  CueClause,
  RelationWord,
];
