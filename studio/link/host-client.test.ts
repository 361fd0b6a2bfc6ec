import { describe, expect, it } from 'vitest';
import { HostClient } from './host-client.ts';

const answer = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });

function client(respond: (url: string, init: RequestInit) => Response, key: string | null = null) {
  let refusals = 0;
  const host = new HostClient(
    new URL('http://host.test/studio/'),
    {
      key: () => key,
      refused: () => {
        refusals += 1;
      },
    },
    async (url, init) => respond(String(url), init ?? {}),
  );
  return { host, refusals: () => refusals };
}

const turn = { session_id: 's', prompt: 'x', capabilities: { mode: '2d' } } as const;
const deaf = { progressed: () => undefined, wrote: () => undefined };

const inPieces = (bytes: Uint8Array, size: number): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });

describe('the host client', () => {
  it('asks for no other key because of a request that set out before this one was given', async () => {
    let key: string | null = null;
    let refusals = 0;
    const access = {
      key: () => key,
      refused: () => {
        refusals += 1;
      },
    };
    const host = new HostClient(new URL('http://host.test/'), access, async () => {
      key = 'given while the request was under way';
      return answer(401, { detail: { error: 'invalid_api_key' } });
    });
    await expect(host.examples()).rejects.toThrow();
    expect(refusals).toBe(0);
    await expect(host.examples()).rejects.toThrow();
    expect(refusals).toBe(1);
  });

  it('sends the key as a header, never in an address', async () => {
    let seen: { url: string; key: string | null } | null = null;
    const { host } = client((url, init) => {
      seen = { url, key: new Headers(init.headers).get('x-api-key') };
      return answer(200, { examples: [] });
    }, 'secret');
    await host.examples();
    expect(seen).toEqual({ url: 'http://host.test/studio/v2/examples', key: 'secret' });
  });

  it('tells code, message and cure of a refusal', async () => {
    const { host } = client(() => answer(422, { detail: { error: 'prompt_too_long', max_chars: 4000 } }));
    await expect(host.orchestrate(turn, deaf)).rejects.toMatchObject({
      code: 'prompt_too_long',
      status: 422,
      cure: expect.stringContaining('4000'),
    });
  });

  it('follows a turn to its envelope, however the stream is cut', async () => {
    const envelope = { session_id: 's', scene_id: 's', turn_id: 't', revision: 1, text: 'Hi', script: 'scene' };
    const events = [
      ['progress', { stage: 'writing', repair: 0, progress: 0.05, detail: 'It is written.' }],
      ['script', { text: 'one\ntwo\n' }],
      ['restart', {}],
      ['script', { text: 'one ä\n' }],
      ['done', envelope],
    ] as const;
    const text = events
      .map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
      .join(': a comment\n\n');
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 7, bytes.length]) {
      const { host } = client(() => new Response(inPieces(bytes, size)));
      const told: unknown[] = [];
      const watch = {
        progressed: ({ stage }: { stage: string }) => told.push(stage),
        wrote: (lines: number) => told.push(lines),
      };
      expect(await host.orchestrate(turn, watch)).toMatchObject({ turn_id: 't' });
      expect(told).toEqual(['writing', 2, 0, 1]);
    }
  });

  it.each([
    [
      'an error',
      'event: error\ndata: {"status":502,"detail":{"error":"provider_failed","message":"No."}}\n\n',
      'provider_failed',
    ],
    ['silence', ': nothing\n\n', 'studio/turn-broken-off'],
    ['an envelope that does not fit', 'event: done\ndata: {"a":1}\n\n', 'studio/turn-broken-off'],
    ['what is no JSON', 'event: done\ndata: {\n\n', 'studio/turn-broken-off'],
  ])('names a stream that ends with %s', async (_what, text, code) => {
    const { host } = client(() => new Response(text));
    await expect(host.orchestrate(turn, deaf)).rejects.toMatchObject({ code });
  });

  it('says to which revision a conflicting turn should be moved', async () => {
    const { host } = client(() => answer(409, { detail: { error: 'revision_conflict', expected_revision: 5 } }));
    await expect(host.orchestrate(turn, deaf)).rejects.toMatchObject({ expectedRevision: 5 });
  });

  it('reports a missing key once per refusal', async () => {
    const { host, refusals } = client(() => answer(401, { detail: { error: 'invalid_api_key' } }));
    await expect(host.examples()).rejects.toMatchObject({ code: 'invalid_api_key' });
    expect(refusals()).toBe(1);
  });

  it('trusts no answer that does not fit', async () => {
    const { host } = client(() => answer(200, { examples: [{ name: 1 }] }));
    await expect(host.examples()).rejects.toMatchObject({ code: 'studio/unexpected-answer' });
  });

  it('goes without a ticket where the host knows none', async () => {
    const { host } = client(() => answer(404, { detail: { error: 'not_found' } }));
    expect(await host.ticket()).toBeNull();
    expect(host.eventsUrl('t 1')).toBe('ws://host.test/studio/v2/events/ws?ticket=t+1');
  });
});
