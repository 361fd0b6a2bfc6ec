import type { IToken } from 'chevrotain';
import type { Landmarks } from './landmarks.ts';
import { LBrace, RBrace } from './tokens.ts';

/** A statement, an entry, or a comment on its own line. */
export interface Line {
  readonly parts: readonly Part[];
  /** The comment behind its last word. */
  readonly trailing: IToken | null;
  /** There is an empty line before it. */
  readonly isApart: boolean;
}

export type Part =
  | { readonly kind: 'token'; readonly token: IToken }
  | { readonly kind: 'comment'; readonly token: IToken; readonly ownLine: boolean }
  | { readonly kind: 'block'; readonly block: Block };

export interface Block {
  readonly lines: readonly Line[];
  /** Its author wrote all of it in one line. */
  readonly isFlat: boolean;
  /** The comment behind its opening brace. */
  readonly opening: IToken | null;
}

interface Draft {
  parts: Part[];
  trailing: IToken | null;
  isApart: boolean;
}

/**
 * The tokens and comments of a text as lines and blocks in blocks, in the order in which they stand. Braces balance.
 * What begins a line of its own is known from the landmarks.
 */
export function layoutOf(tokens: readonly IToken[], comments: readonly IToken[], marks: Landmarks): readonly Line[] {
  const all = mergeByOffset(tokens, comments);
  const isComment = new Set(comments);
  let at = 0;

  const startsLine = (token: IToken | undefined, inLyrics: boolean) => {
    if (token === undefined || token.tokenType === RBrace) return true;
    const { startOffset } = token;
    if (marks.statements.has(startOffset) || marks.entries.has(startOffset)) return true;
    return inLyrics && marks.keywords.has(startOffset);
  };
  const nextToken = () => {
    let ahead = at + 1;
    for (let next = all[ahead]; next && isComment.has(next); next = all[ahead]) ahead += 1;
    return all[ahead];
  };
  const sameLine = (token: IToken, before: IToken | undefined) => before?.startLine === token.startLine;

  const readBlock = (inLyrics: boolean): { readonly lines: Line[]; readonly opening: IToken | null } => {
    const lines: Draft[] = [];
    let opening: IToken | null = null;
    let current: Draft | null = null;
    let statement: string | undefined;
    for (; at < all.length; at += 1) {
      const token = all[at];
      if (!token || token.tokenType === RBrace) break;
      const before = all[at - 1];
      const isApart: boolean = before !== undefined && (token.startLine ?? 0) - (before.startLine ?? 0) > 1;
      if (isComment.has(token)) {
        const endsLine = startsLine(nextToken(), inLyrics);
        const trails = sameLine(token, before);
        if (current && !endsLine) current.parts.push({ kind: 'comment', token, ownLine: !trails });
        else if (current && trails && current.trailing === null && !isLoneComment(current)) current.trailing = token;
        else if (trails && lines.length === 0 && before?.tokenType === LBrace) opening = token;
        else {
          current = null;
          lines.push({ parts: [{ kind: 'comment', token, ownLine: true }], trailing: null, isApart });
        }
        if (endsLine) current = null;
        continue;
      }
      statement = marks.statements.get(token.startOffset) ?? statement;
      if (token.tokenType === LBrace) {
        current ??= begin(lines, isApart);
        at += 1;
        const inside = readBlock(statement === 'lyrics');
        const isFlat = all[at]?.startLine === token.startLine;
        current.parts.push({ kind: 'block', block: { ...inside, isFlat } });
        continue;
      }
      if (current === null || startsLine(token, inLyrics)) current = begin(lines, isApart);
      current.parts.push({ kind: 'token', token });
    }
    return { lines, opening };
  };
  return readBlock(false).lines;
}

function begin(lines: Draft[], isApart: boolean): Draft {
  const line: Draft = { parts: [], trailing: null, isApart };
  lines.push(line);
  return line;
}

const isLoneComment = ({ parts }: Draft) => parts.length === 1 && parts[0]?.kind === 'comment';

function mergeByOffset(tokens: readonly IToken[], comments: readonly IToken[]): IToken[] {
  if (comments.length === 0) return [...tokens];
  return [...tokens, ...comments].sort((a, b) => a.startOffset - b.startOffset);
}
