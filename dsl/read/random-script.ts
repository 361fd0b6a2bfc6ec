import fc from 'fast-check';

/*
 * Random scripts that follow the grammar, for property tests. They need not make sense: names may be unknown, clauses
 * may not fit.
 */
const name = fc.constantFrom('cow', 'moon', 'hop', 'é2', 'line', 'a-b', 'scale', 'over');
const plainName = fc.constantFrom('cow', 'moon', 'hop', 'é2', 'a-b');
const decimal = fc.integer({ min: -5000, max: 5000 }).map((tenths) => String(tenths / 10));
const positive = fc.integer({ min: 0, max: 900 }).map((tenths) => String(tenths / 10));
const duration = positive.map((seconds) => `${seconds}s`);
const text = fc.string({ maxLength: 20 }).map((raw) => `"${raw.replace(/[\\"]/g, '\\$&').replace(/[\n\r]/g, '\\n')}"`);
const color = fc.constantFrom('#fff', '#fde68a', 'gold');

const joined = (...parts: fc.Arbitrary<string>[]) => fc.tuple(...parts).map((words) => words.filter(Boolean).join(' '));
const word = (keyword: string) => fc.constant(keyword);
const maybe = (part: fc.Arbitrary<string>) => fc.option(part, { nil: '' });

const coordinate = fc.oneof(
  decimal,
  positive.map((share) => `${share}%`),
  decimal.map((pixels) => `${pixels}px`),
);
const point = fc.array(coordinate, { minLength: 2, maxLength: 3 }).map((axes) => `(${axes.join(', ')})`);
const relation = fc.constantFrom('above', 'below', 'left-of', 'right-of', 'inside', 'in-front-of', 'behind');
const place = fc.oneof(
  point,
  plainName,
  joined(relation, plainName),
  joined(relation, plainName, word('by'), positive),
);

const cue = fc.oneof(
  plainName,
  fc.tuple(plainName, fc.constantFrom('.moon', ".don't", '."24/7"', '.the#2', '#3')).map((parts) => parts.join('')),
);
const shift = fc.oneof(word(''), joined(fc.constantFrom('+', '-'), duration));
const time = fc.oneof(
  joined(word('at'), duration, shift),
  joined(fc.constantFrom('on', 'after', 'with'), cue, shift),
  joined(maybe(word('at')), duration, fc.constantFrom('before', 'after'), cue, shift),
);

const bezier = fc
  .array(decimal, { minLength: 4, maxLength: 4 })
  .map((numbers) => `cubic-bezier(${numbers.join(', ')})`);
const ease = joined(word('ease'), fc.oneof(fc.constantFrom('linear', 'in-out-cubic'), bezier));
const clause = fc.oneof(
  ease,
  time,
  joined(fc.constantFrom('over', 'for'), duration),
  joined(fc.constantFrom('by', 'scale', 'opacity', 'size', 'count'), positive),
  joined(fc.constantFrom('color', 'highlight'), color),
  joined(fc.constantFrom('is', 'as', 'facing', 'along'), name),
  joined(fc.constantFrom('to', 'from', 'at'), place),
  joined(word('through'), point, maybe(place)),
  joined(word('labelled'), text),
  word('colors { body #fff  spots gold }'),
  fc.constantFrom('in', 'out'),
);
const clauses = fc.array(clause, { maxLength: 3 }).map((all) => all.join(' '));

const leaf = fc.oneof(
  word('stage 1280 x 720'),
  joined(word('seed'), positive),
  joined(word('length'), duration),
  joined(fc.constantFrom('actor', 'move', 'fade', 'turn', 'emit', 'light', 'apply', 'beat'), name, clauses),
  joined(word('material'), name, word('is matte'), word('{ roughness 0.4 }')),
  joined(fc.constantFrom('say', 'text'), name, text, clauses),
  joined(word('animate'), name, plainName),
  joined(word('camera push-in'), maybe(place)),
);

const { statement } = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof({ maxDepth: 4 }, leaf, tie('block')),
  block: joined(
    fc.oneof(time, fc.constantFrom('sequence', 'parallel', 'repeat 3', 'only 2d')),
    fc.array(tie('statement'), { maxLength: 4 }).map((body) => `{\n${body.join('\n')}\n}`),
  ),
}));

/** A whole script that `read` understands without complaint. */
export const randomScript = fc
  .array(statement, { maxLength: 8 })
  .map((body) => `scene "Random" {\n${body.join('\n')}\n}\n`);
