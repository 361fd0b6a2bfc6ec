import type { Entry, One } from './entry.ts';

/** What `plan` has to say. */
export const PLANNING = {
  'dsl/plan-cycle': {
    severity: 'error',
    message: ({ name }: One<'name'>) =>
      `These wait for each other, so none can begin: ${name}. The first now starts at 0.`,
    explanation: 'In this reading a circle of waiting closes: one of them has to begin at a time of its own.',
  },
  'dsl/plan-missing-moment': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `“${name}” does not happen in this reading, so what waits for it starts at 0.`,
    explanation:
      'It belongs to the other reading. Move what waits for it there too, or have it wait for something else.',
  },
  'dsl/plan-missing-thing': {
    severity: 'info',
    message: ({ name }: One<'name'>) => `“${name}” is not part of this reading, so this is left out.`,
    explanation: 'It is declared in an only block of the other reading.',
  },
  'dsl/plan-alignment-mismatch': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `The timings for line “${name}” do not have one entry for each of its words; estimated times are used.`,
    explanation: 'Timings belong to one wording of a line. Have the line spoken again.',
  },
  'dsl/plan-after-end': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `“${name}” comes after the scene has ended.`,
    explanation: 'Give the scene a greater length, or let this begin earlier.',
  },
  'dsl/plan-motions-piled-up': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `Too many motions of “${name}” interrupt each other here; this one starts from where the last would have ended.`,
    explanation: 'A motion that interrupts another starts from where that one is; this nests eight deep at most.',
  },
} as const satisfies Readonly<Record<string, Entry>>;
