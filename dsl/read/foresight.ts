import { CstParser, EOF, type TokenType, tokenMatcher } from 'chevrotain';
import { meansStatement, mendClause } from './mend.ts';
import {
  Before,
  ClauseKeyword,
  CueClause,
  Dot,
  Hash,
  Identifier,
  LBrace,
  Lead,
  LParen,
  Minus,
  NAMED,
  Name,
  NumberLiteral,
  PLACED,
  Plus,
  RelationWord,
  StatementKeyword,
  Text,
  VALUE,
  ValueClause,
} from './tokens.ts';

const CAMERA_CLAUSES: ReadonlySet<TokenType> = new Set([VALUE.over, VALUE.by, NAMED.as]);
const VIEW_NAMES: ReadonlySet<TokenType> = new Set(
  [...Object.values(VALUE), ...Object.values(NAMED)].filter((type) => !CAMERA_CLAUSES.has(type)),
);

/**
 * Questions about what comes next that one token ahead does not answer: is a keyword used as a name, does a time head
 * a block, has something gone wrong. The grammar asks them where it has a choice.
 */
export class Foresight extends CstParser {
  protected atBrace(): boolean {
    return this.LA(1).tokenType === LBrace;
  }

  protected sameLine(): boolean {
    return this.LA(1).startLine === this.LA(0).startLine;
  }

  protected isKeyword(ahead: number): boolean {
    const token = this.LA(ahead);
    return tokenMatcher(token, StatementKeyword) || tokenMatcher(token, ClauseKeyword);
  }

  /** A keyword is taken as a name only within the line: on the next line it begins something. */
  protected operandFollows(): boolean {
    return this.LA(1).tokenType === Identifier || this.sameLine();
  }

  /** `move cow through over 2s`: here `over` is no place, for it has a value of its own. */
  protected nameFollows(): boolean {
    if (!this.operandFollows()) return false;
    const next = this.LA(2).tokenType;
    if (tokenMatcher(this.LA(1), ValueClause)) return next !== NumberLiteral && next !== Hash && next !== Text;
    return next !== LParen || !tokenMatcher(this.LA(1), ClauseKeyword);
  }

  /** What the camera looks at; it may be called like a clause that a camera does not have, as in `follow ball`. */
  protected viewFollows(): boolean {
    const token = this.LA(1);
    if (!this.isKeyword(1)) return true;
    return this.sameLine() && VIEW_NAMES.has(token.tokenType) && this.nameFollows();
  }

  /** A keyword is no value: one that stands here means that the value was forgotten. */
  protected valueFollows(): boolean {
    return !this.isKeyword(1) && this.sameLine();
  }

  /** Another place of the same curve. */
  protected placeFollows(): boolean {
    this.mend();
    const token = this.LA(1);
    if (token.tokenType === Identifier) return this.sameLine();
    return token.tokenType === LParen || tokenMatcher(token, RelationWord);
  }

  protected shiftFollows(): boolean {
    const token = this.LA(1);
    if (token.tokenType === NumberLiteral) return token.image.startsWith('-');
    return token.tokenType === Plus || token.tokenType === Minus;
  }

  protected clauseFollows(): boolean {
    this.mend();
    const token = this.LA(1);
    const { tokenType } = token;
    if (tokenType === EOF || tokenMatcher(token, StatementKeyword)) return false;
    if (tokenType === Lead || tokenMatcher(token, CueClause) || tokenType === PLACED.at) return !this.headsBlock();
    if (tokenMatcher(token, ClauseKeyword)) return true;
    return this.sameLine() && !meansStatement(token);
  }

  /** Whether the time that begins here has a block behind it, and so belongs to a statement of its own. */
  protected headsBlock(): boolean {
    let ahead = 1;
    const is = (...types: TokenType[]) => types.some((type) => tokenMatcher(this.LA(ahead), type));
    const skip = (...types: TokenType[]) => {
      if (is(...types)) ahead += 1;
    };
    skip(PLACED.at);
    const hasCue = is(Lead, CueClause);
    skip(NumberLiteral);
    if (hasCue) {
      skip(CueClause, Before);
      skip(Name);
      if (is(Dot)) {
        ahead += 1;
        skip(Name, NumberLiteral, Text);
      }
      skip(Hash);
    }
    skip(Plus, Minus);
    if (is(NumberLiteral)) ahead += 1;
    return is(LBrace);
  }

  /** Reads a misspelt clause as the one that was meant. A word that begins a statement is none. */
  private mend(): void {
    const token = this.LA(1);
    if (token.tokenType === Identifier && (this.sameLine() || this.continuesLine()))
      mendClause(token, !this.sameLine());
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
