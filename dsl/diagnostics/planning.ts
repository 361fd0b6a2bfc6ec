import type { Entry, One } from './entry.ts';

/** What `plan` has to say. */
export const PLANNING = {
  'dsl/plan-cycle': {
    severity: 'error',
    message: ({ name }: One<'name'>) =>
      `These wait for each other, so none can begin: ${name}. The first now starts at 0.`,
    explanation: 'In this reading a circle of waiting closes: one of them has to begin at a time of its own.',
    wrong: 'actor cow is cow\nturn cow by 9deg as a after b\nturn cow by 9deg as b after a',
    right: 'actor cow is cow\nturn cow by 9deg as a\nturn cow by 9deg as b after a',
  },
  'dsl/plan-missing-moment': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `“${name}” does not happen in this reading, so what waits for it starts at 0.`,
    explanation:
      'It belongs to the other reading. Move what waits for it there too, or have it wait for something else.',
    wrong: 'actor cow is cow\nonly 3d { turn cow by 9deg as spin }\nfade cow out after spin',
    right: 'actor cow is cow\nturn cow by 9deg as spin\nfade cow out after spin',
  },
  'dsl/plan-missing-thing': {
    severity: 'info',
    message: ({ name }: One<'name'>) => `“${name}” is not part of this reading, so this is left out.`,
    explanation: 'It is declared in an only block of the other reading.',
    wrong: 'only 3d { actor cow is cow }\nfade cow out',
    right: 'only 3d { actor cow is cow  fade cow out }',
  },
  'dsl/plan-alignment-mismatch': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `The timings for line “${name}” do not have one entry for each of its words; estimated times are used.`,
    explanation: 'Timings belong to one wording of a line. Have the line spoken again.',
    wrong: 'say line "Two words"',
    right: 'say line "Words"',
  },
  'dsl/plan-after-end': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `“${name}” comes after the scene has ended.`,
    explanation: 'Give the scene a greater length, or let this begin earlier.',
    wrong: 'actor cow is cow\nlength 1s\nfade cow out at 3s',
    right: 'actor cow is cow\nlength 5s\nfade cow out at 3s',
  },
  'dsl/plan-motions-piled-up': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `Too many motions of “${name}” interrupt each other here; this one starts from where the last would have ended.`,
    explanation: 'A motion that interrupts another starts from where that one is; this nests eight deep at most.',
    wrong:
      'actor cow is cow\nmove cow to (0, 300) over 5s at 000ms\nmove cow to (50, 300) over 5s at 100ms\nmove cow to (100, 300) over 5s at 200ms\nmove cow to (150, 300) over 5s at 300ms\nmove cow to (200, 300) over 5s at 400ms\nmove cow to (250, 300) over 5s at 500ms\nmove cow to (300, 300) over 5s at 600ms\nmove cow to (350, 300) over 5s at 700ms\nmove cow to (400, 300) over 5s at 800ms\nmove cow to (450, 300) over 5s at 900ms\nmove cow to (500, 300) over 5s at 1000ms\nmove cow to (550, 300) over 5s at 1100ms',
    right: 'actor cow is cow\nsequence { move cow to (50, 300)  move cow to (100, 300) }',
  },
} as const satisfies Readonly<Record<string, Entry>>;
