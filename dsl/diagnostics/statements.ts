import { clip, type Entry, type One } from './entry.ts';

/** Statements that lack something, and values that do not fit. */
export const STATEMENTS = {
  'dsl/misplaced': {
    severity: 'error',
    message: ({ statement, where }: One<'statement' | 'where'>) => `\`${statement}\` stands ${where}.`,
    explanation: 'Things are declared at the top of the scene (or in an only block); what happens stands anywhere.',
  },
  'dsl/missing-name': {
    severity: 'error',
    message: ({ statement, form }: One<'statement' | 'form'>) => `\`${statement}\` needs a name: ${form}.`,
    explanation: 'The word after the keyword says which thing is meant.',
  },
  'dsl/missing-part': {
    severity: 'error',
    message: ({ statement, part, form }: One<'statement' | 'part' | 'form'>) =>
      `This \`${statement}\` does not say ${part}: ${form}.`,
    explanation: 'A clause or an operand without which the statement has no meaning is missing.',
  },
  'dsl/missing-block': {
    severity: 'error',
    message: ({ statement }: One<'statement'>) => `\`${statement}\` needs a block here: { … }.`,
    explanation:
      'Times that begin a statement, sequence, parallel, repeat and only apply to the statements in their block.',
  },
  'dsl/clause-twice': {
    severity: 'error',
    message: ({ clause }: One<'clause'>) => `This statement has \`${clause}\` twice.`,
    explanation: 'Each clause stands once in a statement. The first is used.',
  },
  'dsl/wrong-value': {
    severity: 'error',
    message: ({ clause, expected, found }: One<'clause' | 'expected' | 'found'>) =>
      found === ''
        ? `\`${clause}\` is followed by ${expected}.`
        : `\`${clause}\` is followed by ${expected}, not by \`${clip(found)}\`.`,
    explanation:
      'Durations are written 1.5s or 200ms, sizes as numbers, colours #rrggbb or by CSS name, texts in quotes.',
  },
  'dsl/missing-unit': {
    severity: 'error',
    message: ({ number, unit }: One<'number' | 'unit'>) =>
      `\`${clip(number)}\` has no unit; did you mean \`${clip(number)}${unit}\`?`,
    explanation: 'Durations always have their unit: 1.5s or 200ms.',
  },
  'dsl/wrong-unit': {
    severity: 'error',
    message: ({ unit, expected }: One<'unit' | 'expected'>) =>
      `The unit \`${clip(unit)}\` does not fit here; ${expected}.`,
    explanation: 'Lengths are pixels (px or nothing) or percent, durations s or ms, angles degrees (deg or nothing).',
  },
  'dsl/out-of-range': {
    severity: 'error',
    message: ({ what, number, min, max }: One<'what' | 'number' | 'min' | 'max'>) =>
      `The ${what} goes from ${min} to ${max}; ${clip(number)} is outside, so the nearest is used.`,
    explanation: 'Every number has a range in which a renderer can honour it.',
  },
} as const satisfies Readonly<Record<string, Entry>>;
