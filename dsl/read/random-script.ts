import fc from 'fast-check';
import {
  amount,
  bracketed,
  clauses,
  color,
  ease,
  joined,
  maybe,
  name,
  path,
  place,
  plainName,
  point,
  positive,
  share,
  stillClauses,
  text,
  time,
  value,
  word,
} from './random-words.ts';

/*
 * Random scripts that follow the grammar, for property tests. They need not make sense: names may be unknown, clauses
 * may not fit.
 */
const entries = fc
  .array(joined(fc.constantFrom('roughness', 'fish', 'water', 'size', 'color'), value), { maxLength: 3 })
  .map((all) => `{ ${all.join(' ')} }`);

const leaf = fc.oneof(
  word('stage 1280 x 720'),
  joined(fc.constantFrom('seed', 'length', 'wait'), amount),
  joined(fc.constantFrom('actor', 'move', 'fade', 'turn', 'emit', 'light', 'apply', 'beat'), name, clauses),
  joined(fc.constantFrom('orbit', 'reveal', 'sound', 'transition', 'image', 'model'), name, clauses),
  joined(fc.constantFrom('let', 'param'), name, word('be'), value),
  joined(fc.constantFrom('material', 'use'), name, stillClauses, maybe(entries)),
  word('lyrics line { ball bouncing highlight #fde68a at (1, 2) }'),
  joined(fc.constantFrom('say', 'text', 'annotate'), name, text, clauses),
  joined(word('animate'), name, plainName),
  joined(word('draw'), name, fc.constantFrom('circle', 'path', 'line'), clauses),
  joined(
    word('change'),
    path,
    fc.constantFrom('color', 'scale', 'strength', 'width'),
    word('to'),
    fc.oneof(positive, bracketed, color, text, place),
  ),
  joined(word('camera push-in'), maybe(place)),
  joined(word('camera roll by'), positive),
  joined(word('series'), text, word('points'), point, maybe(point)),
  joined(fc.constantFrom('slice', 'bar'), text, amount, maybe(joined(word('color'), color))),
  joined(word('when'), fc.constantFrom('click cow', 'key "r"'), maybe(word('from lit')), word('go dark')),
);

const property = fc.oneof(
  joined(fc.constantFrom('scale', 'opacity', 'strength', 'petals', 'zoom'), value),
  joined(fc.constantFrom('position', 'focus'), place),
  ease,
);
const keyframe = joined(
  word('at'),
  fc.oneof(share, bracketed),
  fc.array(property, { maxLength: 3 }).map((all) => all.join(' ')),
);

/** Blocks in one line and in many. */
const braces = (statements: fc.Arbitrary<string>) =>
  fc
    .tuple(fc.array(statements, { maxLength: 4 }), fc.boolean())
    .map(([body, isFlat]) => (isFlat ? `{ ${body.join('  ')} }` : `{\n${body.join('\n')}\n}`));

const { statement } = fc.letrec<{ statement: string; block: string }>((tie) => ({
  statement: fc.oneof({ maxDepth: 4 }, leaf, tie('block')),
  block: fc.oneof(
    joined(fc.oneof(time, fc.constantFrom('only 2d', 'repeat 3')), braces(tie('statement'))),
    joined(
      fc.constantFrom('sequence', 'parallel', 'stagger 120ms', 'repeat (2 * i)'),
      maybe(time),
      braces(tie('statement')),
    ),
    joined(
      fc.constantFrom('group', 'prefab', 'chart', 'states', 'state'),
      name,
      stillClauses,
      braces(tie('statement')),
    ),
    joined(word('for i from'), positive, word('to'), amount, maybe(word('by 2')), braces(tie('statement'))),
    joined(
      word('keyframes'),
      path,
      maybe(time),
      braces(fc.oneof(keyframe, joined(word('for i from 1 to 3'), braces(keyframe)))),
    ),
  ),
}));

/** A whole script that `read` understands without complaint. */
export const randomScript = fc
  .array(statement, { maxLength: 8 })
  .map((body) => `scene "Random" {\n${body.join('\n')}\n}\n`);
