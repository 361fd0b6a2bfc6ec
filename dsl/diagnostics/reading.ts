import { article, clip, type Entry, type One } from './entry.ts';

/** Letters, signs and grammar. */
export const READING = {
  'dsl/unknown-character': {
    severity: 'error',
    message: ({ found }: One<'found'>) => `${found} means nothing in a script.`,
    explanation:
      'Outside of texts and comments only letters, digits and the signs { } ( ) , . # " + - * / stand in a script.',
    wrong: 'actor cow is cow\nturn cow by 9deg; turn cow by 1deg',
    right: 'actor cow is cow\nturn cow by 9deg turn cow by 1deg',
  },
  'dsl/unclosed-text': {
    severity: 'error',
    message: () => 'This text has no closing quote in its line.',
    explanation: 'A text begins and ends with " in one line. Inside it, \\" is a quote and \\n a line break.',
    wrong: 'text title "Hello',
    right: 'text title "Hello"',
  },
  'dsl/unclosed-brace': {
    severity: 'error',
    message: () => 'This { is never closed.',
    explanation: 'Each block ends with a }. Where one is missing is guessed from the indentation.',
    wrong: { script: 'scene "Example" {\n  actor cow is cow\n' },
    right: { script: 'scene "Example" {\n  actor cow is cow\n}\n' },
  },
  'dsl/extra-brace': {
    severity: 'error',
    message: () => 'This } closes nothing.',
    explanation: 'There are more } than { before this point.',
    wrong: { script: 'scene "Example" {\n  actor cow is cow\n} }\n' },
    right: { script: 'scene "Example" {\n  actor cow is cow\n}\n' },
  },
  'dsl/missing-sign': {
    severity: 'error',
    message: ({ sign, after }: One<'sign' | 'after'>) => `A \`${sign}\` is missing after \`${clip(after)}\`.`,
    explanation:
      'Points are written (x, y) or (x, y, z), lists (5, 3, 8), formulas (2 * gap): with commas and both brackets.',
    wrong: 'actor cow is cow at (100 200)',
    right: 'actor cow is cow at (100, 200)',
  },
  'dsl/incomplete': {
    severity: 'error',
    message: ({ after, expected }: One<'after' | 'expected'>) => `After \`${clip(after)}\` comes ${expected}.`,
    explanation: 'The statement breaks off, or goes on with something that cannot stand there.',
    wrong: 'actor cow is cow\nmove cow to',
    right: 'actor cow is cow\nmove cow to center',
  },
  'dsl/misspelt-keyword': {
    severity: 'error',
    message: ({ word, meant }: One<'word' | 'meant'>) =>
      `\`${clip(word)}\` is not a keyword; did you mean \`${meant}\`?`,
    explanation: 'The rest of the statement was read as if the suggested keyword stood there.',
    wrong: 'actr cow is cow',
    right: 'actor cow is cow',
  },
  'dsl/unknown-statement': {
    severity: 'error',
    message: ({ word }: One<'word'>) => `No statement begins with \`${clip(word)}\`.`,
    explanation: 'Every statement begins with its keyword: actor, text, say, move, emit, camera, on, after, …',
    wrong: 'wobble cow a bit',
    right: 'actor cow is cow',
  },
  'dsl/unknown-clause': {
    severity: 'error',
    message: ({ word, statement }: One<'word' | 'statement'>) =>
      `\`${clip(word)}\` does not belong in ${article(statement)} \`${statement}\` statement.`,
    explanation: 'After its operands a statement has clauses: a keyword and its value, in any order.',
    wrong: 'actor cow is cow\nfade cow out count 3',
    right: 'actor cow is cow\nfade cow out over 3s',
  },
  'dsl/stray-block': {
    severity: 'error',
    message: () => 'This block belongs to no statement.',
    explanation:
      'A block follows times, for, sequence, parallel, repeat, stagger, only, group, prefab, use, chart, keyframes, states, lyrics, material and colors.',
    wrong: 'actor cow is cow\nmove cow to center { }',
    right: 'actor cow is cow\nmove cow to center',
  },
  'dsl/missing-scene': {
    severity: 'error',
    message: () => 'A script is one scene: scene "title" { … }.',
    explanation: 'All statements stand inside the block of the scene.',
    wrong: { script: 'actor cow is cow\n' },
    right: { script: 'scene "Example" { actor cow is cow }\n' },
  },
  'dsl/second-scene': {
    severity: 'error',
    message: () => 'A script holds one scene; this one is left out.',
    explanation: 'Write the second scene into a script of its own.',
    wrong: { script: 'scene "One" { actor cow is cow }\nscene "Two" { actor dog is dog }\n' },
    right: { script: 'scene "One" { actor cow is cow }\n' },
  },
} as const satisfies Readonly<Record<string, Entry>>;
