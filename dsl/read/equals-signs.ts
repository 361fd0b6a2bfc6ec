import { createTokenInstance, type IToken, type TokenType } from 'chevrotain';
import { PLACE, STATEMENT, VALUE, wordOf } from './keywords.ts';
import type { Note } from './note.ts';
import { countBefore } from './spans.ts';

/** What `=` means behind the name that such a statement begins with. */
const MEANT: ReadonlyMap<TokenType, TokenType> = new Map([
  [STATEMENT.let, VALUE.be],
  [STATEMENT.param, VALUE.be],
  [VALUE.for, PLACE.from],
]);

/** `let gap = 40px` and `for i = 1 to 8` are understood, and reported as misspelt keywords. */
export function readEqualsSigns(
  tokens: IToken[],
  meaningless: readonly IToken[],
): { readonly tokens: IToken[]; readonly meaningless: readonly IToken[] } {
  const words: IToken[] = [];
  const others: IToken[] = [];
  for (const sign of meaningless) {
    const word = sign.image === '=' ? wordFor(sign, tokens) : null;
    if (word) words.push(word);
    else others.push(sign);
  }
  if (words.length === 0) return { tokens, meaningless };
  return { tokens: [...tokens, ...words].sort((a, b) => a.startOffset - b.startOffset), meaningless: others };
}

function wordFor({ image, startOffset, startLine = 1, startColumn = 1 }: IToken, tokens: readonly IToken[]) {
  const index = countBefore(startOffset, tokens);
  const [statement, name] = [tokens[index - 2], tokens[index - 1]];
  const type = statement && MEANT.get(statement.tokenType);
  if (!type || name?.startLine !== startLine) return null;
  const end = startOffset + image.length;
  const word = createTokenInstance(type, image, startOffset, end, startLine, startLine, startColumn, startColumn);
  word.payload = { meant: wordOf(type) } satisfies Note;
  return word;
}
