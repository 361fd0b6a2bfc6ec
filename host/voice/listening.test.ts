import { describe, expect, it } from 'vitest';
import { encodeWav } from '../../plugins/contract/index.ts';
import type { Config } from '../config.ts';
import { manifestText, voiceSource, writePlugins } from '../fixtures/plugin-folder.ts';
import { type TestHost, testHost } from '../fixtures/test-host.ts';

const hearing = (stt: string, requireReal = false): Partial<Config> => ({
  voice: { tts: 'metronome', stt, requireReal },
});
const SOUND = encodeWav(new Int16Array(4_000), 8_000);

async function transcribe(host: TestHost, audio: Uint8Array | null, hint?: string) {
  const form = new FormData();
  if (audio !== null) form.set('audio', new Blob([new Uint8Array(audio)]), 'recording');
  if (hint !== undefined) form.set('hint', hint);
  const request = new Request('http://host/', { method: 'POST', body: form });
  const answer = await host.app.inject({
    method: 'POST',
    url: '/v1/voice/transcribe',
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: answer.statusCode, body: answer.json() };
}

/** A voice that only listens, from the source of its `transcribe`. */
async function listener(id: string, source: string, probe?: string): Promise<string> {
  return writePlugins({
    [id]: {
      'manifest.json': manifestText({ id, capabilities: ['transcribe'] }),
      'index.mjs': voiceSource({ transcribe: source, ...(probe === undefined ? {} : { probe }) }),
    },
  });
}
const SAYS_HELLO = `async ({ audio, hint }) => ({ text: 'hello ' + (hint ?? 'you'), engine: 'ear', real: true, warnings: [],
  words: [{ offset: 0, length: 5, start_ms: 10.4, end_ms: audio.length / 32 }] })`;

describe('POST /v1/voice/transcribe', () => {
  it('answers with the text, its words and who heard it', async () => {
    const path = await listener('ear', SAYS_HELLO);
    await using host = await testHost({ ...hearing('ear'), pluginPaths: [path] });
    const { status, body } = await transcribe(host, SOUND, 'moon');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ok: true,
      transcript: {
        text: 'hello moon',
        words: [{ word: 'hello', start_ms: 10, end_ms: expect.any(Number) }],
        duration_ms: 500,
        engine: 'ear',
        real: true,
        degrade_notes: [],
      },
      warnings: [],
    });
  });

  it.each([
    ['nothing', null],
    ['an empty file', new Uint8Array()],
  ])('of %s is 400 empty_audio_payload', async (_what, audio) => {
    await using host = await testHost(hearing('auto'));
    const { status, body } = await transcribe(host, audio, 'hello');
    expect([status, body.detail.error]).toEqual([400, 'empty_audio_payload']);
  });

  it.each([
    ['JSON', 'application/json', '{}', 400, 'empty_audio_payload'],
    ['a form without its boundary', 'multipart/form-data', 'x', 400, 'bad_request'],
    [
      'half a form',
      'multipart/form-data; boundary=b',
      '--b\r\ncontent-disposition: form-data; name="audio"; fil',
      400,
      'bad_request',
    ],
  ])('of %s is a clear error', async (_what, type, payload, status, error) => {
    await using host = await testHost(hearing('auto'));
    const answer = await host.app.inject({
      method: 'POST',
      url: '/v1/voice/transcribe',
      headers: { 'content-type': type },
      payload,
    });
    expect([answer.statusCode, answer.json().detail.error]).toEqual([status, error]);
  });

  it('falls to the next of the policy where one fails, and says so by name', async () => {
    const paths = [
      await listener('deaf', "async () => { throw new Error('deaf'); }"),
      await listener('ear', SAYS_HELLO),
    ];
    await using host = await testHost({ ...hearing('deaf,ear'), pluginPaths: paths });
    const { body } = await transcribe(host, SOUND);
    expect(body.transcript).toMatchObject({ text: 'hello you', degrade_notes: ['hearing: ear instead of deaf'] });
    expect(body.warnings[0]).toMatchObject({ code: 'host/plugin-failed' });
  });

  it('does not wait for one that is not ready', async () => {
    const unready = "async () => ({ ready: false, detail: 'no model', version: null })";
    const paths = [await listener('idle', 'async () => { for (;;); }', unready), await listener('ear', SAYS_HELLO)];
    await using host = await testHost({ ...hearing('idle,ear'), pluginPaths: paths });
    expect((await transcribe(host, SOUND)).body.warnings[0].message).toContain('no model');
  });

  it('in strict mode is 503 where only a stand-in could answer', async () => {
    const path = await listener('parrot', SAYS_HELLO.replace('real: true', 'real: false'));
    await using host = await testHost({ ...hearing('parrot', true), pluginPaths: [path] });
    const { status, body } = await transcribe(host, SOUND, 'hello');
    expect([status, body.detail.error]).toEqual([503, 'stt_engine_unavailable']);
    expect(body.detail.reasons[0].message).toMatch(/stand-in/);
  });
});
