import { clip, type Entry, type One, unknown } from './entry.ts';

/** Charts, drawings, properties, machines and files. */
export const SHOWING = {
  'dsl/unknown-sound': {
    ...unknown('sound', 'Sounds are made by the host; the list is in the reference.'),
    wrong: 'sound chyme at 1s',
    right: 'sound chime at 1s',
  },
  'dsl/unknown-property': {
    ...unknown('property', 'What can change depends on what the thing is: each has its own properties.'),
    wrong: 'actor moon is moon\nchange moon opasity to 50% over 1s',
    right: 'actor moon is moon\nchange moon opacity to 50% over 1s',
  },
  'dsl/unknown-state': {
    ...unknown('state', 'States are declared in the block of the machine, before or behind its `when`.'),
    wrong:
      'actor bulb is lamp\nstates lamp { state dark { fade bulb to 0.5 }  state lit { fade bulb to 1 }\n  when click bulb from dark go lift }',
    right:
      'actor bulb is lamp\nstates lamp { state dark { fade bulb to 0.5 }  state lit { fade bulb to 1 }\n  when click bulb from dark go lit }',
  },
  'dsl/unsorted': {
    severity: 'warning',
    message: ({ what }: One<'what'>) => `${what} do not go upwards here, so they are sorted.`,
    explanation: 'The x of a curve and the moments of keyframes go from small to great.',
    wrong: 'chart c is curve { series "A" points (2, 5) (1, 3) }',
    right: 'chart c is curve { series "A" points (1, 3) (2, 5) }',
  },
  'dsl/stands-twice': {
    severity: 'warning',
    message: ({ what }: One<'what'>) => `${clip(what)} stands here twice; the last one counts.`,
    explanation: 'A curve has one value at each x, keyframes have one value of a property at each moment.',
    wrong: 'chart c is curve { series "A" points (1, 3) (1, 5) (2, 6) }',
    right: 'chart c is curve { series "A" points (1, 3) (2, 6) }',
  },
  'dsl/shares': {
    severity: 'error',
    message: ({ sum }: One<'sum'>) => `The slices are ${sum}% together, not 100%, so they are shown in proportion.`,
    explanation: 'Percent of a whole add up to 100. Amounts without % are turned into shares.',
    wrong: 'chart c is pie { slice "Ours" 42%  slice "Others" 50% }',
    right: 'chart c is pie { slice "Ours" 42%  slice "Others" 58% }',
  },
  'dsl/not-a-path': {
    severity: 'error',
    message: ({ found }: One<'found'>) => `This path cannot be drawn from \`${clip(found)}\` on.`,
    explanation: 'Path data is that of SVG: M x y, L x y, H, V, C, S, Q, T, A and Z, in capitals or relative.',
    wrong: 'draw hill path data "M 0 0 L 10" at center',
    right: 'draw hill path data "M 0 0 L 100 50" at center',
  },
  'dsl/unsafe-file': {
    severity: 'error',
    message: ({ path }: One<'path'>) => `\`${clip(path)}\` is no path beside the script.`,
    explanation: 'Files lie beside the script or below it: no leading /, no .., no address of the web.',
    wrong: 'image photo from "../photo.png" at center',
    right: 'image photo from "photo.png" at center',
  },
  'dsl/wrong-file-type': {
    severity: 'error',
    message: ({ path, wanted }: One<'path' | 'wanted'>) => `\`${clip(path)}\` is not ${wanted}.`,
    explanation: 'Images are png, jpg, webp, gif or svg, models glb or gltf, data csv or json.',
    wrong: 'image photo from "photo.glb" at center',
    right: 'model photo from "photo.glb" at center',
  },
  'dsl/missing-file': {
    severity: 'error',
    message: ({ path }: One<'path'>) => `There is no file \`${clip(path)}\` beside the script.`,
    explanation: 'The data of a chart lie in a .csv or .json file beside the script.',
    wrong: 'chart c is curve from "growht.csv"',
    right: 'chart c is curve { series "A" points (1, 3) (2, 5) }',
  },
  'dsl/unusable-data': {
    severity: 'error',
    message: ({ path, line, why }: One<'path' | 'line' | 'why'>) =>
      `\`${clip(path)}\` cannot be shown${line === '' ? '' : `, line ${line}`}: ${why}.`,
    explanation:
      'CSV: one row a line, the first column is x or a name, every further column a series. JSON: a list of rows.',
    wrong: {
      script: 'scene "Example" { chart c is curve from "words.csv" }',
      shown: 'chart c is curve from "words.csv"',
    },
    right: 'chart c is curve { series "A" points (1, 3) (2, 5) }',
  },
} as const satisfies Readonly<Record<string, Entry>>;
