import { CstParser, EOF, type TokenType, tokenMatcher } from 'chevrotain';
import { ClauseKeyword, Name, Operator, StatementKeyword } from './categories.ts';
import { Identifier } from './keywords.ts';
import { MAX_ERRORS } from './limits.ts';
import { Mender } from './mend.ts';
import type { Note } from './note.ts';
import { endOf } from './spans.ts';
import { SyntaxMessages } from './syntax-messages.ts';
import { ALL_TOKENS, Comma, Dot, Hash, LBrace, LParen, NumberLiteral, RBrace, RParen, Text } from './tokens.ts';

/** How far a question looks into brackets: nobody writes longer formulas, and the time for an answer stays bounded. */
const FAR = 300;

/** A look at the tokens ahead: at single ones, and at what is in brackets. */
export class Glance extends CstParser {
  protected readonly mender = new Mender();

  private readonly messages: SyntaxMessages;

  /** Whether there was a number that has to be worked out since this was set to false. */
  reckons = false;

  constructor() {
    const messages = new SyntaxMessages();
    super([...ALL_TOKENS], { recoveryEnabled: true, maxLookahead: 1, errorMessageProvider: messages });
    this.messages = messages;
  }

  protected beginAnew(): void {
    this.mender.forget();
    this.messages.count = 0;
  }

  /** How many errors there were so far, also those that turned out to be none. */
  get faults(): number {
    return this.messages.count;
  }

  /** So many errors that the rest is not worth looking at. */
  protected hasHadEnough(): boolean {
    return this.faults > MAX_ERRORS;
  }

  protected is(ahead: number, ...types: readonly TokenType[]): boolean {
    const token = this.LA(ahead);
    return types.some((type) => tokenMatcher(token, type));
  }

  protected atBrace(): boolean {
    return this.LA(1).tokenType === LBrace;
  }

  protected sameLine(): boolean {
    return this.LA(1).startLine === this.LA(0).startLine;
  }

  protected isKeyword(ahead: number): boolean {
    return this.is(ahead, StatementKeyword, ClauseKeyword);
  }

  /** Whether there is no space before what comes next. */
  protected isGlued(): boolean {
    return this.LA(1).startOffset === endOf(this.LA(0));
  }

  /** `#` and `.` go on with a name only when they are glued to it. */
  protected pathGoesOn(): boolean {
    const { tokenType } = this.LA(1);
    return (tokenType === Hash || tokenType === Dot) && this.isGlued();
  }

  /** The `#` of `bar#(i + 1)`. */
  protected indexFollows(): boolean {
    return this.LA(1).tokenType === LParen && this.LA(0).image === '#' && this.isGlued();
  }

  /** Whether what stands in the brackets here is one formula and no point. */
  protected formulaInBrackets(): boolean {
    if (!this.is(1, LParen) || this.is(3, Comma)) return false;
    let depth = 0;
    for (let ahead = 1; ahead < FAR; ahead += 1) {
      if (this.is(ahead, LParen)) depth += 1;
      else if (this.is(ahead, RParen)) depth -= 1;
      else if (depth === 1 && this.is(ahead, Comma)) return false;
      else if (depth === 1 && this.endsOperand(ahead - 1) && this.is(ahead, NumberLiteral, Name)) return false;
      if (depth === 0) return ahead > 2;
      if (this.endsBrackets(ahead)) break;
    }
    return true;
  }

  /** A bracket that is open here will not be closed: a block, or a line that begins with a keyword, is next. */
  private endsBrackets(ahead: number): boolean {
    if (this.is(ahead, LBrace, RBrace, EOF)) return true;
    return this.LA(ahead + 1).startLine !== this.LA(ahead).startLine && this.isKeyword(ahead + 1);
  }

  private endsOperand(ahead: number): boolean {
    return this.is(ahead, NumberLiteral, Name, RParen, Hash);
  }

  protected behindAmount(ahead: number, orName = false): number {
    if (this.is(ahead, NumberLiteral)) return ahead + 1;
    if (orName && this.is(ahead, Identifier)) return this.behindPath(ahead);
    if (!this.is(ahead, LParen)) return ahead;
    return this.behindBrackets(ahead);
  }

  private behindBrackets(ahead: number): number {
    let depth = 0;
    for (let at = ahead; at < ahead + FAR; at += 1) {
      if (this.is(at, LParen)) depth += 1;
      else if (this.is(at, RParen)) depth -= 1;
      else if (this.is(at, Comma) && depth === 1) return ahead;
      if (depth === 0) return at + 1;
      if (this.endsBrackets(at)) break;
    }
    return ahead;
  }

  protected behindPath(ahead: number): number {
    let at = this.is(ahead, Name) ? ahead + 1 : ahead;
    for (let next = at; next < ahead + FAR; at = next) {
      if (this.is(at, Dot)) next = at + (this.is(at + 1, Name, NumberLiteral, Text) ? 2 : 1);
      else if (this.is(at, Hash))
        next = this.is(at + 1, LParen) && this.LA(at).image === '#' ? this.behindBrackets(at + 1) : at + 1;
      if (next === at) break;
    }
    return at;
  }

  /** What has just been read is more than a formula may hold. */
  protected markMissingComma(): void {
    if (!this.is(0, Comma)) this.LA(1).payload = { fault: 'missing-comma' } satisfies Note;
  }

  /** `gap -3`; but between two plain numbers it is rather a comma that is missing. */
  protected gluedMinusFollows(): boolean {
    const { tokenType, image } = this.LA(1);
    if (tokenType !== NumberLiteral || !image.startsWith('-') || !this.sameLine()) return false;
    return this.is(0, Name, RParen, Hash);
  }

  protected markGluedMinus(): void {
    if (!this.is(1, Operator)) this.LA(1).payload = { fault: 'glued-minus' } satisfies Note;
  }

  /** Another value in the same brackets, with or without its comma. */
  protected nextItemFollows(): boolean {
    return this.is(1, Comma) || (this.sameLine() && this.is(1, NumberLiteral, Hash, Text, LParen, Identifier));
  }

  protected markTooLong(): void {
    this.LA(0).payload = { fault: 'too-long' } satisfies Note;
  }
}
