import { article, clip, type Entry, type One } from './entry.ts';

/** Letters, signs and grammar. */
export const READING = {
  'dsl/unknown-character': {
    severity: 'error',
    message: ({ found }: One<'found'>) => `${found} means nothing in a script.`,
    explanation:
      'Outside of texts and comments only letters, digits and the signs { } ( ) , . # " + - * / stand in a script.',
  },
  'dsl/unclosed-text': {
    severity: 'error',
    message: () => 'This text has no closing quote in its line.',
    explanation: 'A text begins and ends with " in one line. Inside it, \\" is a quote and \\n a line break.',
  },
  'dsl/unclosed-brace': {
    severity: 'error',
    message: () => 'This { is never closed.',
    explanation: 'Each block ends with a }. Where one is missing is guessed from the indentation.',
  },
  'dsl/extra-brace': {
    severity: 'error',
    message: () => 'This } closes nothing.',
    explanation: 'There are more } than { before this point.',
  },
  'dsl/missing-sign': {
    severity: 'error',
    message: ({ sign, after }: One<'sign' | 'after'>) => `A \`${sign}\` is missing after \`${clip(after)}\`.`,
    explanation:
      'Points are written (x, y) or (x, y, z), lists (5, 3, 8), formulas (2 * gap): with commas and both brackets.',
  },
  'dsl/incomplete': {
    severity: 'error',
    message: ({ after, expected }: One<'after' | 'expected'>) => `After \`${clip(after)}\` comes ${expected}.`,
    explanation: 'The statement breaks off, or goes on with something that cannot stand there.',
  },
  'dsl/misspelt-keyword': {
    severity: 'error',
    message: ({ word, meant }: One<'word' | 'meant'>) =>
      `\`${clip(word)}\` is not a keyword; did you mean \`${meant}\`?`,
    explanation: 'The rest of the statement was read as if the suggested keyword stood there.',
  },
  'dsl/unknown-statement': {
    severity: 'error',
    message: ({ word }: One<'word'>) => `No statement begins with \`${clip(word)}\`.`,
    explanation: 'Every statement begins with its keyword: actor, text, say, move, emit, camera, on, after, …',
  },
  'dsl/unknown-clause': {
    severity: 'error',
    message: ({ word, statement }: One<'word' | 'statement'>) =>
      `\`${clip(word)}\` does not belong in ${article(statement)} \`${statement}\` statement.`,
    explanation: 'After its operands a statement has clauses: a keyword and its value, in any order.',
  },
  'dsl/stray-block': {
    severity: 'error',
    message: () => 'This block belongs to no statement.',
    explanation:
      'A block follows times, for, sequence, parallel, repeat, stagger, only, group, prefab, use, chart, keyframes, states, lyrics, material and colors.',
  },
  'dsl/missing-scene': {
    severity: 'error',
    message: () => 'A script is one scene: scene "title" { … }.',
    explanation: 'All statements stand inside the block of the scene.',
  },
  'dsl/second-scene': {
    severity: 'error',
    message: () => 'A script holds one scene; this one is left out.',
    explanation: 'Write the second scene into a script of its own.',
  },
} as const satisfies Readonly<Record<string, Entry>>;
