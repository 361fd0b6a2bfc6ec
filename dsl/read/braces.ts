import { createTokenInstance, type IToken } from 'chevrotain';
import { type Diagnostic, diagnose, insertCure } from '../diagnostics.ts';
import { MAX_NESTING } from './limits.ts';
import { endOf, spanOf } from './spans.ts';
import { LBrace, RBrace } from './tokens.ts';

interface Open {
  readonly brace: IToken;
  /** Column in which the line of the brace begins. */
  readonly indent: number;
  /** Its first statement is not indented, so indentation says nothing about it. */
  flush: boolean;
}

interface Balanced {
  readonly tokens: IToken[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Makes the braces of a token stream balance before the parser sees it: what is missing is put in, what is too much
 * is taken out, what is nested too deeply is skipped. The parser can then rely on braces to find its way after other
 * errors, and recursion is bounded. Which brace is at fault is told by the indentation, as people see it.
 */
export function balanceBraces(tokens: IToken[]): Balanced {
  let depth = 0;
  let deepest = 0;
  let lowest = 0;
  for (const { tokenType } of tokens) {
    if (tokenType === LBrace) depth += 1;
    else if (tokenType === RBrace) depth -= 1;
    deepest = Math.max(deepest, depth);
    lowest = Math.min(lowest, depth);
  }
  if (depth === 0 && lowest === 0 && deepest <= MAX_NESTING) return { tokens, diagnostics: [] };
  const mended = depth > 0 && lowest === 0 ? insertMissing(tokens, depth) : removeExtra(tokens, Math.max(0, -depth));
  const flat = flatten(mended.tokens, deepest);
  return { tokens: flat.tokens, diagnostics: [...mended.diagnostics, ...flat.diagnostics] };
}

/** A line that begins at or left of the line that opened a block, yet inside of it, shows where the block should have ended. */
function insertMissing(tokens: readonly IToken[], missing: number): Balanced {
  const result: IToken[] = [];
  const diagnostics: Diagnostic[] = [];
  const stack: Open[] = [];
  let left = missing;
  let indent = 1;
  let before: IToken | undefined;
  const close = (open: Open, last: IToken) => {
    result.push(closingAfter(last));
    diagnostics.push(diagnose('dsl/unclosed-brace', spanOf(open.brace), {}, [insertCure(endOf(last), ' }')]));
    left -= 1;
  };
  for (const token of tokens) {
    if (before && token.startLine !== before.startLine) {
      indent = token.startColumn ?? 1;
      const opened = stack.at(-1);
      if (opened && before === opened.brace) opened.flush = indent <= opened.indent;
      for (let top = stack.at(-1); left > 0 && top && isOutdented(token, indent, top); top = stack.at(-1)) {
        // The scene itself ends with the file.
        if (stack.length === 1) break;
        stack.pop();
        close(top, before);
      }
    } else if (!before) indent = token.startColumn ?? 1;
    if (token.tokenType === LBrace) stack.push({ brace: token, indent, flush: false });
    else if (token.tokenType === RBrace) stack.pop();
    result.push(token);
    before = token;
  }
  for (let top = stack.pop(); before && top; top = stack.pop()) close(top, before);
  return { tokens: result, diagnostics };
}

function isOutdented(token: IToken, indent: number, open: Open): boolean {
  if (open.flush || token.startLine === open.brace.startLine) return false;
  return token.tokenType === RBrace ? indent < open.indent : indent <= open.indent;
}

function closingAfter(token: IToken): IToken {
  const offset = endOf(token);
  const line = token.startLine ?? 1;
  const column = (token.startColumn ?? 1) + token.image.length;
  return createTokenInstance(RBrace, '', offset, offset, line, line, column, column);
}

/** Closers without an opener, and closers that would end the scene while the script goes on. */
function removeExtra(tokens: readonly IToken[], extra: number): Balanced {
  const diagnostics: Diagnostic[] = [];
  const result: IToken[] = [];
  let left = extra;
  let depth = 0;
  let missing = 0;
  tokens.forEach((token, index) => {
    if (token.tokenType === LBrace) depth += 1;
    if (token.tokenType === RBrace) {
      const closesScene = depth === 1 && left > 0 && index < tokens.length - 1;
      if (depth === 0 || closesScene) {
        const { offset, length } = spanOf(token);
        const cure = { title: 'Remove it', edits: [{ offset, length, text: '' }] };
        diagnostics.push(diagnose('dsl/extra-brace', spanOf(token), {}, [cure]));
        left -= 1;
        return;
      }
      depth -= 1;
    }
    missing = depth;
    result.push(token);
  });
  if (missing === 0) return { tokens: result, diagnostics };
  const rest = insertMissing(result, missing);
  return { tokens: rest.tokens, diagnostics: [...diagnostics, ...rest.diagnostics] };
}

/** Leaves out blocks that lie too deep, with what is in them. */
function flatten(tokens: IToken[], deepest: number): Balanced {
  const diagnostics: Diagnostic[] = [];
  let depth = 0;
  const kept = tokens.filter((token) => {
    if (token.tokenType === LBrace) {
      depth += 1;
      if (depth === MAX_NESTING + 1 && diagnostics.length === 0) {
        const params = { limit: MAX_NESTING, found: deepest };
        diagnostics.push(diagnose('dsl/limit-nesting', spanOf(token), params));
      }
    }
    const outermost = depth === MAX_NESTING + 1 && (token.tokenType === LBrace || token.tokenType === RBrace);
    const keep = depth <= MAX_NESTING || outermost;
    if (token.tokenType === RBrace) depth -= 1;
    return keep;
  });
  return { tokens: kept, diagnostics };
}
