import { describe, expect, it } from 'vitest';
import { readAnswer } from './answer.ts';

/** What OpenClaw 2026.9.6 wrote, against a server on this machine; shortened. */
const failed = (message: string, kind: string): string =>
  JSON.stringify({
    ok: false,
    status: kind === 'timeout' ? 'timeout' : 'error',
    final: '',
    payloads: [{ text: `⚠️ ${message}`, mediaUrl: null, isError: true }],
    model: null,
    provider: null,
    sessionId: '5a18c3ea-413b-4f4a-b148-9dc992dc2963',
    error: { message, kind },
  });

describe('what OpenClaw writes', () => {
  it.each([
    [
      'agent exec',
      { ok: true, status: 'ok', final: 'scene', payloads: [{ text: 'scene' }], usage: { input: 12, output: 9 } },
    ],
    [
      'agent --local',
      { payloads: [{ text: 'scene', mediaUrl: null }], meta: { agentMeta: { usage: { input: 12, output: 9 } } } },
    ],
  ])('is its answer and what it cost, by %s', (_command, said) => {
    expect(readAnswer(JSON.stringify(said, null, 2))).toEqual({ text: 'scene', input_tokens: 12, output_tokens: 9 });
  });

  it.each([
    [
      '⚠️ local/m request failed (authentication failed, HTTP 401). Re-authenticate the provider and try again.',
      'exception',
      'key-refused',
    ],
    ['Request timed out before a response was generated. Please try again.', 'timeout', 'engine-timeout'],
    ["Agent couldn't generate a response.", 'fallback_exhausted', 'answer-empty'],
    ['No route-compatible authentication source is configured for openai.', 'exception', 'openclaw-failed'],
  ])('is a failure: %s', (message, kind, code) => {
    const why = expect.objectContaining({ code, message: expect.stringContaining(message) });
    expect(() => readAnswer(failed(message, kind))).toThrow(why);
  });
});
