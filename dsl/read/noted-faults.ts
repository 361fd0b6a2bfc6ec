import type { IToken } from 'chevrotain';
import { type Diagnostic, diagnose, insertCure, replaceCure } from '../diagnostics.ts';
import { MAX_OPERANDS } from './limits.ts';
import type { Note } from './note.ts';
import { endOf, spanAfter, spanOf } from './spans.ts';

/** What the parser has noted about tokens that it understood all the same. */
export function notedFaults(tokens: readonly IToken[]): Diagnostic[] {
  const found: Diagnostic[] = [];
  let commaLine = 0;
  for (const [at, token] of tokens.entries()) {
    const note: Note | undefined = token.payload;
    if (!note) continue;
    const span = spanOf(token);
    const before = tokens[at - 1] ?? token;
    if ('meant' in note) {
      const { meant } = note;
      found.push(diagnose('dsl/misspelt-keyword', span, { word: token.image, meant }, [replaceCure(span, meant)]));
    } else if (note.fault === 'too-long') {
      found.push(diagnose('dsl/limit-formula', span, { limit: MAX_OPERANDS, found: MAX_OPERANDS + 1 }));
    } else if (note.fault === 'glued-minus') {
      const expected = 'a minus with a space on both sides, as in gap - 3';
      const edits = [{ offset: span.offset + 1, length: 0, text: ' ' }];
      const cure = { title: `Write \`- ${token.image.slice(1)}\``, edits };
      found.push(diagnose('dsl/incomplete', span, { after: before.image, expected }, [cure]));
    } else if (span.line !== commaLine) {
      commaLine = span.line;
      found.push(missingCommas(tokens, at, before));
    }
  }
  return found;
}

/** All commas that are missing in a line are one diagnostic: whoever forgets one forgets them all. */
function missingCommas(tokens: readonly IToken[], first: number, before: IToken): Diagnostic {
  const edits = [];
  for (let at = first; tokens[at]?.startLine === tokens[first]?.startLine; at += 1) {
    const note: Note | undefined = tokens[at]?.payload;
    const left = tokens[at - 1];
    if (left && note && 'fault' in note && note.fault === 'missing-comma') {
      edits.push({ offset: endOf(left), length: 0, text: ',' });
    }
  }
  const cure = edits.length > 1 ? { title: 'Insert the commas', edits } : insertCure(endOf(before), ',');
  return diagnose('dsl/missing-sign', spanAfter(before), { sign: ',', after: before.image }, [cure]);
}
