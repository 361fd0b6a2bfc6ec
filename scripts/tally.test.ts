import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { addTallies, readTally, talliedLine } from './tally.ts';

const folder = mkdtempSync(join(tmpdir(), 'tally-'));
afterAll(() => rmSync(folder, { recursive: true }));

function report(
  counts: { passed?: number; failed?: number; pending?: number; todo?: number },
  files: unknown[] = [],
): string {
  const path = join(folder, 'report.json');
  const { passed = 0, failed = 0, pending = 0, todo = 0 } = counts;
  const totals = { numPassedTests: passed, numFailedTests: failed, numPendingTests: pending, numTodoTests: todo };
  writeFileSync(path, JSON.stringify({ ...totals, testResults: files }));
  return path;
}

describe('the tally of a test run', () => {
  it('takes its figures from the report', () => {
    expect(readTally(report({ passed: 5, pending: 1, todo: 1 }), true)).toEqual({ passed: 5, failed: 0, skipped: 2 });
  });

  it.each([
    ['be loaded', []],
    ['be set up', [{ status: 'skipped' }]],
  ])('counts a file that could not %s as a failure', (_story, assertionResults) => {
    const files = [{ status: 'failed', assertionResults }];
    expect(readTally(report({ passed: 5 }, files), false).failed).toBe(1);
  });

  it('counts a file with failed tests by its tests', () => {
    const files = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] }];
    expect(readTally(report({ passed: 1, failed: 1 }, files), false).failed).toBe(1);
  });

  it('never calls a run good that ended badly', () => {
    expect(readTally(report({ passed: 5 }), false).failed).toBe(1);
    expect(readTally(join(folder, 'none.json'), false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('is said in one line, the skipped ones only where there are any', () => {
    const sum = addTallies({ passed: 1, failed: 2, skipped: 0 }, { passed: 3, failed: 0, skipped: 4 });
    expect(talliedLine(sum)).toBe('4 passed, 2 failed, 4 skipped');
    expect(talliedLine({ ...sum, skipped: 0 })).toBe('4 passed, 2 failed');
  });
});
