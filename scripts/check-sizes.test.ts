import { describe, expect, it } from 'vitest';
import { checkSizes } from './check-sizes.ts';

const lines = (count: number): string => 'export const x = 1;\n'.repeat(count);
const problems = (path: string, text: string): readonly string[] => checkSizes([{ path, text }]).problems;

describe('the size check', () => {
  it('measures all files together', () => {
    const files = [10, 20, 30].map((count, index) => ({ path: `dsl/f${index}.ts`, text: lines(count) }));
    expect(checkSizes(files)).toMatchObject({ files: 3, median: 20, longest: 30, problems: [] });
  });

  it('stops a file of more than 400 lines and says what to do', () => {
    const short = Array.from({ length: 40 }, (_, index) => ({ path: `dsl/f${index}.ts`, text: lines(10) }));
    const report = checkSizes([...short, { path: 'dsl/long.ts', text: lines(401) }]);
    expect(report.problems).toEqual([expect.stringMatching(/^dsl\/long\.ts has 401 lines; .*two ideas/)]);
  });

  it('names the long ones when one in twenty is over 250 lines', () => {
    const files = Array.from({ length: 20 }, (_, index) => ({
      path: `dsl/f${index}.ts`,
      text: lines(index === 3 ? 251 : 10),
    }));
    expect(checkSizes(files).problems).toEqual([expect.stringContaining('dsl/f3.ts')]);
  });

  it.each(['dsl/plan/utils.ts', 'host/types.ts', 'studio/helpers/draw.ts', 'host/common.test.ts'])(
    'refuses the name %s',
    (path) => {
      expect(problems(path, lines(1))).toEqual([expect.stringContaining('does not say what is inside')]);
    },
  );

  it('refuses a barrel, but lets the two doors re-export', () => {
    const barrel = "export * from './a.ts';\nexport { b } from './b.ts';\n";
    expect(problems('host/turns/all.ts', barrel)).toEqual([expect.stringContaining('only re-exports')]);
    expect(problems('dsl/index.ts', barrel)).toEqual([]);
  });

  it('keeps index.ts for doors and plugin entries', () => {
    expect(problems('host/turns/index.ts', lines(1))).toEqual([expect.stringContaining('index.ts is kept')]);
    expect(problems('plugins/voice/espeak/index.ts', lines(1))).toEqual([]);
  });
});
