import { describe, expect, it } from 'vitest';
import { readEvents } from './events.ts';

/** Lines that Codex 0.169.0 wrote, against a server on this machine; shortened. */
const BEGIN = [
  '{"type":"thread.started","thread_id":"01a209da-8dbd-7853-afec-f75dd696b83a"}',
  '{"type":"item.completed","item":{"id":"item_0","type":"error","message":"Model metadata for `m` not found. Defaulting to fallback metadata."}}',
  '{"type":"turn.started"}',
];
const DONE =
  '{"type":"turn.completed","usage":{"input_tokens":1200,"cached_input_tokens":0,"cache_write_input_tokens":0,"output_tokens":90,"reasoning_output_tokens":0}}';
const message = (text: string): string =>
  JSON.stringify({ type: 'item.completed', item: { id: 'item_1', type: 'agent_message', text } });
const read = (...lines: readonly string[]) => readEvents([...BEGIN, ...lines].map((line) => `${line}\n`).join(''));

describe('what Codex writes', () => {
  it('is its last message, and what it cost', () => {
    expect(read(message('I begin.'), message('scene "A" {}'), DONE)).toEqual({
      text: 'scene "A" {}',
      input_tokens: 1200,
      output_tokens: 90,
    });
  });

  it('is an answer though it had to connect anew, and though events are new to us', () => {
    const anew = '{"type":"error","message":"Reconnecting... 1/5 (stream disconnected before completion)"}';
    expect(read(anew, '{"type":"item.updated","item":7}', message('scene'), DONE).text).toBe('scene');
  });

  it.each([
    ['unexpected status 401 Unauthorized: told to fail, url: http://127.0.0.1:44333/v1/responses', 'key-refused'],
    ['exceeded retry limit, last status: 429 Too Many Requests', 'rate-limited'],
    ['unexpected status 404 Not Found: no such model', 'not-found'],
    ['We’re currently experiencing high demand, which may cause temporary errors.', 'codex-failed'],
    ['stream disconnected before completion: Transport error: network error', 'codex-failed'],
  ])('is a failure: %s', (said, code) => {
    const lines = [
      JSON.stringify({ type: 'error', message: `Reconnecting... 5/5 (${said})` }),
      JSON.stringify({ type: 'error', message: said }),
      JSON.stringify({ type: 'turn.failed', error: { message: said } }),
    ];
    expect(() => read(...lines)).toThrow(expect.objectContaining({ code, message: expect.stringContaining(said) }));
  });
});
