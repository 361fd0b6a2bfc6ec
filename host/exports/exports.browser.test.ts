import { ALL_FORMATS, BufferSource, Input } from 'mediabunny';
import { describe, expect, it } from 'vitest';
import { ensureStudio } from '../cli/studio-build.ts';
import { testHost } from '../fixtures/test-host.ts';

const SCRIPT =
  'scene "Spoken" {\n  actor star is moon at (400, 300)\n  say line "The cow jumps over the moon" at 0.5s\n}\n';

describe('a film over the API', () => {
  it('is drawn, spoken and fetched', async () => {
    await using host = await testHost({ studioDir: await ensureStudio(() => undefined) });
    const payload = { script: SCRIPT, format: 'webm', width: 160, height: 90, fps: 5, to_ms: 2000 };
    const { export_id } = (await host.app.inject({ method: 'POST', url: '/v2/exports', payload })).json();
    const state = async () => (await host.app.inject({ url: `/v2/exports/${export_id}` })).json();
    await expect.poll(async () => (await state()).state, { timeout: 90_000, interval: 100 }).toBe('done');
    expect(await state()).toMatchObject({ progress: { done: 10, frames: 10 }, error: null });
    const file = await host.app.inject({ url: `/v2/exports/${export_id}/file` });
    expect(file.headers['content-type']).toBe('video/webm');
    const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(file.rawPayload) });
    expect(await (await input.getPrimaryVideoTrack())?.getCodec()).toBe('vp9');
    expect(await (await input.getPrimaryAudioTrack())?.getCodec()).toBe('opus');
    expect(await input.computeDuration()).toBeCloseTo(2, 1);
  });

  it('that is no longer wanted ends at once and leaves nothing', async () => {
    await using host = await testHost({ studioDir: await ensureStudio(() => undefined) });
    const payload = { script: `${SCRIPT.slice(0, -2)}  length 60s\n}\n`, format: 'webm', width: 320, height: 180 };
    const { export_id } = (await host.app.inject({ method: 'POST', url: '/v2/exports', payload })).json();
    const url = `/v2/exports/${export_id}`;
    await expect.poll(async () => (await host.app.inject({ url })).json().state, { timeout: 30_000 }).toBe('running');
    expect((await host.app.inject({ method: 'DELETE', url })).statusCode).toBe(200);
    expect((await host.app.inject({ url })).statusCode).toBe(404);
  });
});
