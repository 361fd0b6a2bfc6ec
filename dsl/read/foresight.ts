import { EOF, type TokenType, tokenMatcher } from 'chevrotain';
import {
  ClauseKeyword,
  CueClause,
  Name,
  NameClause,
  RelationWord,
  StatementKeyword,
  ValueClause,
} from './categories.ts';
import { Glance } from './glance.ts';
import { Before, CUE, FLAG, Identifier, NAMED, OWN, PLACE, PROPERTY, STATEMENT, VALUE } from './keywords.ts';
import { become } from './mend.ts';
import { Comma, Hash, LBrace, Lead, LParen, Minus, NumberLiteral, Plus, RBrace, RParen, Text } from './tokens.ts';

const CAMERA_CLAUSES: ReadonlySet<TokenType> = new Set([VALUE.over, VALUE.by, NAMED.as]);
const VIEW_NAMES: ReadonlySet<TokenType> = new Set(
  [...Object.values(VALUE), ...Object.values(NAMED)].filter((type) => !CAMERA_CLAUSES.has(type)),
);
const PROPERTIES: ReadonlySet<TokenType> = new Set([...Object.values(PROPERTY), PLACE.position, PLACE.focus]);

/**
 * Questions about what comes next that one token ahead does not answer: is a keyword used as a name, does a time head
 * a block, has something gone wrong. The grammar asks them where it has a choice.
 */
export class Foresight extends Glance {
  /** A keyword is taken as a name only within the line: on the next line it begins something. */
  protected operandFollows(): boolean {
    return this.LA(1).tokenType === Identifier || this.sameLine();
  }

  /** The name of a statement: not a clause with its value, before which the name was forgotten, as in `actor is cow`. */
  protected nameOperandFollows(): boolean {
    return this.operandFollows() && !this.beginsClause();
  }

  /** Whether a clause keyword has something behind it that only a clause would have. */
  private beginsClause(ahead = 1): boolean {
    const next = ahead + 1;
    // `2s before end` is a clause of its own.
    if (this.LA(next).tokenType === Lead) return false;
    if (this.is(ahead, ValueClause)) return this.is(next, NumberLiteral, Hash, Text, LParen);
    if (this.is(ahead, NameClause)) {
      return this.LA(next).tokenType === Identifier && this.LA(next).startLine === this.LA(ahead).startLine;
    }
    if (this.is(ahead, FLAG.in, FLAG.out))
      return this.LA(ahead - 1).image === 'fade' && !this.is(next, FLAG.in, FLAG.out);
    if (!this.is(ahead, ClauseKeyword)) return false;
    return this.is(next, NumberLiteral, LParen, RelationWord, Hash, Text, Identifier);
  }

  /** `move cow through over 2s`: here `over` is no place, for it has a value of its own. */
  protected nameFollows(): boolean {
    if (!this.operandFollows()) return false;
    if (this.is(1, NAMED.go) && this.beginsClause()) return false;
    if (this.is(1, ValueClause)) return !this.is(2, NumberLiteral, Hash, Text);
    return !this.is(2, LParen) || !this.is(1, ClauseKeyword);
  }

  /** The value of a `let` or of a `change`, before which `be` or `to` was forgotten. */
  protected givenFollows(): boolean {
    return this.sameLine() && this.is(1, NumberLiteral, Hash, Text, LParen);
  }

  /** The second word of a pair: what changes may be called like a clause. */
  protected pairWordFollows(ofChange: boolean): boolean {
    const token = this.LA(1);
    if (!this.sameLine()) return false;
    if (token.tokenType === Identifier) return true;
    // `animate heart beat`: an animation may be called like a statement; that would have a name behind it.
    if (!ofChange && token.tokenType === STATEMENT.beat) return this.LA(2).tokenType !== Identifier;
    // `change lamp light to gold`: a colour of that kind may be called like a statement.
    const isGiven = this.LA(2).tokenType === PLACE.to && tokenMatcher(token, Name);
    return ofChange && (PROPERTIES.has(token.tokenType) || isGiven);
  }

  /** `for i in 1 to 8`: elsewhere `in` is said of fading. */
  protected mendLoop(): void {
    const token = this.LA(1);
    if (token.tokenType === FLAG.in) become(token, 'from', PLACE.from);
  }

  /** What the camera looks at; it may be called like a clause that a camera does not have, as in `follow ball`. */
  protected viewFollows(): boolean {
    const token = this.LA(1);
    if (!this.isKeyword(1)) return this.sameLine() || token.tokenType === Identifier;
    if (!this.sameLine()) return false;
    if (token.tokenType === VALUE.for && this.beginsLoop()) return false;
    if (VIEW_NAMES.has(token.tokenType)) return this.nameFollows();
    // A statement would go on in its line.
    if (!this.is(1, StatementKeyword)) return false;
    return this.LA(2).startLine !== token.startLine || this.is(2, RBrace) || this.beginsClause(2);
  }

  /** A keyword is no value: one that stands here means that the value was forgotten. */
  protected valueFollows(): boolean {
    return !this.isKeyword(1) && this.sameLine();
  }

  /** A number, a formula in brackets, or the name of a variable. */
  protected amountFollows(): boolean {
    return this.is(1, NumberLiteral) || this.valueFollows();
  }

  /** The number of a datum. A bare name is one only behind the label: before it, it is a label without quotes. */
  protected numberFollows(): boolean {
    return this.amountFollows() && (this.is(1, NumberLiteral, LParen) || this.is(0, Text));
  }

  /** A plain coordinate, as nearly all are. */
  protected plainFollows(): boolean {
    return this.is(1, NumberLiteral) && this.is(2, Comma, RParen);
  }

  /** Another place of the same curve. */
  protected placeFollows(): boolean {
    // A name like any other, unless what follows would be the value of a misspelt clause.
    if (this.is(2, NumberLiteral, Hash, Text)) this.mend();
    const token = this.LA(1);
    if (token.tokenType === Identifier) return this.sameLine();
    return token.tokenType === LParen || tokenMatcher(token, RelationWord);
  }

  protected shiftFollows(): boolean {
    const token = this.LA(1);
    if (token.tokenType === NumberLiteral) return token.image.startsWith('-');
    return token.tokenType === Plus || token.tokenType === Minus;
  }

  /** In keyframes any name is a clause, and `at` begins the next keyframe. */
  protected clauseFollows(takesBlock: boolean, inKeyframes: boolean): boolean {
    if (this.hasHadEnough()) return false;
    if (inKeyframes && this.propertyFollows()) return true;
    this.mend();
    const token = this.LA(1);
    const { tokenType } = token;
    if (tokenType === EOF || tokenMatcher(token, StatementKeyword)) return false;
    if (tokenType === VALUE.for && this.beginsLoop()) return false;
    if (tokenType === OWN.at && inKeyframes) return false;
    if (tokenType === Lead || tokenMatcher(token, CueClause) || tokenType === OWN.at) {
      return (takesBlock && this.sameLine()) || !this.headsBlock();
    }
    if (tokenMatcher(token, ClauseKeyword)) return true;
    return this.sameLine() && !this.mender.meansStatement(token);
  }

  /** `strength 0.9` among the properties of a keyframe. */
  protected propertyFollows(): boolean {
    const { tokenType, startLine } = this.LA(1);
    return (
      tokenType === Identifier &&
      this.LA(2).startLine === startLine &&
      this.is(2, NumberLiteral, Hash, Text, LParen, Identifier)
    );
  }

  /** `for i from 1 to 8` is a statement, `for 2s` and `for pause` are clauses. */
  private beginsLoop(): boolean {
    if (!this.is(2, Name)) return !this.sameLine() && this.LA(2).startLine !== this.LA(1).startLine;
    if (!this.sameLine()) return true;
    return this.is(3, PLACE.from) && this.is(4, NumberLiteral);
  }

  /** Whether the time that begins here has a block behind it, and so belongs to a statement of its own. */
  protected headsBlock(): boolean {
    const startsLine = !this.sameLine();
    const named = this.is(1, OWN.at) && startsLine && this.is(2, Identifier);
    let ahead = 1;
    if (this.is(ahead, OWN.at)) ahead += 1;
    let hasCue = this.is(ahead, Lead, CueClause);
    ahead = named ? this.behindPath(ahead) : this.behindAmount(ahead);
    // On the next line `after` begins a time of its own: `at 0.5s`, `after line { … }`.
    hasCue ||= this.is(ahead, Before, CUE.after) && this.LA(ahead).startLine === this.LA(ahead - 1).startLine;
    if (hasCue) {
      if (this.is(ahead, CueClause, Before)) ahead += 1;
      ahead = this.behindPath(ahead);
    }
    if (this.is(ahead, Plus, Minus)) ahead = this.behindAmount(ahead + 1, true);
    else if (this.is(ahead, NumberLiteral)) ahead += 1;
    return this.is(ahead, LBrace);
  }

  /** Reads a misspelt clause as the one that was meant. A word that begins a statement is none. */
  private mend(): void {
    const token = this.LA(1);
    if (token.tokenType === Identifier && (this.sameLine() || this.continuesLine()))
      this.mender.mendClause(token, !this.sameLine());
  }

  /** Whether a line goes on with what the line before began: it is indented more deeply. */
  private continuesLine(): boolean {
    const token = this.LA(1);
    let behind = 0;
    const { startLine } = this.LA(0);
    while (this.LA(behind - 1).startLine === startLine) behind -= 1;
    return (token.startColumn ?? 1) > (this.LA(behind).startColumn ?? 1);
  }
}
