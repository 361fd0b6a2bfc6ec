import { describe, expect, it } from 'vitest';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

const report = (host: TestHost, warnings: unknown) =>
  host.app.inject({ method: 'POST', url: '/v2/renderers/warnings', payload: { warnings } as object });
const counted = async (host: TestHost) =>
  (await host.app.inject({ url: '/metrics' })).body
    .split('\n')
    .filter((line) => line.startsWith('opencommotion_renderer_warnings_total{'));

describe('what renderers in browsers could not honour', () => {
  it('S3 is a metric by its code', async () => {
    await using host = await testHost();
    const refused = { code: 'renderer.three/shader-refused', message: 'drawn plain' };
    expect((await report(host, [refused])).json()).toEqual({ ok: true });
    await report(host, [refused, { code: 'studio/slow-pictures', message: '80 ms' }]);
    expect(await counted(host)).toEqual([
      'opencommotion_renderer_warnings_total{code="renderer.three/shader-refused"} 2',
      'opencommotion_renderer_warnings_total{code="studio/slow-pictures"} 1',
    ]);
  });
  it('S3 cannot fill the metrics with codes that somebody made up', async () => {
    await using host = await testHost();
    for (let at = 0; at < 12; at += 1) {
      const made = Array.from({ length: 20 }, (_, each) => ({ code: `studio/made-up-${at}-${each}`, message: '' }));
      await report(host, made);
    }
    expect((await counted(host)).length).toBeLessThanOrEqual(101);
  });
  it.each([[[]], [[{ code: 'rm -rf', message: '' }]], ['no list'], [[{ code: 'studio/x', message: 'x'.repeat(501) }]]])(
    '%j is refused',
    async (warnings) => {
      await using host = await testHost();
      expect((await report(host, warnings)).statusCode).toBe(422);
    },
  );
});
