import { clip, type Entry, grown, limit, type One } from './entry.ts';

/** What can be said only of the scene as a whole, and its limits. */
export const WHOLE = {
  'dsl/other-reading': {
    severity: 'error',
    message: ({ name, reading }: One<'name' | 'reading'>) =>
      `\`${clip(name)}\` exists only in the ${reading} reading; put this in \`only ${reading}\` too.`,
    explanation: 'What stands outside of only blocks plays in both readings, and so can use only what exists in both.',
    wrong: 'only 3d { actor glow is star }\nfade glow out',
    right: 'only 3d { actor glow is star  fade glow out }',
  },
  'dsl/never-plays': {
    severity: 'warning',
    message: () => 'Nothing in here ever plays: it is inside a block of the other reading.',
    explanation: 'An only 2d block inside an only 3d block, or the reverse, is empty.',
    wrong: 'only 3d { only 2d { beat b at 1s } }',
    right: 'only 2d { beat b at 1s }',
  },
  'dsl/cycle': {
    severity: 'error',
    message: ({ names }: One<'names'>) => `These wait for each other, so none can begin: ${names}.`,
    explanation: 'Follow the moments: one of them has to begin at a time that does not depend on itself.',
    wrong: 'actor cow is cow\nturn cow by 9deg as a after b\nturn cow by 9deg as b after a',
    right: 'actor cow is cow\nturn cow by 9deg as a\nturn cow by 9deg as b after a',
  },
  'dsl/outside-stage': {
    severity: 'warning',
    message: ({ name }: One<'name'>) =>
      `\`${clip(name)}\` begins outside of the stage and never moves, so nobody sees it.`,
    explanation: 'Positions are the middle of a thing, counted from the upper left corner of the stage.',
    wrong: 'actor cow is cow at (2000, 300)',
    right: 'actor cow is cow at (1000, 300)',
  },
  'dsl/unused-material': {
    severity: 'warning',
    message: ({ name }: One<'name'>) => `The material \`${clip(name)}\` is applied to nothing.`,
    explanation: 'apply NAME to ACTOR gives a material to an actor.',
    wrong: 'material m is metal',
    right: 'actor cow is cow\nmaterial m is metal\napply m to cow',
  },
  'dsl/limit-text': {
    ...limit('characters', 'Longer scripts are read up to the limit. Split the scene.'),
    wrong: grown('a script of more than a megabyte', 'scene "x" {', '// a long comment\n', 70000, '}'),
    right: 'actor cow is cow',
  },
  'dsl/limit-nesting': {
    ...limit('blocks inside each other', 'Deeper blocks are left out.'),
    wrong: grown('at 1s { at 1s { at 1s { … 70 times', 'scene "x" {', 'at 1s { ', 70, '}'),
    right: 'actor cow is cow\nat 1s { turn cow by 9deg }',
  },
  'dsl/limit-brackets': {
    ...limit('brackets inside each other', 'Brackets that lie deeper are read as if they were not there.'),
    wrong: grown('actor cow is cow scale ((((… 40 brackets', 'scene "x" { actor cow is cow scale ', '(', 40, '1'),
    right: 'actor cow is cow scale (1 + (2 * 3))',
  },
  'dsl/limit-formula': {
    ...limit('numbers in one formula', 'What comes after is left out. Give a part of it a name: let half be (…).'),
    wrong: grown(
      'actor cow is cow scale (0 + 1 + 1 + … 300 times)',
      'scene "x" { actor cow is cow scale (0',
      '+ 1 ',
      300,
      ') }',
    ),
    right: 'actor cow is cow scale (1 + 2)',
  },
  'dsl/limit-words': {
    ...limit('words and signs', 'What comes after is left out. Split the scene.'),
    wrong: grown('a script of more than 250,000 words', 'scene "x" {', 'a ', 260000, '}'),
    right: 'actor cow is cow',
  },
  'dsl/limit-entities': {
    ...limit('actors and texts in one reading', 'What comes after is left out: 400 in 2D, 250 in 3D.'),
    wrong: 'for i from 1 to 500 { actor star is star at (i, 100) }',
    right: 'for i from 1 to 50 { actor star is star at (i, 100) }',
  },
  'dsl/limit-actions': {
    ...limit('actions', 'Repeats count as often as they run. What comes after is left out.'),
    wrong: 'actor cow is cow\nrepeat 200 { repeat 200 { turn cow by 1deg over 10ms } }',
    right: 'actor cow is cow\nrepeat 20 { turn cow by 1deg over 10ms }',
  },
  'dsl/limit-diagnostics': {
    severity: 'info',
    message: ({ more }: { readonly more: number }) => `There are at least ${more} more; these are the first.`,
    explanation: 'At most 100 diagnostics are shown at a time.',
    wrong: grown(
      'turn caw by 1deg, and 119 more mistakes',
      'scene "x" {\nactor cow is cow\n',
      'turn caw by 1deg\n',
      120,
      '}',
    ),
    right: 'actor cow is cow\nturn cow by 1deg',
  },
} as const satisfies Readonly<Record<string, Entry>>;
