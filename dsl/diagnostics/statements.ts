import { clip, type Entry, type One } from './entry.ts';

/** Statements that lack something, and values that do not fit. */
export const STATEMENTS = {
  'dsl/misplaced': {
    severity: 'error',
    message: ({ statement, where }: One<'statement' | 'where'>) => `\`${statement}\` belongs ${where}.`,
    explanation: 'Things are declared at the top of the scene (or in an only block); what happens stands anywhere.',
    wrong: 'at 2s { actor cow is cow }',
    right: 'actor cow is cow\nat 2s { turn cow by 9deg }',
  },
  'dsl/missing-name': {
    severity: 'error',
    message: ({ statement, form }: One<'statement' | 'form'>) => `\`${statement}\` needs a name: ${form}.`,
    explanation: 'The word after the keyword says which thing is meant.',
    wrong: 'actor is cow',
    right: 'actor cow is cow',
  },
  'dsl/missing-part': {
    severity: 'error',
    message: ({ statement, part, form }: One<'statement' | 'part' | 'form'>) =>
      `This \`${statement}\` does not say ${part}: ${form}.`,
    explanation: 'A clause or an operand without which the statement has no meaning is missing.',
    wrong: 'actor cow is cow\nturn cow over 1s',
    right: 'actor cow is cow\nturn cow by 90deg over 1s',
  },
  'dsl/missing-block': {
    severity: 'error',
    message: ({ statement }: One<'statement'>) => `\`${statement}\` needs a block here: { … }.`,
    explanation:
      'Times that begin a statement, sequence, parallel, repeat and only apply to the statements in their block.',
    wrong: 'actor cow is cow\nsequence\nturn cow by 9deg',
    right: 'actor cow is cow\nsequence { turn cow by 9deg }',
  },
  'dsl/clause-twice': {
    severity: 'error',
    message: ({ clause }: One<'clause'>) => `This statement has \`${clause}\` twice.`,
    explanation: 'Each clause stands once in a statement. The first is used.',
    wrong: 'actor cow is cow scale 2 scale 3',
    right: 'actor cow is cow scale 3',
  },
  'dsl/wrong-value': {
    severity: 'error',
    message: ({ clause, expected, found }: One<'clause' | 'expected' | 'found'>) =>
      found === ''
        ? `\`${clause}\` is followed by ${expected}.`
        : `\`${clause}\` is followed by ${expected}, not by \`${clip(found)}\`.`,
    explanation:
      'Durations are written 1.5s or 200ms, sizes as numbers, colours #rrggbb or by CSS name, texts in quotes.',
    wrong: 'actor cow is cow at 2s',
    right: 'actor cow is cow at (200, 500)',
  },
  'dsl/missing-unit': {
    severity: 'error',
    message: ({ number, unit }: One<'number' | 'unit'>) =>
      `\`${clip(number)}\` has no unit; did you mean \`${clip(number)}${unit}\`?`,
    explanation: 'Durations always have their unit: 1.5s or 200ms.',
    wrong: 'actor cow is cow\nturn cow by 9deg over 2',
    right: 'actor cow is cow\nturn cow by 9deg over 2s',
  },
  'dsl/wrong-unit': {
    severity: 'error',
    message: ({ unit, expected }: One<'unit' | 'expected'>) =>
      `The unit \`${clip(unit)}\` does not fit here; ${expected}.`,
    explanation: 'Lengths are pixels (px or nothing) or percent, durations s or ms, angles degrees (deg or nothing).',
    wrong: 'actor cow is cow\nturn cow by 9s',
    right: 'actor cow is cow\nturn cow by 9deg',
  },
  'dsl/out-of-range': {
    severity: 'error',
    message: ({ what, number, min, max }: One<'what' | 'number' | 'min' | 'max'>) =>
      `The ${what} goes from ${min} to ${max}; ${clip(number)} is outside, so the nearest is used.`,
    explanation: 'Every number has a range in which a renderer can honour it.',
    wrong: 'actor cow is cow opacity 150%',
    right: 'actor cow is cow opacity 100%',
  },
} as const satisfies Readonly<Record<string, Entry>>;
