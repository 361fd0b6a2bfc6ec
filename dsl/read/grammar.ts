import { type CstNode, type ParserMethod, type TokenType, tokenMatcher } from 'chevrotain';
import { Foresight } from './foresight.ts';
import { mendStatement } from './mend.ts';
import { syntaxMessages } from './syntax-messages.ts';
import {
  ALL_TOKENS,
  Anything,
  Before,
  Comma,
  CUE,
  CueClause,
  Dot,
  FlagClause,
  Hash,
  Identifier,
  LBrace,
  Lead,
  LParen,
  Minus,
  Name,
  NameClause,
  NumberLiteral,
  PLACED,
  Plus,
  RBrace,
  RelationWord,
  RParen,
  STATEMENT,
  StatementKeyword,
  Text,
  VALUE,
  ValueClause,
} from './tokens.ts';

type Rule = ParserMethod<[], CstNode>;

/** Statements of a name that may have a block of their own. */
const WITH_ENTRIES: ReadonlySet<TokenType> = new Set([STATEMENT.lyrics, STATEMENT.material]);

/**
 * The grammar, free of meaning. A statement is its keyword, its operands, and clauses in any order; which clause fits
 * which statement is for `check` to say, so that a misplaced clause is one clear message and not a parse error.
 * Line ends mean nothing to a correct script. They only decide, once something is wrong, how far the damage reaches.
 */
export class SceneParser extends Foresight {
  constructor() {
    super([...ALL_TOKENS], { recoveryEnabled: true, maxLookahead: 1, errorMessageProvider: syntaxMessages });
    this.performSelfAnalysis();
  }

  readonly script: Rule = this.RULE('script', () => {
    this.MANY(() => this.SUBRULE(this.statement));
  });

  private readonly block: Rule = this.RULE('block', () => {
    this.CONSUME(LBrace);
    this.MANY(() => this.SUBRULE(this.statement));
    this.CONSUME(RBrace);
  });

  private readonly statement: Rule = this.RULE('statement', () => {
    this.ACTION(() => mendStatement(this.LA(1)));
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.sceneStatement) },
        { ALT: () => this.SUBRULE(this.stageStatement) },
        { ALT: () => this.SUBRULE(this.settingStatement) },
        { ALT: () => this.SUBRULE(this.nameStatement) },
        { ALT: () => this.SUBRULE(this.wordsStatement) },
        { ALT: () => this.SUBRULE(this.pairStatement) },
        { ALT: () => this.SUBRULE(this.cameraStatement) },
        { ALT: () => this.SUBRULE(this.groupStatement) },
        { ALT: () => this.SUBRULE(this.numberedStatement) },
        { ALT: () => this.SUBRULE(this.timeStatement) },
        { ALT: () => this.SUBRULE(this.strayBlock) },
        { ALT: () => this.SUBRULE(this.unknownStatement) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  private readonly sceneStatement: Rule = this.RULE('sceneStatement', () => {
    this.CONSUME(STATEMENT.scene, { LABEL: 'keyword' });
    this.OPTION(() => this.CONSUME(Text));
    this.SUBRULE(this.clauses);
    this.OPTION1({ GATE: () => this.atBrace(), DEF: () => this.SUBRULE(this.block) });
  });

  private readonly stageStatement: Rule = this.RULE('stageStatement', () => {
    this.CONSUME(STATEMENT.stage, { LABEL: 'keyword' });
    this.OPTION(() => {
      this.CONSUME(NumberLiteral);
      this.OPTION1({ GATE: () => this.LA(1).image === 'x', DEF: () => this.CONSUME(Identifier) });
      this.OPTION2(() => this.CONSUME1(NumberLiteral));
    });
    this.SUBRULE(this.clauses);
  });

  private readonly settingStatement: Rule = this.RULE('settingStatement', () => {
    this.OR([
      { ALT: () => this.CONSUME(STATEMENT.seed, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.length, { LABEL: 'keyword' }) },
    ]);
    this.OPTION(() => this.CONSUME(NumberLiteral));
    this.SUBRULE(this.clauses);
  });

  /** Keyword, one name, clauses, perhaps a block of clauses. */
  private readonly nameStatement: Rule = this.RULE('nameStatement', () => {
    const keyword = this.OR([
      { ALT: () => this.CONSUME(STATEMENT.environment, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.actor, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.lyrics, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.move, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.fade, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.grow, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.turn, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.emit, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.light, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.material, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.apply, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.beat, { LABEL: 'keyword' }) },
    ]);
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.CONSUME(Name) });
    this.SUBRULE(this.clauses);
    this.OPTION1({
      GATE: () => this.atBrace() && WITH_ENTRIES.has(keyword.tokenType),
      DEF: () => this.SUBRULE(this.entries),
    });
  });

  /** Keyword, a name and what is written or spoken. */
  private readonly wordsStatement: Rule = this.RULE('wordsStatement', () => {
    this.OR([
      { ALT: () => this.CONSUME(STATEMENT.text, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.say, { LABEL: 'keyword' }) },
    ]);
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.CONSUME(Name) });
    this.OPTION1(() => this.CONSUME(Text));
    this.SUBRULE(this.clauses);
  });

  private readonly pairStatement: Rule = this.RULE('pairStatement', () => {
    this.CONSUME(STATEMENT.animate, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.CONSUME(Name) });
    this.OPTION1(() => this.CONSUME(Identifier));
    this.SUBRULE(this.clauses);
  });

  private readonly cameraStatement: Rule = this.RULE('cameraStatement', () => {
    this.CONSUME(STATEMENT.camera, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.CONSUME(Name) });
    this.OPTION1({ GATE: () => this.viewFollows(), DEF: () => this.SUBRULE(this.place) });
    this.SUBRULE(this.clauses);
  });

  private readonly groupStatement: Rule = this.RULE('groupStatement', () => {
    this.OR([
      { ALT: () => this.CONSUME(STATEMENT.sequence, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.parallel, { LABEL: 'keyword' }) },
    ]);
    this.SUBRULE(this.clauses);
    this.OPTION({ GATE: () => this.atBrace(), DEF: () => this.SUBRULE(this.block) });
  });

  private readonly numberedStatement: Rule = this.RULE('numberedStatement', () => {
    this.OR([
      { ALT: () => this.CONSUME(STATEMENT.repeat, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(STATEMENT.only, { LABEL: 'keyword' }) },
    ]);
    this.OPTION(() => this.CONSUME(NumberLiteral));
    this.SUBRULE(this.clauses);
    this.OPTION1({ GATE: () => this.atBrace(), DEF: () => this.SUBRULE(this.block) });
  });

  private readonly timeStatement: Rule = this.RULE('timeStatement', () => {
    this.OR([{ ALT: () => this.SUBRULE(this.atClause) }, { ALT: () => this.SUBRULE(this.timeClause) }]);
    this.SUBRULE(this.clauses);
    this.OPTION({ GATE: () => this.atBrace(), DEF: () => this.SUBRULE(this.block) });
  });

  private readonly clauses: Rule = this.RULE('clauses', () => {
    this.MANY({ GATE: () => this.clauseFollows(), DEF: () => this.SUBRULE(this.clause) });
  });

  private readonly clause: Rule = this.RULE('clause', () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.valueClause) },
        { ALT: () => this.SUBRULE(this.nameClause) },
        { ALT: () => this.SUBRULE(this.flagClause) },
        { ALT: () => this.SUBRULE(this.placeClause) },
        { ALT: () => this.SUBRULE(this.atClause) },
        { ALT: () => this.SUBRULE(this.throughClause) },
        { ALT: () => this.SUBRULE(this.timeClause) },
        { ALT: () => this.SUBRULE(this.easeClause) },
        { ALT: () => this.SUBRULE(this.colorsClause) },
        { ALT: () => this.SUBRULE(this.unknownClause) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  private readonly valueClause: Rule = this.RULE('valueClause', () => {
    this.CONSUME(ValueClause, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.valueFollows(), DEF: () => this.SUBRULE(this.value) });
  });

  private readonly value: Rule = this.RULE('value', () => {
    this.OR([
      { ALT: () => this.CONSUME(NumberLiteral) },
      { ALT: () => this.CONSUME(Hash) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(Name) },
    ]);
  });

  private readonly nameClause: Rule = this.RULE('nameClause', () => {
    this.CONSUME(NameClause, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.CONSUME(Name) });
  });

  private readonly flagClause: Rule = this.RULE('flagClause', () => {
    this.CONSUME(FlagClause, { LABEL: 'keyword' });
  });

  private readonly placeClause: Rule = this.RULE('placeClause', () => {
    this.OR([
      { ALT: () => this.CONSUME(PLACED.to, { LABEL: 'keyword' }) },
      { ALT: () => this.CONSUME(PLACED.from, { LABEL: 'keyword' }) },
    ]);
    this.OR1([{ ALT: () => this.CONSUME(NumberLiteral) }, { ALT: () => this.SUBRULE(this.place) }]);
  });

  /** A place or a time. */
  private readonly atClause: Rule = this.RULE('atClause', () => {
    this.CONSUME(PLACED.at, { LABEL: 'keyword' });
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.lead) },
        { ALT: () => this.CONSUME(NumberLiteral) },
        { ALT: () => this.SUBRULE(this.place) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.OPTION({ GATE: () => this.shiftFollows(), DEF: () => this.SUBRULE(this.shift) });
  });

  private readonly throughClause: Rule = this.RULE('throughClause', () => {
    this.CONSUME(PLACED.through, { LABEL: 'keyword' });
    this.SUBRULE(this.place);
    this.MANY({ GATE: () => this.placeFollows(), DEF: () => this.SUBRULE1(this.place) });
  });

  private readonly timeClause: Rule = this.RULE('timeClause', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.lead) },
      {
        ALT: () => {
          this.CONSUME(CueClause, { LABEL: 'keyword' });
          this.SUBRULE(this.cue);
        },
      },
    ]);
    this.OPTION({ GATE: () => this.shiftFollows(), DEF: () => this.SUBRULE(this.shift) });
  });

  private readonly lead: Rule = this.RULE('lead', () => {
    this.CONSUME(Lead);
    this.OR([{ ALT: () => this.CONSUME(Before) }, { ALT: () => this.CONSUME(CUE.after) }]);
    this.SUBRULE(this.cue);
  });

  private readonly cue: Rule = this.RULE('cue', () => {
    this.SUBRULE(this.nameHere);
    this.OPTION(() => {
      this.CONSUME(Dot);
      this.OR([
        { ALT: () => this.CONSUME(Name) },
        { ALT: () => this.CONSUME(NumberLiteral) },
        { ALT: () => this.CONSUME(Text) },
      ]);
    });
    this.OPTION1(() => this.CONSUME(Hash));
  });

  /** `+ 0.3s`, `- 0.3s`, `-0.3s`. */
  private readonly shift: Rule = this.RULE('shift', () => {
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(Plus) }, { ALT: () => this.CONSUME(Minus) }]);
    });
    this.CONSUME(NumberLiteral);
  });

  private readonly easeClause: Rule = this.RULE('easeClause', () => {
    this.CONSUME(PLACED.ease, { LABEL: 'keyword' });
    this.OPTION({
      GATE: () => this.operandFollows(),
      DEF: () => {
        this.CONSUME(Name);
        this.OPTION1(() => {
          this.CONSUME(LParen);
          this.MANY_SEP({ SEP: Comma, DEF: () => this.CONSUME(NumberLiteral) });
          this.CONSUME(RParen);
        });
      },
    });
  });

  private readonly colorsClause: Rule = this.RULE('colorsClause', () => {
    this.CONSUME(PLACED.colors, { LABEL: 'keyword' });
    this.SUBRULE(this.entries);
  });

  /** What stands in the braces of `lyrics`, `material` and `colors`. */
  private readonly entries: Rule = this.RULE('entries', () => {
    this.CONSUME(LBrace);
    this.MANY(() => {
      this.OR({
        DEF: [
          { ALT: () => this.SUBRULE(this.valueClause) },
          { ALT: () => this.SUBRULE(this.nameClause) },
          { ALT: () => this.SUBRULE(this.atClause) },
          { ALT: () => this.SUBRULE(this.entry) },
        ],
        IGNORE_AMBIGUITIES: true,
      });
    });
    this.CONSUME(RBrace);
  });

  private readonly entry: Rule = this.RULE('entry', () => {
    this.CONSUME(Name);
    this.OPTION({ GATE: () => this.valueFollows(), DEF: () => this.SUBRULE(this.value) });
  });

  /** A name that may be a keyword, unless that keyword goes on with the sentence. */
  private readonly nameHere: Rule = this.RULE('nameHere', () => {
    this.OR([{ GATE: () => this.nameFollows(), ALT: () => this.CONSUME(Name) }]);
  });

  private readonly place: Rule = this.RULE('place', () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.point) },
        {
          ALT: () => {
            this.CONSUME(RelationWord);
            this.SUBRULE(this.nameHere);
            this.OPTION(() => {
              this.CONSUME(VALUE.by);
              this.CONSUME(NumberLiteral);
            });
          },
        },
        { ALT: () => this.SUBRULE1(this.nameHere) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  private readonly point: Rule = this.RULE('point', () => {
    this.CONSUME(LParen);
    this.CONSUME(NumberLiteral);
    this.CONSUME(Comma);
    this.CONSUME1(NumberLiteral);
    this.OPTION(() => {
      this.CONSUME1(Comma);
      this.CONSUME2(NumberLiteral);
    });
    this.CONSUME(RParen);
  });

  /** Not a clause at all: it and what follows in its line, up to the next keyword. */
  private readonly unknownClause: Rule = this.RULE('unknownClause', () => {
    this.CONSUME(Anything);
    this.MANY({ GATE: () => this.sameLine() && !this.isKeyword(1), DEF: () => this.CONSUME1(Anything) });
  });

  private readonly unknownStatement: Rule = this.RULE('unknownStatement', () => {
    this.CONSUME(Anything);
    this.MANY({
      GATE: () => this.sameLine() && !tokenMatcher(this.LA(1), StatementKeyword),
      DEF: () => this.CONSUME1(Anything),
    });
    this.OPTION({ GATE: () => this.atBrace(), DEF: () => this.SUBRULE(this.strayBlock) });
  });

  /** Braces with whatever stands in them, to be stepped over. */
  private readonly strayBlock: Rule = this.RULE('strayBlock', () => {
    this.CONSUME(LBrace);
    this.MANY(() => {
      this.OR([{ ALT: () => this.CONSUME(Anything) }, { ALT: () => this.SUBRULE(this.strayBlock) }]);
    });
    this.CONSUME(RBrace);
  });
}
