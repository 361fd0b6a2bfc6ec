import { CueClause, RelationWord } from './categories.ts';
import { FormulaGrammar } from './formula-grammar.ts';
import type { Rule } from './grammar-rule.ts';
import { Before, CUE, VALUE } from './keywords.ts';
import { Comma, Lead, LParen, Minus, NumberLiteral, Plus, RParen } from './tokens.ts';

/** Where and when. */
export class PlaceGrammar extends FormulaGrammar {
  protected readonly place: Rule = this.RULE('place', () => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.point) },
        {
          ALT: () => {
            this.CONSUME(RelationWord);
            this.SUBRULE(this.pathHere);
            this.OPTION(() => {
              this.CONSUME(VALUE.by);
              this.SUBRULE(this.amount);
            });
          },
        },
        { ALT: () => this.SUBRULE1(this.pathHere) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** Nearly all coordinates are plain numbers, so that case is kept short. */
  protected readonly point: Rule = this.RULE('point', () => {
    this.CONSUME(LParen);
    this.OR([
      { GATE: () => this.plainFollows(), ALT: () => this.CONSUME(NumberLiteral) },
      { ALT: () => this.SUBRULE(this.formula) },
    ]);
    this.CONSUME(Comma);
    this.OR1([
      { GATE: () => this.plainFollows(), ALT: () => this.CONSUME1(NumberLiteral) },
      { ALT: () => this.SUBRULE1(this.formula) },
    ]);
    this.OPTION(() => {
      this.CONSUME1(Comma);
      this.SUBRULE2(this.formula);
    });
    this.CONSUME(RParen);
  });

  /** `line.jumps`, `2s before end`: see `CueNode` for what a path means here. */
  protected readonly cue: Rule = this.RULE('cue', () => {
    this.SUBRULE(this.pathHere);
  });

  protected readonly lead: Rule = this.RULE('lead', () => {
    this.CONSUME(Lead);
    this.SUBRULE(this.distance);
  });

  /** What follows the amount in `2s before end`. */
  protected readonly distance: Rule = this.RULE('distance', () => {
    this.OR([{ ALT: () => this.CONSUME(Before) }, { ALT: () => this.CONSUME(CUE.after) }]);
    this.SUBRULE(this.cue);
  });

  /** `+ 0.3s`, `- 0.3s`, `-0.3s`, `+ gap`. */
  protected readonly shift: Rule = this.RULE('shift', () => {
    this.OPTION(() => {
      this.OR([{ ALT: () => this.CONSUME(Plus) }, { ALT: () => this.CONSUME(Minus) }]);
    });
    this.SUBRULE(this.amount);
  });

  protected readonly timeClause: Rule = this.RULE('timeClause', () => {
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
}
