import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readData } from './read-data.ts';

describe('data files', () => {
  it('C26 are rows of a name or x, and a column for each series', () => {
    const table = {
      series: ['Cloud', 'Own'],
      rows: [
        { name: '2020', x: 2020, values: [12, 20] },
        { name: '2021', x: 2021, values: [18, 19] },
      ],
    };
    expect(readData('a.csv', 'year,Cloud,Own\n2020,12,20\n2021,18,19\n')).toEqual(table);
    expect(readData('a.csv', '\ufeffyear;Cloud;Own\r\n2020;12;20\r\n\r\n2021;18;19')).toEqual(table);
    expect(readData('a.json', '[["year","Cloud","Own"],[2020,12,20],[2021,18,19]]')).toEqual(table);
    expect(readData('a.json', '[{"x":2020,"Cloud":12,"Own":20},{"Own":19,"Cloud":18,"x":2021}]')).toEqual(table);
    expect(readData('a.csv', 'Bread,34%\nMilk,20%')).toMatchObject({
      series: ['Series 1'],
      rows: [{ values: [34] }, {}],
    });
  });

  it.each([
    ['a.csv', '  \n', null],
    ['a.csv', 'year,users\n2020,12\n2021,many\n', 3],
    ['a.csv', 'year,users\n2020,12\n2021,18,3\n', 3],
    ['a.csv', 'alone\n1\n2', 1],
    ['a.csv', 'x,y\n1,\n', 2],
    ['a.json', '{"a": 1}', null],
    ['a.json', '[]', null],
    ['a.json', '[\n[1, 2],\n[2, 3\n', 4],
    ['a.json', '[\n{"x": 1, "y": 2},\n{"x": 2}\n]', 3],
    ['a.json', `[\n${'['.repeat(100_000)}`, 2],
    ['a.csv', `x,y\n${'1,2\n'.repeat(3000)}`, null],
    ['a.csv', `${'1,'.repeat(600_000)}1`, null],
  ])('C26 that cannot be shown say why, and in which line: %s %#', (path, text, line) => {
    expect(readData(path, text)).toMatchObject({ line, why: expect.any(String) });
  });

  it('C26 of any content are read or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom('a.csv', 'a.json'), fc.oneof(fc.string(), fc.json()), (path, text) => {
        const result = readData(path, text);
        if ('rows' in result) for (const { values } of result.rows) expect(values.every(Number.isFinite)).toBe(true);
      }),
    );
  });
});
