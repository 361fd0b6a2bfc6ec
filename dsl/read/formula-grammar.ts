import { Name, Operator } from './categories.ts';
import { Foresight } from './foresight.ts';
import type { Rule } from './grammar-rule.ts';
import { MAX_OPERANDS } from './limits.ts';
import { Comma, Dot, Hash, LParen, Minus, NumberLiteral, RParen, Text } from './tokens.ts';

/** Names, numbers, and the arithmetic that may stand in place of a number. */
export class FormulaGrammar extends Foresight {
  /** `cow`, `bowl.fish`, `bar#3`, `bar#(i + 1)`, and the `line.the#2` of a cue. */
  protected readonly path: Rule = this.RULE('path', () => {
    this.CONSUME(Name);
    this.MANY({ GATE: () => this.pathGoesOn(), DEF: () => this.SUBRULE(this.step) });
  });

  /** A name that may be a keyword, unless that keyword goes on with the sentence. */
  protected readonly pathHere: Rule = this.RULE('pathHere', () => {
    this.OR([{ GATE: () => this.nameFollows(), ALT: () => this.SUBRULE(this.path) }]);
  });

  private readonly step: Rule = this.RULE('step', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(Dot);
          this.OR1([
            { GATE: () => this.sameLine(), ALT: () => this.CONSUME(Name) },
            { GATE: () => this.sameLine(), ALT: () => this.CONSUME(NumberLiteral) },
            { GATE: () => this.sameLine(), ALT: () => this.CONSUME(Text) },
          ]);
        },
      },
      {
        ALT: () => {
          this.CONSUME(Hash);
          this.OPTION({ GATE: () => this.indexFollows(), DEF: () => this.SUBRULE(this.bracketed) });
        },
      },
    ]);
  });

  /** `2 * gap`: what binds more tightly is found out when the tree is built. */
  protected readonly formula: Rule = this.RULE('formula', () => {
    let operands = 1;
    this.SUBRULE(this.operand);
    this.MANY({
      GATE: () => this.is(1, Operator) || this.gluedMinusFollows(),
      DEF: () => {
        this.ACTION(() => this.markGluedMinus());
        this.OPTION(() => this.CONSUME(Operator));
        this.SUBRULE1(this.operand);
        operands += 1;
        if (operands === MAX_OPERANDS + 1) this.markTooLong();
      },
    });
  });

  private readonly operand: Rule = this.RULE('operand', () => {
    this.MANY(() => this.CONSUME(Minus));
    this.OR([
      { ALT: () => this.CONSUME(NumberLiteral) },
      { ALT: () => this.SUBRULE(this.bracketed) },
      {
        GATE: () => this.nameFollows(),
        ALT: () => {
          this.SUBRULE(this.path);
          this.ACTION(() => this.markReckoned());
          this.OPTION(() => this.SUBRULE(this.inputs));
        },
      },
    ]);
  });

  /** `(low, high)` behind the name of a function. */
  protected readonly inputs: Rule = this.RULE('inputs', () => {
    this.ACTION(() => this.markReckoned());
    this.CONSUME(LParen);
    this.SUBRULE(this.formula);
    this.MANY({
      GATE: () => this.nextItemFollows(),
      DEF: () => {
        this.SUBRULE(this.comma);
        this.SUBRULE1(this.formula);
      },
    });
    this.CONSUME(RParen);
  });

  /** A comma, or the place where one is missing: the values around it are understood all the same. */
  private readonly comma: Rule = this.RULE('comma', () => {
    this.OPTION(() => this.CONSUME(Comma));
    this.ACTION(() => this.markMissingComma());
  });

  protected readonly bracketed: Rule = this.RULE('bracketed', () => {
    this.CONSUME(LParen);
    this.SUBRULE(this.formula);
    this.CONSUME(RParen);
  });

  /** A name, or a function with its inputs: `gap`, `max(gap, 40)`. */
  private readonly reckoned: Rule = this.RULE('reckoned', () => {
    this.SUBRULE(this.path);
    this.OPTION({ GATE: () => this.isGlued(), DEF: () => this.SUBRULE(this.inputs) });
  });

  private markReckoned(): void {
    this.reckons = true;
  }

  /** A number, a formula in brackets, or the name of a variable. */
  protected readonly amount: Rule = this.RULE('amount', () => {
    this.OR([
      { ALT: () => this.CONSUME(NumberLiteral) },
      { ALT: () => this.SUBRULE(this.bracketed) },
      {
        GATE: () => this.valueFollows(),
        ALT: () => {
          this.ACTION(() => this.markReckoned());
          this.SUBRULE(this.reckoned);
        },
      },
    ]);
  });

  /** One value in brackets, or several: a list. */
  protected readonly list: Rule = this.RULE('list', () => {
    this.CONSUME(LParen);
    this.SUBRULE(this.item);
    this.MANY({
      GATE: () => this.nextItemFollows(),
      DEF: () => {
        this.SUBRULE(this.comma);
        this.SUBRULE1(this.item);
      },
    });
    this.CONSUME(RParen);
  });

  private readonly item: Rule = this.RULE('item', () => {
    this.OR([
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.CONSUME(Hash) },
      { ALT: () => this.SUBRULE(this.formula) },
    ]);
  });

  protected readonly value: Rule = this.RULE('value', () => {
    this.OR([
      { ALT: () => this.CONSUME(NumberLiteral) },
      { ALT: () => this.CONSUME(Hash) },
      { ALT: () => this.CONSUME(Text) },
      { ALT: () => this.SUBRULE(this.list) },
      { ALT: () => this.SUBRULE(this.reckoned) },
    ]);
  });
}
