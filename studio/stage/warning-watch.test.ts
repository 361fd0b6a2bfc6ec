import { describe, expect, it } from 'vitest';
import type { Warning } from '../../plugins/contract/index.ts';
import { WarningWatch } from './warning-watch.ts';

const refused: Warning = { code: 'renderer.ogl/shader-refused', message: 'drawn plain' };
const missing: Warning = { code: 'renderer.ogl/missing-file', message: 'boat.png is not there' };

function watched() {
  const told: Warning[] = [];
  return { told, watch: new WarningWatch((warning) => told.push(warning)) };
}

describe('what a renderer could not honour', () => {
  it('S3 is told once, however often it is said', () => {
    const { told, watch } = watched();
    for (const ms of [0, 1000, 2000, 9000]) watch.look(ms, () => [refused]);
    watch.look(10_000, () => [refused, missing]);
    expect(told).toEqual([refused, missing]);
  });
  it('S3 is asked for once a second, not with every picture', () => {
    const { watch } = watched();
    let asked = 0;
    for (let ms = 0; ms < 3000; ms += 16)
      watch.look(ms, () => {
        asked += 1;
        return [];
      });
    expect(asked).toBe(3);
  });
  it('S3 is not told while it passes by itself', () => {
    const { told, watch } = watched();
    watch.look(0, () => [{ code: 'renderer.ogl/still-loading', message: 'fonts' }]);
    expect(told).toEqual([]);
  });
});
