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
    const turn = { session_id: 's', prompt: 'x', capabilities: { mode: '2d' } } as const;
    await expect(host.orchestrate(turn)).rejects.toMatchObject({
      code: 'prompt_too_long',
      status: 422,
      cure: expect.stringContaining('4000'),
    });
  });

  it('says to which revision a conflicting turn should be moved', async () => {
    const { host } = client(() => answer(409, { detail: { error: 'revision_conflict', expected_revision: 5 } }));
    const turn = { session_id: 's', prompt: 'x', capabilities: { mode: '2d' } } as const;
    await expect(host.orchestrate(turn)).rejects.toMatchObject({ expectedRevision: 5 });
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
