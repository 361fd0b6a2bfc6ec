import { tokenMatcher } from 'chevrotain';
import { Anything, StatementKeyword } from './categories.ts';
import type { BodyRule, Rule } from './grammar-rule.ts';
import { STATEMENT } from './keywords.ts';
import { StatementGrammar } from './statement-grammar.ts';
import { LBrace, RBrace } from './tokens.ts';

/**
 * The grammar, free of meaning. A statement is its keyword, its operands, and clauses in any order; which clause fits
 * which statement is for `check` to say, so that a misplaced clause is one clear message and not a parse error.
 * Line ends mean nothing to a correct script. They only decide, once something is wrong, how far the damage reaches.
 * The chain of classes goes from the small to the large: questions, formulas, places, clauses, statements, blocks.
 */
export class SceneParser extends StatementGrammar {
  constructor() {
    super();
    this.performSelfAnalysis();
  }

  readonly script: Rule = this.RULE('script', () => {
    this.ACTION(() => this.beginAnew());
    this.MANY({
      GATE: () => !this.hasHadEnough(),
      DEF: () => this.SUBRULE(this.statement, { ARGS: [false] }),
    });
  });

  /** Also where parsing begins, when a part of a scene is read anew. */
  readonly block: BodyRule = this.RULE('block', (ofKeyframes = false) => {
    this.CONSUME(LBrace);
    this.MANY({
      GATE: () => !this.hasHadEnough(),
      DEF: () => this.SUBRULE(this.statement, { ARGS: [ofKeyframes] }),
    });
    this.CONSUME(RBrace);
  });

  private readonly statement: BodyRule = this.RULE('statement', (inKeyframes = false) => {
    this.ACTION(() => this.mender.mendStatement(this.LA(1)));
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.nameStatement) },
        { ALT: () => this.SUBRULE(this.wordsStatement) },
        { ALT: () => this.SUBRULE(this.pairStatement) },
        { ALT: () => this.SUBRULE(this.cameraStatement) },
        { ALT: () => this.SUBRULE(this.stageStatement) },
        { ALT: () => this.SUBRULE(this.settingStatement) },
        { ALT: () => this.SUBRULE(this.datumStatement) },
        { ALT: () => this.SUBRULE(this.whenStatement) },
        { GATE: () => inKeyframes, ALT: () => this.SUBRULE(this.keyframe) },
        { ALT: () => this.SUBRULE(this.containing, { ARGS: [inKeyframes] }) },
        { ALT: () => this.SUBRULE(this.strayBlock) },
        { ALT: () => this.SUBRULE(this.unknownStatement) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** Statements that end with a block of statements. */
  private readonly containing: BodyRule = this.RULE('containing', (inKeyframes = false) => {
    const ofKeyframes = inKeyframes || this.LA(1).tokenType === STATEMENT.keyframes;
    this.OR([
      { ALT: () => this.SUBRULE(this.timeHead) },
      { ALT: () => this.SUBRULE(this.flowHead) },
      { ALT: () => this.SUBRULE(this.countedHead) },
      { ALT: () => this.SUBRULE(this.holdingHead) },
      { ALT: () => this.SUBRULE(this.forHead) },
      { ALT: () => this.SUBRULE(this.sceneHead) },
    ]);
    this.OPTION({ GATE: () => this.atBrace(), DEF: () => this.SUBRULE(this.block, { ARGS: [ofKeyframes] }) });
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
