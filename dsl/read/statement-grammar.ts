import type { CstNode, ParserMethod, TokenType } from 'chevrotain';
import {
  CountedKeyword,
  DatumKeyword,
  FlowKeyword,
  HoldingKeyword,
  Name,
  NamedKeyword,
  PairKeyword,
  SettingKeyword,
  WordsKeyword,
} from './categories.ts';
import { ClauseGrammar } from './clause-grammar.ts';
import type { Rule } from './grammar-rule.ts';
import { Identifier, OWN, STATEMENT, VALUE } from './keywords.ts';
import { NumberLiteral, Text } from './tokens.ts';

/** Statements of a name that may have a block of their own. */
const WITH_ENTRIES: ReadonlySet<TokenType> = new Set([STATEMENT.lyrics, STATEMENT.material, STATEMENT.use]);

/** Statements that give a name a value. */
const GIVING: ReadonlySet<TokenType> = new Set([STATEMENT.let, STATEMENT.param]);

/** The heads of statements: all but their blocks. */
export class StatementGrammar extends ClauseGrammar {
  /** `takesBlock`: a block follows the clauses, so that a time before it in the line is one of them. */
  protected readonly clauses: ParserMethod<[takesBlock?: boolean, inKeyframes?: boolean], CstNode> = this.RULE(
    'clauses',
    (takesBlock = false, inKeyframes = false) => {
      this.MANY({
        GATE: () => this.clauseFollows(takesBlock, inKeyframes),
        DEF: () => this.SUBRULE(this.clause, { ARGS: [inKeyframes] }),
      });
    },
  );

  protected readonly sceneHead: Rule = this.RULE('sceneHead', () => {
    this.CONSUME(STATEMENT.scene, { LABEL: 'keyword' });
    this.OPTION(() => this.CONSUME(Text));
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
  });

  protected readonly stageStatement: Rule = this.RULE('stageStatement', () => {
    this.CONSUME(STATEMENT.stage, { LABEL: 'keyword' });
    this.OPTION(() => {
      this.CONSUME(NumberLiteral);
      this.OPTION1({ GATE: () => this.LA(1).image === 'x', DEF: () => this.CONSUME(Identifier) });
      this.OPTION2(() => this.CONSUME1(NumberLiteral));
    });
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
  });

  protected readonly settingStatement: Rule = this.RULE('settingStatement', () => {
    this.CONSUME(SettingKeyword, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.amountFollows(), DEF: () => this.SUBRULE(this.amount) });
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
  });

  /** Keyword, one name, clauses, perhaps a block of clauses. */
  protected readonly nameStatement: Rule = this.RULE('nameStatement', () => {
    const keyword = this.CONSUME(NamedKeyword, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.nameOperandFollows(), DEF: () => this.SUBRULE(this.path) });
    this.OPTION2({
      GATE: () => GIVING.has(keyword.tokenType) && this.givenFollows(),
      DEF: () => this.SUBRULE(this.value),
    });
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
    this.OPTION1({
      GATE: () => this.atBrace() && WITH_ENTRIES.has(keyword.tokenType),
      DEF: () => this.SUBRULE(this.entries),
    });
  });

  /** Keyword, a name and what is written or spoken. */
  protected readonly wordsStatement: Rule = this.RULE('wordsStatement', () => {
    this.CONSUME(WordsKeyword, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.SUBRULE(this.path) });
    this.OPTION1(() => this.CONSUME(Text));
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
  });

  /** Keyword, a name and a word: how it moves, what of it changes, which shape it has. */
  protected readonly pairStatement: Rule = this.RULE('pairStatement', () => {
    const keyword = this.CONSUME(PairKeyword, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.SUBRULE(this.path) });
    this.OPTION1({
      GATE: () => this.pairWordFollows(keyword.tokenType === STATEMENT.change),
      DEF: () => this.CONSUME(Name, { LABEL: 'word' }),
    });
    this.OPTION2({
      GATE: () => keyword.tokenType === STATEMENT.change && this.givenFollows(),
      DEF: () => this.SUBRULE(this.value),
    });
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
  });

  protected readonly cameraStatement: Rule = this.RULE('cameraStatement', () => {
    this.CONSUME(STATEMENT.camera, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.SUBRULE(this.path) });
    this.OPTION1({ GATE: () => this.viewFollows(), DEF: () => this.SUBRULE(this.place) });
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
  });

  /** What a chart shows. */
  protected readonly datumStatement: Rule = this.RULE('datumStatement', () => {
    this.CONSUME(DatumKeyword, { LABEL: 'keyword' });
    this.OPTION(() => this.CONSUME(Text));
    this.OPTION1({ GATE: () => this.numberFollows(), DEF: () => this.SUBRULE(this.amount) });
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
  });

  protected readonly whenStatement: Rule = this.RULE('whenStatement', () => {
    this.CONSUME(STATEMENT.when, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.nameOperandFollows(), DEF: () => this.CONSUME(Name, { LABEL: 'event' }) });
    this.OPTION1({
      GATE: () => this.is(1, Text) || this.nameOperandFollows(),
      DEF: () => this.OR([{ ALT: () => this.CONSUME(Text) }, { ALT: () => this.SUBRULE(this.path) }]),
    });
    this.SUBRULE(this.clauses, { ARGS: [false, false] });
  });

  protected readonly keyframe: Rule = this.RULE('keyframe', () => {
    this.CONSUME(OWN.at, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.amountFollows(), DEF: () => this.SUBRULE(this.amount) });
    this.SUBRULE(this.clauses, { ARGS: [false, true] });
  });

  protected readonly flowHead: Rule = this.RULE('flowHead', () => {
    this.CONSUME(FlowKeyword, { LABEL: 'keyword' });
    this.SUBRULE(this.clauses, { ARGS: [true, false] });
  });

  protected readonly countedHead: Rule = this.RULE('countedHead', () => {
    this.CONSUME(CountedKeyword, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.amountFollows(), DEF: () => this.SUBRULE(this.amount) });
    this.SUBRULE(this.clauses, { ARGS: [true, false] });
  });

  protected readonly holdingHead: Rule = this.RULE('holdingHead', () => {
    this.CONSUME(HoldingKeyword, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.nameOperandFollows(), DEF: () => this.SUBRULE(this.path) });
    this.SUBRULE(this.clauses, { ARGS: [true, false] });
  });

  protected readonly forHead: Rule = this.RULE('forHead', () => {
    this.CONSUME(VALUE.for, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.nameOperandFollows(), DEF: () => this.SUBRULE(this.path) });
    this.ACTION(() => this.mendLoop());
    this.SUBRULE(this.clauses, { ARGS: [true, false] });
  });

  protected readonly timeHead: Rule = this.RULE('timeHead', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.atClause) }, { ALT: () => this.SUBRULE(this.timeClause) }]);
    this.SUBRULE(this.clauses, { ARGS: [true, false] });
  });
}
