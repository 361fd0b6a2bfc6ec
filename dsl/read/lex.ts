import { type IToken, Lexer } from 'chevrotain';
import { type Diagnostic, diagnose, insertCure, replaceCure, type Span } from '../diagnostics.ts';
import { readEqualsSigns } from './equals-signs.ts';
import { countBefore, endOf, spanOf } from './spans.ts';
import { CONCRETE_TOKENS, CurlyText, OpenText } from './tokens.ts';

const lexer = new Lexer([...CONCRETE_TOKENS], { positionTracking: 'onlyStart', ensureOptimizations: true });

/** Signs that word processors put in place of the ones meant. */
const TYPOGRAPHIC: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '−': '-',
  '，': ',',
  '（': '(',
  '）': ')',
};

/** A file that is no script at all has enough with that many. */
const MOST = 1000;

export interface Lexed {
  readonly tokens: IToken[];
  readonly comments: readonly IToken[];
  readonly diagnostics: Diagnostic[];
}

export function lex(text: string): Lexed {
  const lexed = lexer.tokenize(text);
  const { errors, groups } = lexed;
  const { tokens, meaningless: signs } = readEqualsSigns(lexed.tokens, (groups.meaningless ?? []).slice(0, MOST));
  const meaningless = signs.map(spanOf);
  const others = errors
    .slice(0, MOST)
    .map(({ offset, length, line = 1, column = 1 }) => ({ offset, length, line, column }));
  const diagnostics = [...meaningless, ...others].map((span) => unknownCharacter(span, text, tokens));
  for (const token of tokens) {
    if (token.tokenType === CurlyText) diagnostics.push(curlyText(token));
    if (token.tokenType !== OpenText) continue;
    diagnostics.push(diagnose('dsl/unclosed-text', spanOf(token), {}, [insertCure(endOf(token), closing(token))]));
  }
  return { tokens, comments: groups.comments ?? [], diagnostics };
}

function curlyText(token: IToken): Diagnostic {
  const edits = [token.startOffset, endOf(token) - 1].map((offset) => ({ offset, length: 1, text: '"' }));
  const found = `\`${token.image[0]}\``;
  return diagnose('dsl/unknown-character', spanOf(token), { found }, [{ title: 'Write straight quotes', edits }]);
}

/** A backslash at the end of the line would make the quote a part of the text. */
const closing = (token: IToken) => (/(?:^|[^\\])(?:\\\\)*\\$/.test(token.image) ? '\\"' : '"');

function unknownCharacter(span: Span, text: string, tokens: readonly IToken[]): Diagnostic {
  const { offset, length } = span;
  const written = text.slice(offset, offset + length);
  const before = written === '%' ? tokens[countBefore(offset, tokens) - 1] : undefined;
  if (before && /^-?[\d.]+$/.test(before.image) && before.startLine === span.line) {
    const from = endOf(before);
    const cure = { title: `Write \`${before.image}%\``, edits: [{ offset: from, length: offset - from, text: '' }] };
    // Read as it was meant.
    before.image = text.slice(before.startOffset, offset + length);
    return diagnose('dsl/unknown-character', span, { found: describe(written) }, [cure]);
  }
  const meant = [...written].map((sign) => TYPOGRAPHIC[sign] ?? null);
  const cure = meant.includes(null)
    ? { title: 'Remove it', edits: [{ offset, length, text: '' }] }
    : replaceCure(span, meant.join(''));
  return diagnose('dsl/unknown-character', span, { found: describe(written) }, [cure]);
}

/** Shows what can be seen, and names the code point of what can't. */
function describe(written: string): string {
  const [first = ''] = written;
  if (/^[\p{L}\p{N}\p{P}\p{S}]/u.test(first)) return `\`${[...written].slice(0, 12).join('').toWellFormed()}\``;
  const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `The character U+${code}`;
}
