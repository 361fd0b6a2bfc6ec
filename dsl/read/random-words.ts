import fc from 'fast-check';

/*
 * Random names, numbers, formulas, places, times and clauses that follow the grammar, for property tests.
 */
export const name = fc.constantFrom('cow', 'moon', 'hop', 'é2', 'line', 'a-b', 'scale', 'over', 'bar', 'title');
export const plainName = fc.constantFrom('cow', 'moon', 'hop', 'é2', 'a-b', 'i');
const decimal = fc.integer({ min: -5000, max: 5000 }).map((tenths) => String(tenths / 10));
export const positive = fc.integer({ min: 0, max: 900 }).map((tenths) => String(tenths / 10));
export const duration = positive.map((seconds) => `${seconds}s`);
export const share = positive.map((percent) => `${percent}%`);
export const text = fc
  .string({ maxLength: 20 })
  .map((raw) => `"${raw.replace(/[\\"]/g, '\\$&').replace(/[\n\r]/g, '\\n')}"`);
export const color = fc.constantFrom('#fff', '#fde68a', '#0008', 'gold');

export const joined = (...parts: fc.Arbitrary<string>[]) =>
  fc.tuple(...parts).map((words) => words.filter(Boolean).join(' '));
export const word = (keyword: string) => fc.constant(keyword);
export const maybe = (part: fc.Arbitrary<string>) => fc.option(part, { nil: '' });

/** `a-b` is a name, so that a minus needs its spaces. */
export const { formula } = fc.letrec<{ formula: string; operand: string; path: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 3 },
    tie('operand'),
    fc
      .tuple(tie('operand'), fc.constantFrom(' + ', ' - ', '*', ' * ', '/'), tie('formula'))
      .map((parts) => parts.join('')),
  ),
  operand: fc.oneof(
    { maxDepth: 3 },
    positive,
    duration,
    tie('path'),
    tie('path').map((path) => `-${path}`),
    decimal.map((number) => `- ${number}`),
    tie('formula').map((inside) => `(${inside})`),
    fc.tuple(fc.constantFrom('min', 'random'), tie('formula'), tie('formula')).map(([f, a, b]) => `${f}(${a},${b})`),
  ),
  path: fc.oneof(
    plainName,
    plainName.map((each) => `${each}#2`),
    plainName.map((each) => `${each}#i`),
    fc.tuple(plainName, tie('formula')).map(([each, index]) => `${each}#(${index})`),
    fc.tuple(plainName, tie('path')).map((parts) => parts.join('.')),
  ),
}));

export const bracketed = formula.map((inside) => `(${inside})`);
export const path = fc.oneof(
  { weight: 4, arbitrary: plainName },
  {
    weight: 1,
    arbitrary: fc
      .tuple(plainName, fc.constantFrom('.cow', '#2', '#i', '#(i + 1)', '#2.moon', '.x#i.y'))
      .map((parts) => parts.join('')),
  },
);
export const amount = fc.oneof(positive, share, bracketed, path);

const coordinate = fc.oneof(
  decimal,
  share,
  decimal.map((pixels) => `${pixels}px`),
  formula,
);
export const point = fc.array(coordinate, { minLength: 2, maxLength: 3 }).map((axes) => `(${axes.join(', ')})`);
const relation = fc.constantFrom('above', 'below', 'left-of', 'right-of', 'inside', 'in-front-of', 'behind');
export const place = fc.oneof(point, path, joined(relation, path), joined(relation, path, word('by'), amount));

const cue = fc.oneof(
  path,
  fc.tuple(plainName, fc.constantFrom('.moon', ".don't", '."24/7"', '.the#2', '.the#i')).map((parts) => parts.join('')),
);
const shift = fc.oneof(word(''), joined(fc.constantFrom('+', '-'), fc.oneof(duration, bracketed, plainName)));
export const time = fc.oneof(
  joined(word('at'), fc.oneof(duration, bracketed), shift),
  joined(fc.constantFrom('on', 'after', 'with'), cue, shift),
  joined(maybe(word('at')), duration, fc.constantFrom('before', 'after'), cue, shift),
  joined(word('at'), bracketed, fc.constantFrom('before', 'after'), cue),
);

const list = fc
  .array(fc.oneof(formula, color, text), { minLength: 2, maxLength: 4 })
  .map((items) => `(${items.join(', ')})`);
export const value = fc.oneof(positive, bracketed, color, text, path, list);

const bezier = fc
  .array(decimal, { minLength: 4, maxLength: 4 })
  .map((numbers) => `cubic-bezier(${numbers.join(', ')})`);
export const ease = joined(word('ease'), fc.oneof(fc.constantFrom('linear', 'in-out-cubic', 'spring(0.4)'), bezier));

/** Clauses that say nothing about time. */
export const still = fc.oneof(
  ease,
  joined(fc.constantFrom('over', 'for'), fc.oneof(duration, bracketed, plainName)),
  joined(fc.constantFrom('by', 'scale', 'opacity', 'size', 'count', 'width', 'radius', 'wrap', 'zoom'), amount),
  joined(fc.constantFrom('color', 'highlight', 'fill', 'stroke', 'background'), color),
  joined(fc.constantFrom('is', 'as', 'facing', 'along', 'around', 'within', 'go'), name),
  joined(fc.constantFrom('to', 'from', 'at', 'position', 'focus'), place),
  joined(fc.constantFrom('to', 'from'), fc.oneof(positive, bracketed, color, text)),
  joined(fc.constantFrom('through', 'points'), point, maybe(place)),
  joined(fc.constantFrom('labelled', 'title', 'x-axis', 'unit', 'data'), text),
  word('colors { body #fff  spots gold }'),
  fc.constantFrom('in', 'out'),
);
export const clause = fc.oneof({ weight: 4, arbitrary: still }, { weight: 1, arbitrary: time });
/**
 * Two clauses side by side may happen to be the beginning of a third thing: `for NAME from NUMBER` that of a loop, and a
 * name such as `title` with a number behind it that of a clause.
 */
const CHANCE_MEETING =
  /\bfor \S+ from [-\d(]|\b(?:is|as|facing|along|around|within|go) (?:scale|over|bar|title) [-\d(]/;
const sideBySide = (all: readonly string[]): string => all.join(' ');
const meansItself = (text: string): boolean => !CHANCE_MEETING.test(text);
export const clauses = fc.array(clause, { maxLength: 3 }).map(sideBySide).filter(meansItself);
export const stillClauses = fc.array(still, { maxLength: 2 }).map(sideBySide).filter(meansItself);
