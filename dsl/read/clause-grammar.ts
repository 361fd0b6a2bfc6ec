import { Anything, FlagClause, Name, NameClause, PlaceClause, PlacesClause, ValueClause } from './categories.ts';
import type { BodyRule, Rule } from './grammar-rule.ts';
import { Identifier, OWN } from './keywords.ts';
import { PlaceGrammar } from './place-grammar.ts';
import { Hash, LBrace, NumberLiteral, RBrace, Text } from './tokens.ts';

/** What follows the operands of a statement, in any order. */
export class ClauseGrammar extends PlaceGrammar {
  protected readonly clause: BodyRule = this.RULE('clause', (inKeyframes = false) => {
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.valueClause) },
        { ALT: () => this.SUBRULE(this.nameClause) },
        { ALT: () => this.SUBRULE(this.flagClause) },
        { ALT: () => this.SUBRULE(this.placeClause) },
        { ALT: () => this.SUBRULE(this.atClause) },
        { ALT: () => this.SUBRULE(this.placesClause) },
        { ALT: () => this.SUBRULE(this.timeClause) },
        { ALT: () => this.SUBRULE(this.easeClause) },
        { ALT: () => this.SUBRULE(this.colorsClause) },
        { GATE: () => inKeyframes && this.propertyFollows(), ALT: () => this.SUBRULE(this.property) },
        { ALT: () => this.SUBRULE(this.unknownClause) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  protected readonly valueClause: Rule = this.RULE('valueClause', () => {
    this.CONSUME(ValueClause, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.valueFollows(), DEF: () => this.SUBRULE(this.value) });
  });

  private readonly nameClause: Rule = this.RULE('nameClause', () => {
    this.CONSUME(NameClause, { LABEL: 'keyword' });
    this.OPTION({ GATE: () => this.operandFollows(), DEF: () => this.SUBRULE(this.path) });
  });

  private readonly flagClause: Rule = this.RULE('flagClause', () => {
    this.CONSUME(FlagClause, { LABEL: 'keyword' });
  });

  /** What something becomes, or where it comes from, may be a value of any kind. */
  private readonly placeClause: Rule = this.RULE('placeClause', () => {
    this.CONSUME(PlaceClause, { LABEL: 'keyword' });
    this.OR({
      DEF: [
        { ALT: () => this.CONSUME(NumberLiteral) },
        { ALT: () => this.CONSUME(Hash) },
        { ALT: () => this.CONSUME(Text) },
        { GATE: () => this.formulaInBrackets(), ALT: () => this.SUBRULE(this.bracketed) },
        { ALT: () => this.SUBRULE(this.place) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
  });

  /** A place or a time. */
  protected readonly atClause: Rule = this.RULE('atClause', () => {
    this.CONSUME(OWN.at, { LABEL: 'keyword' });
    this.OR({
      DEF: [
        { ALT: () => this.SUBRULE(this.lead) },
        { ALT: () => this.CONSUME(NumberLiteral) },
        {
          GATE: () => this.formulaInBrackets(),
          ALT: () => {
            this.SUBRULE(this.bracketed);
            this.OPTION({ GATE: () => this.sameLine(), DEF: () => this.SUBRULE(this.distance) });
          },
        },
        { ALT: () => this.SUBRULE(this.place) },
      ],
      IGNORE_AMBIGUITIES: true,
    });
    this.OPTION1({ GATE: () => this.shiftFollows(), DEF: () => this.SUBRULE(this.shift) });
  });

  private readonly placesClause: Rule = this.RULE('placesClause', () => {
    this.CONSUME(PlacesClause, { LABEL: 'keyword' });
    this.SUBRULE(this.place);
    this.MANY({ GATE: () => this.placeFollows(), DEF: () => this.SUBRULE1(this.place) });
  });

  private readonly easeClause: Rule = this.RULE('easeClause', () => {
    this.CONSUME(OWN.ease, { LABEL: 'keyword' });
    this.OPTION({
      GATE: () => this.operandFollows(),
      DEF: () => {
        this.CONSUME(Name);
        this.OPTION1(() => this.SUBRULE(this.inputs));
      },
    });
  });

  private readonly colorsClause: Rule = this.RULE('colorsClause', () => {
    this.CONSUME(OWN.colors, { LABEL: 'keyword' });
    this.SUBRULE(this.entries);
  });

  /** What changes in a keyframe, by a name of the thing's own. */
  private readonly property: Rule = this.RULE('property', () => {
    this.CONSUME(Identifier, { LABEL: 'keyword' });
    this.SUBRULE(this.value);
  });

  /** What stands in the braces of `lyrics`, `material`, `use` and `colors`. */
  protected readonly entries: Rule = this.RULE('entries', () => {
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

  /** Not a clause at all: it and what follows in its line, up to the next keyword. */
  private readonly unknownClause: Rule = this.RULE('unknownClause', () => {
    this.CONSUME(Anything);
    this.MANY({ GATE: () => this.sameLine() && !this.isKeyword(1), DEF: () => this.CONSUME1(Anything) });
  });
}
