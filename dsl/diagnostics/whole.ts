import { clip, type Entry, limit, type One } from './entry.ts';

/** What can be said only of the scene as a whole, and its limits. */
export const WHOLE = {
  'dsl/other-reading': {
    severity: 'error',
    message: ({ name, reading }: One<'name' | 'reading'>) =>
      `\`${clip(name)}\` exists only in the ${reading} reading; put this in \`only ${reading}\` too.`,
    explanation: 'What stands outside of only blocks plays in both readings, and so can use only what exists in both.',
  },
  'dsl/never-plays': {
    severity: 'warning',
    message: () => 'Nothing in here ever plays: it is inside a block of the other reading.',
    explanation: 'An only 2d block inside an only 3d block, or the reverse, is empty.',
  },
  'dsl/cycle': {
    severity: 'error',
    message: ({ names }: One<'names'>) => `These wait for each other, so none can begin: ${names}.`,
    explanation: 'Follow the moments: one of them has to begin at a time that does not depend on itself.',
  },
  'dsl/outside-stage': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `\`${clip(name)}\` begins outside of the stage and never moves, so nobody sees it.`,
    explanation: 'Positions are the middle of a thing, counted from the upper left corner of the stage.',
  },
  'dsl/unused-material': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `The material \`${clip(name)}\` is applied to nothing.`,
    explanation: 'apply NAME to ACTOR gives a material to an actor.',
  },
  'dsl/limit-text': limit('characters', 'Longer scripts are read up to the limit. Split the scene.'),
  'dsl/limit-nesting': limit('blocks inside each other', 'Deeper blocks are left out.'),
  'dsl/limit-brackets': limit(
    'brackets inside each other',
    'Brackets that lie deeper are read as if they were not there.',
  ),
  'dsl/limit-formula': limit(
    'numbers in one formula',
    'What comes after is left out. Give a part of it a name: let half be (…).',
  ),
  'dsl/limit-words': limit('words and signs', 'What comes after is left out. Split the scene.'),
  'dsl/limit-entities': limit('actors and texts in one reading', 'What comes after is left out: 400 in 2D, 250 in 3D.'),
  'dsl/limit-actions': limit('actions', 'Repeats count as often as they run. What comes after is left out.'),
  'dsl/limit-diagnostics': {
    severity: 'info',
    message: ({ more }: { readonly more: number }) => `There are at least ${more} more; these are the first.`,
    explanation: 'At most 100 diagnostics are shown at a time.',
  },
} as const satisfies Readonly<Record<string, Entry>>;
