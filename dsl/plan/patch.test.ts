import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, invert, type Operation } from './patch.ts';
import { pointer, tokensOf } from './pointer.ts';
import { squash } from './squash.ts';

const NAMES = ['a', 'b', 'a/b', 'm~n', '', 'list'];
const document = fc.object({
  key: fc.constantFrom(...NAMES),
  maxDepth: 3,
  values: [fc.integer(), fc.boolean(), fc.constant(null)],
});
const operation: fc.Arbitrary<Operation> = fc.record({
  op: fc.constantFrom('add', 'replace', 'remove'),
  path: fc.array(fc.constantFrom(...NAMES, '0', '1', '-'), { maxLength: 3 }).map((tokens) => pointer(...tokens)),
  value: fc.oneof(fc.integer(), document, fc.array(fc.integer(), { maxLength: 3 })),
});

/** Applies what applies, and says what did. */
function run(start: unknown, operations: readonly Operation[]) {
  let value = start;
  const applied = operations.filter((each) => {
    const result = apply(value, each);
    if (result.ok) value = result.value;
    return result.ok;
  });
  return { value, applied };
}

describe('patches', () => {
  it('P19 applies add, replace and remove, sharing what has not changed and leaving the document alone', () => {
    const before = { actors: { cow: { x: 1 } }, other: { deep: [1, 2] } };
    const copy = structuredClone(before);
    const after = apply(before, { op: 'replace', path: '/actors/cow/x', value: 2 });
    expect(after).toEqual({ ok: true, value: { actors: { cow: { x: 2 } }, other: { deep: [1, 2] } } });
    expect(after.ok && after.value.other).toBe(before.other);
    expect(before).toEqual(copy);
    expect(apply(before, { op: 'add', path: '/other/deep/-', value: 3 })).toMatchObject({
      value: { other: { deep: [1, 2, 3] } },
    });
    expect(apply(before, { op: 'remove', path: '/other/deep/0' })).toMatchObject({ value: { other: { deep: [2] } } });
  });

  it.each([
    ['replace', '/actors/dog/x'],
    ['remove', '/actors/dog'],
    ['add', '/nowhere/cow'],
    ['add', '/list/9'],
    ['replace', '/list/-'],
  ] as const)('P19 answers %s at %s, where nothing is, with an error value', (op, path) => {
    const result = apply({ actors: {}, list: [1] }, { op, path, value: 1 });
    expect(result).toMatchObject({ ok: false, code: 'patch/no-such-path' });
  });

  it.each(['/__proto__/polluted', '/actors/constructor/prototype/x', 'actors', '/a~2b'])(
    'P21 refuses %s, which points into a prototype or nowhere',
    (path) => {
      expect(apply({ actors: {} }, { op: 'add', path, value: 1 })).toMatchObject({
        ok: false,
        code: 'patch/bad-pointer',
      });
    },
  );

  it('P21 spells any name as a pointer and back', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (tokens) => {
        fc.pre(!tokens.some((token) => ['__proto__', 'prototype', 'constructor'].includes(token)));
        expect(tokensOf(pointer(...tokens))).toEqual(tokens);
      }),
    );
  });

  it('P19 undoes any operation by its inverse', () => {
    fc.assert(
      fc.property(document, operation, (start, change) => {
        const after = apply<unknown>(start, change);
        const undo = invert(start, change);
        expect(undo.ok).toBe(after.ok);
        if (after.ok && undo.ok) expect(apply(after.value, undo.value)).toEqual({ ok: true, value: start });
      }),
      { numRuns: 1000 },
    );
  });

  it('P20 squashes operations into no more that do the same', () => {
    fc.assert(
      fc.property(document, fc.array(operation, { maxLength: 14 }), (start, operations) => {
        const { value, applied } = run(start, operations);
        const short = squash(applied);
        expect(short.length).toBeLessThanOrEqual(applied.length);
        const again = run(start, short);
        expect(again.applied.length).toBe(short.length);
        expect(JSON.stringify(again.value)).toBe(JSON.stringify(value));
      }),
      { numRuns: 1500 },
    );
  });

  it('P20 keeps only the last of many changes to one place', () => {
    const moves = [1, 2, 3].map((value): Operation => ({ op: 'replace', path: '/a/x', value }));
    expect(squash([{ op: 'add', path: '/a', value: { x: 0 } }, ...moves])).toEqual([
      { op: 'add', path: '/a', value: { x: 0 } },
      { op: 'replace', path: '/a/x', value: 3 },
    ]);
    expect(squash([...moves, { op: 'remove', path: '/a' }])).toEqual([{ op: 'remove', path: '/a' }]);
  });
});
