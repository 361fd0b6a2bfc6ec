import { clip, type Entry, limit, type One, unknown } from './entry.ts';

/** Variables, formulas, rounds and prefabs. */
export const EXPANDING = {
  'dsl/unknown-variable': {
    ...unknown('variable', 'Variables come from `let`, `param` and `for`, and are known behind and inside of those.'),
    wrong: 'let gap be 40\nactor cow is cow at (100 + gapp, 500)',
    right: 'let gap be 40\nactor cow is cow at (100 + gap, 500)',
  },
  'dsl/unknown-function': {
    ...unknown('function', 'Formulas know min, max, round, floor, ceil, abs, sqrt, sin, cos (of degrees) and random.'),
    wrong: 'actor cow is cow scale (sqr(4))',
    right: 'actor cow is cow scale (sqrt(4))',
  },
  'dsl/wrong-inputs': {
    severity: 'error',
    message: ({ name, wanted, found }: One<'name' | 'wanted' | 'found'>) =>
      `\`${clip(name)}\` takes ${wanted}, not ${found}.`,
    explanation: 'A function is written with its values in brackets: max(a, b), random(0, 10), sin(30).',
    wrong: 'actor cow is cow scale (sqrt(4, 9))',
    right: 'actor cow is cow scale (max(4, 9))',
  },
  'dsl/unlike-units': {
    severity: 'error',
    message: ({ operator, left, right }: One<'operator' | 'left' | 'right'>) =>
      `\`${operator}\` cannot join ${left} and ${right}.`,
    explanation: 'Only like units are added, subtracted and compared; * and / take one number without a unit.',
    wrong: 'let pause be 2s\nactor cow is cow at (100 + pause, 500)',
    right: 'let pause be 2s\nactor cow is cow at (100, 500)\nmove cow to center over (2 * pause)',
  },
  'dsl/not-a-number': {
    severity: 'error',
    message: ({ name, is }: One<'name' | 'is'>) => `\`${clip(name)}\` is ${is}, and formulas are made of numbers.`,
    explanation: 'Texts, colours, words and whole lists cannot be calculated with.',
    wrong: 'let who be "Ann"\nactor cow is cow scale (who * 2)',
    right: 'let size be 1.5\nactor cow is cow scale (size * 2)',
  },
  'dsl/no-result': {
    severity: 'error',
    message: ({ why }: One<'why'>) => `This formula has no result: ${why}.`,
    explanation: 'Nothing can be divided by zero, and negative numbers have no square root.',
    wrong: 'let rows be 0\nactor cow is cow scale (6 / rows)',
    right: 'let rows be 3\nactor cow is cow scale (6 / rows)',
  },
  'dsl/wrong-index': {
    severity: 'error',
    message: ({ name, index, count }: One<'name' | 'index' | 'count'>) =>
      count === ''
        ? `\`${clip(name)}\` is no list, so it has no #${clip(index)}.`
        : `\`${clip(name)}\` has ${count}, counted from 1; there is no #${clip(index)}.`,
    explanation: 'The elements of a list are counted from 1: sizes#1 is its first.',
    wrong: 'let sizes be (1, 2)\nactor cow is cow scale sizes#3',
    right: 'let sizes be (1, 2)\nactor cow is cow scale sizes#2',
  },
  'dsl/unknown-prefab': {
    ...unknown('prefab', 'Prefabs stand beside the scene, at its top, or in the library.'),
    wrong: 'prefab badge { actor card is thing }\nuse bagde as sale at center',
    right: 'prefab badge { actor card is thing }\nuse badge as sale at center',
  },
  'dsl/unknown-param': {
    ...unknown('parameter', 'What can be set in the braces of `use` is what the prefab declares with `param`.'),
    wrong: 'prefab badge { param large be 1  actor card is thing scale large }\nuse badge as sale at center { larg 2 }',
    right:
      'prefab badge { param large be 1  actor card is thing scale large }\nuse badge as sale at center { large 2 }',
  },
  'dsl/prefab-cycle': {
    severity: 'error',
    message: ({ names }: One<'names'>) => `This prefab would hold itself: ${names}.`,
    explanation: 'A prefab may use others, but none that leads back to it.',
    wrong: 'prefab doll { actor shell is ball  use doll as inner }\nuse doll as outer at center',
    right: 'prefab doll { actor shell is ball }\nuse doll as outer at center',
  },
  'dsl/limit-rounds': {
    ...limit('rounds', 'A `for` runs at most so often; what would come after is left out.'),
    wrong: 'actor cow is cow\nfor i from 1 to 5000 { turn cow by 1deg at (i * 1s) }',
    right: 'actor cow is cow\nfor i from 1 to 50 { turn cow by 1deg at (i * 1s) }',
  },
  'dsl/limit-expansion': {
    ...limit('steps of writing everything out', 'Rounds in rounds and prefabs in prefabs multiply.'),
    wrong: 'for i from 1 to 900 { for j from 1 to 900 { for k from 1 to 900 { let x be k } } }',
    right: 'for i from 1 to 9 { for j from 1 to 9 { let x be j } }',
  },
} as const satisfies Readonly<Record<string, Entry>>;
