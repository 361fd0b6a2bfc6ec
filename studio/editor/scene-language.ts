import { HighlightStyle, StreamLanguage, type StringStream, syntaxHighlighting } from '@codemirror/language';
import { tags } from '@lezer/highlight';
import { KINDS_OF_THINGS, WORDS } from './vocabulary.ts';

interface State {
  /** The word before, on which the meaning of a name depends. */
  before: string;
}

const KEYWORDS = new Set(WORDS.statements);
const CLAUSES = new Set(WORDS.clauses);
const KINDS = new Set(KINDS_OF_THINGS);

function token(stream: StringStream, state: State): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match('//') || stream.match(/^#(?![0-9a-fA-F]{3,8}\b)/)) {
    stream.skipToEnd();
    return 'comment';
  }
  if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
  if (stream.match(/^#[0-9a-fA-F]{3,8}\b/)) return 'color';
  if (stream.match(/^[23]d\b/)) return 'operatorKeyword';
  if (stream.match(/^[-+]?\d+(?:\.\d+)?(?:ms|s|%|px|deg|x)?/)) return 'number';
  const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*(?:-[\p{L}\p{N}_]+)*/u);
  if (word === null || typeof word === 'boolean') {
    stream.next();
    return 'punctuation';
  }
  const [text] = word;
  const before = state.before;
  state.before = text;
  if (before === 'is' || before === 'environment') return 'typeName';
  if (KEYWORDS.has(text)) return 'keyword';
  if (CLAUSES.has(text)) return 'operatorKeyword';
  return KINDS.has(text) && before === 'use' ? 'typeName' : 'variableName';
}

/** Colours for the scene language. The compiler decides what is right; this only makes it pleasant to read. */
export const sceneLanguage = StreamLanguage.define<State>({
  name: 'scene',
  startState: () => ({ before: '' }),
  copyState: ({ before }) => ({ before }),
  token,
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['(', '{', '"'] } },
  tokenTable: { color: tags.color },
});

export const sceneColours = syntaxHighlighting(
  HighlightStyle.define([
    { tag: tags.keyword, color: 'var(--code-keyword)', fontWeight: '600' },
    { tag: tags.operatorKeyword, color: 'var(--code-keyword)' },
    { tag: tags.typeName, color: 'var(--code-kind)' },
    { tag: tags.variableName, color: 'var(--code-name)' },
    { tag: tags.string, color: 'var(--code-string)' },
    { tag: [tags.number, tags.color], color: 'var(--code-number)' },
    { tag: tags.comment, color: 'var(--code-comment)', fontStyle: 'italic' },
    { tag: tags.punctuation, color: 'var(--muted)' },
  ]),
);
