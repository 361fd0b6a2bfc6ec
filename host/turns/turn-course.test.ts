import { describe, expect, it, vi } from 'vitest';
import WebSocket from 'ws';
import { TOKENS } from '../container.ts';
import { createHost } from '../create-host.ts';
import { GOOD_SCRIPT, piecesOf, withProvider } from '../fixtures/odd-provider.ts';
import { listen, type TestHost, testHost } from '../fixtures/test-host.ts';
import { TurnArchive } from './turn-archive.ts';

const ask = async (host: TestHost, body: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}) => {
  const payload = { session_id: 's1', ...body };
  const answer = await host.app.inject({ method: 'POST', url: '/v2/orchestrate', payload, headers });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
};
const get = async (host: TestHost, url: string) => (await host.app.inject({ url })).json();
const cancel = async (host: TestHost, turnId: string) =>
  (await host.app.inject({ method: 'POST', url: `/v2/turns/${turnId}/cancel` })).json();

/** The events of an answer, in order. */
const eventsOf = (text: string): { readonly event: string; readonly data: Record<string, unknown> }[] =>
  text
    .split('\n\n')
    .filter((block) => block.startsWith('event: '))
    .map((block) => {
      const [event = '', data = ''] = block.split('\n');
      return { event: event.slice('event: '.length), data: JSON.parse(data.slice('data: '.length)) };
    });

const patient = { provider: { id: 'odd', allowFallback: false, timeoutMs: 10_000, maxRepairs: 2 } };
const NEVER = 'async function* () { await new Promise(() => undefined); }';
/** Fails until it is told what was wrong. */
const REPAIRING = `async function* (request) { ${piecesOf(`request.failed ? '${GOOD_SCRIPT}' : 'scene "x" { actr }'`)} }`;

describe('a turn that is streamed', () => {
  const stream = async (host: TestHost, payload: Record<string, unknown>) => {
    const answer = await host.app.inject({ method: 'POST', url: '/v2/orchestrate?stream=1', payload });
    expect(answer.headers['content-type']).toContain('text/event-stream');
    return eventsOf(answer.payload);
  };

  it('tells its stages with progress that only grows, its script, and its envelope at the end', async () => {
    await using host = await withProvider(REPAIRING, patient);
    const events = await stream(host, { session_id: 's1', prompt: 'x' });
    const stages = events.filter(({ event }) => event === 'progress').map(({ data }) => data);
    expect(stages.map(({ stage, repair }) => [stage, repair])).toEqual([
      ['requested', 0],
      ['writing', 0],
      ['checking', 0],
      ['repairing', 1],
      ['checking', 1],
      ['speaking', 1],
      ['composing', 1],
      ['done', 1],
    ]);
    const progress = stages.map(({ progress }) => Number(progress));
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(progress.at(-1)).toBe(1);
    const last = events.at(-1);
    expect(last?.event).toBe('done');
    const since = events.map(({ event }) => event).lastIndexOf('restart');
    const written = events.slice(since).filter(({ event }) => event === 'script');
    expect(written.map(({ data }) => data.text).join('')).toBe(last?.data.script);
  });

  it('ends with the error, its status and its code', async () => {
    await using host = await withProvider("async function* () { throw new Error('no'); }");
    const events = await stream(host, { session_id: 's1', prompt: 'x' });
    expect(events.at(-1)).toMatchObject({
      event: 'error',
      data: { status: 502, detail: { error: 'provider_failed', provider: 'odd' } },
    });
  });
});

describe('the voice of a turn', () => {
  it('begins with the first line while the last is still being written', async () => {
    const lines = ['scene "x" {', '  say one "One comes first" at 0s', '  say two "Two comes second" after one', '}'];
    const source = `async function* () {
      const [head, first, ...rest] = ${JSON.stringify(lines.map((line) => `${line}\n`))};
      yield { type: 'script', text: head + first };
      await new Promise((go) => { globalThis.goOnWriting = go; });
      ${piecesOf("rest.join('')")} }`;
    await using host = await withProvider(source, patient);
    const speak = vi.spyOn(host.house.resolve(TOKENS.desk), 'speak');
    const answer = ask(host, { prompt: 'x' });
    await vi.waitFor(() => expect(speak).toHaveBeenCalledWith('One comes first', null));
    (globalThis as { goOnWriting?: () => void }).goOnWriting?.();
    expect((await answer).body.text).toBe('One comes first Two comes second');
  });
});

describe('a turn that is cancelled', () => {
  it('ends its provider, is answered as cancelled, and saves nothing', async () => {
    const source = `async function* (request, signal) {
      await new Promise((_, no) => signal.addEventListener('abort', () => { globalThis.providerEnded = true; no(signal.reason); })); }`;
    await using host = await withProvider(source, patient);
    const answer = ask(host, { prompt: 'x', turn_id: 't1' });
    await vi.waitFor(async () => expect(await get(host, '/v2/turns/t1')).toMatchObject({ state: 'running' }));
    expect(await cancel(host, 't1')).toEqual({ turn_id: 't1', state: 'cancelled' });
    expect(await answer).toMatchObject({ status: 409, body: { detail: { error: 'turn_cancelled' } } });
    expect(globalThis).toMatchObject({ providerEnded: true });
    expect(await get(host, '/v2/scenes/s1')).toMatchObject({ detail: { error: 'scene_not_found' } });
    expect(await get(host, '/v2/turns/t1')).toMatchObject({ state: 'cancelled', error: { error: 'turn_cancelled' } });
  });

  it('and waits for its turn does not keep others waiting', async () => {
    await using host = await withProvider(
      `async function* ({ prompt }, signal) { if (prompt === 'stuck') await new Promise((_, no) => signal.addEventListener('abort', no)); ${piecesOf(`'${GOOD_SCRIPT}'`)} }`,
      patient,
    );
    const stuck = ask(host, { prompt: 'stuck', turn_id: 't1' });
    await vi.waitFor(async () => expect((await get(host, '/v2/turns')).turns).toHaveLength(1));
    const waiting = ask(host, { prompt: 'x', turn_id: 't2' });
    await vi.waitFor(async () => expect((await get(host, '/v2/turns')).turns).toHaveLength(2));
    await cancel(host, 't2');
    expect((await waiting).status).toBe(409);
    await cancel(host, 't1');
    await stuck;
    expect((await ask(host, { prompt: 'x' })).status).toBe(200);
  });

  it('stays what it was once it has ended', async () => {
    await using host = await testHost();
    await ask(host, { prompt: 'x', turn_id: 't1' });
    expect(await cancel(host, 't1')).toEqual({ turn_id: 't1', state: 'done' });
    expect(await cancel(host, 'unknown')).toMatchObject({ detail: { error: 'turn_not_found' } });
  });

  it('by its client going away ends its provider, too', async () => {
    await using host = await withProvider(
      `async function* (request, signal) { globalThis.providerSignal = signal; await new Promise((_, no) => signal.addEventListener('abort', no)); }`,
      patient,
    );
    const address = await listen(host);
    const gone = new AbortController();
    const answer = fetch(`${address}/v2/orchestrate`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ session_id: 's1', prompt: 'x' }),
      signal: gone.signal,
    });
    const signal = (): AbortSignal | undefined => (globalThis as { providerSignal?: AbortSignal }).providerSignal;
    await vi.waitFor(() => expect(signal()).toBeDefined());
    gone.abort();
    await expect(answer).rejects.toThrow();
    await vi.waitFor(() => expect(signal()?.aborted).toBe(true));
  });

  it('by the time it may take says so', async () => {
    await using host = await withProvider(NEVER, { ...patient, turnTimeoutMs: 50 });
    expect(await ask(host, { prompt: 'x' })).toMatchObject({
      status: 504,
      body: { detail: { error: 'turn_timeout' } },
    });
  });
});

describe('the same turn asked for twice', () => {
  it.each([
    ['turn_id', { turn_id: 'mine' }, {}],
    ['Idempotency-Key', {}, { 'idempotency-key': 'mine' }],
  ] as const)('by %s is answered once', async (_what, name, headers) => {
    await using host = await testHost();
    const publish = vi.spyOn(host.house.resolve(TOKENS.hub), 'publish');
    const [one, two] = await Promise.all([1, 2].map(() => ask(host, { prompt: 'x', ...name }, headers)));
    const three = await ask(host, { prompt: 'x', ...name }, headers);
    expect(two?.body).toEqual(one?.body);
    expect(three.body).toEqual(one?.body);
    expect(three.headers['idempotency-replayed']).toBe('true');
    expect(one?.body.revision).toBe(1);
    expect(publish).toHaveBeenCalledTimes(1);
  });

  it('with another prompt is refused', async () => {
    await using host = await testHost();
    await ask(host, { prompt: 'x', turn_id: 'mine' });
    expect(await ask(host, { prompt: 'y', turn_id: 'mine' })).toMatchObject({
      status: 422,
      body: { detail: { error: 'idempotency_key_reused' } },
    });
    expect((await ask(host, { prompt: 'y', turn_id: 'mine', session_id: 's2' })).status).toBe(200);
  });

  it('is done anew where it failed the first time', async () => {
    const source = `async function* () { globalThis.timesAsked = (globalThis.timesAsked ?? 0) + 1; if (globalThis.timesAsked === 1) throw new Error('no'); ${piecesOf(`'${GOOD_SCRIPT}'`)} }`;
    await using host = await withProvider(source);
    expect((await ask(host, { prompt: 'x', turn_id: 'mine' })).status).toBe(502);
    expect((await ask(host, { prompt: 'x', turn_id: 'mine' })).status).toBe(200);
  });

  it('is answered once across a restart of the host', async () => {
    await using host = await testHost({ runtime: { id: 'sqlite' } });
    const first = await ask(host, { prompt: 'x', turn_id: 'mine' });
    const { config } = host;
    await host.app.close();
    await using again = Object.assign(await createHost(config), {
      folder: host.folder,
      [Symbol.asyncDispose]: async () => undefined,
    });
    const second = await ask(again, { prompt: 'x', turn_id: 'mine' });
    expect(second.body).toEqual(first.body);
    await again.close();
  });

  it('is known by its scene where the host died between the two', async () => {
    await using host = await testHost();
    const { body } = await ask(host, { prompt: 'x', turn_id: 'saved' });
    const archive = new TurnArchive(host.config.dataDir);
    const kept = archive.byId('saved', 's1');
    if (kept === null) throw new Error('the turn was not kept');
    const died = { key: 'saved', fingerprint: kept.fingerprint };
    archive.put({ ...kept.record, state: 'saving' }, died);
    expect((await ask(host, { prompt: 'x', turn_id: 'saved' })).body).toEqual(body);
    // The same, had the scene not been saved: nobody but the archive knows of the turn.
    archive.put({ ...kept.record, turn_id: 'lost', state: 'saving' }, { ...died, key: 'lost' });
    archive.close();
    const anew = await ask(host, { prompt: 'x', turn_id: 'lost' });
    expect(anew.body).toMatchObject({ turn_id: 'lost', revision: 2 });
  });

  it.each(['', 'ä', 'x'.repeat(256)])('by the impossible key "%s" is refused', async (key) => {
    await using host = await testHost();
    const { status, body } = await ask(host, { prompt: 'x' }, { 'idempotency-key': key });
    expect([status, body.detail.error]).toEqual([422, 'idempotency_key_invalid']);
  });
});

describe('turns on one scene', () => {
  it('follow one another where they name no revision', async () => {
    await using host = await testHost();
    const answers = await Promise.all(Array.from({ length: 5 }, (_, index) => ask(host, { prompt: `take ${index}` })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.map(({ body }) => body.revision).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('come after what an agent has patched meanwhile', async () => {
    const source = `async function* () { await new Promise((go) => { globalThis.agentIsDone = go; }); ${piecesOf(`'${GOOD_SCRIPT}'`)} }`;
    await using host = await withProvider(source, patient);
    const answer = ask(host, { prompt: 'x' });
    const go = (): (() => void) | undefined => (globalThis as { agentIsDone?: () => void }).agentIsDone;
    await vi.waitFor(() => expect(go()).toBeDefined());
    const operation = { op_id: 'o1', op: 'createEntity', at_ms: 0, entity_id: 'star', kind: 'star', data: {} };
    const patched = await host.app.inject({
      method: 'POST',
      url: '/v2/scenes/s1/operations',
      payload: { operations: [operation] },
    });
    expect(patched.statusCode).toBe(200);
    go()?.();
    expect((await answer).body).toMatchObject({ base_revision: 1, revision: 2 });
  });
});

describe('the record of a turn', () => {
  it('has every script that was tried with what the compiler said of it', async () => {
    await using host = await withProvider(REPAIRING, patient);
    const { body } = await ask(host, { prompt: 'x', turn_id: 't1' });
    const record = await get(host, '/v2/turns/t1?session_id=s1');
    expect(record).toMatchObject({ state: 'done', prompt: 'x', scene_id: 's1', error: null, envelope: body });
    expect(record.attempts).toMatchObject([
      { provider: 'odd', script: 'scene "x" { actr }', diagnostics: [{ severity: 'error' }] },
      { provider: 'odd', script: body.script },
    ]);
    expect(record.stages.at(-1)).toMatchObject({ stage: 'done', repair: 1 });
    expect((await get(host, '/v2/turns?limit=5')).turns).toMatchObject([{ turn_id: 't1', stage: { stage: 'done' } }]);
  });

  it('says why a turn failed', async () => {
    await using host = await withProvider(`async function* () { ${piecesOf("'nonsense'")} }`, {
      provider: { ...patient.provider, maxRepairs: 1 },
    });
    await ask(host, { prompt: 'x', turn_id: 't1' });
    const record = await get(host, '/v2/turns/t1');
    expect(record).toMatchObject({
      state: 'failed',
      envelope: null,
      error: { error: 'provider_script_invalid', tries: 2 },
    });
    expect(record.attempts).toHaveLength(2);
  });

  it('of an empty script is that of a script that does not compile', async () => {
    await using host = await withProvider(`async function* () { ${piecesOf("'  '")} }`);
    expect((await ask(host, { prompt: 'x' })).body.detail.error).toBe('provider_script_invalid');
  });
});

describe('progress on the event socket', () => {
  it('comes to those who ask for it, and to nobody else', async () => {
    await using host = await testHost();
    const address = (await listen(host)).replace('http', 'ws');
    const heard = { plain: [] as string[], curious: [] as string[] };
    const open = async (path: string, into: string[]): Promise<WebSocket> => {
      const socket = new WebSocket(`${address}${path}`);
      socket.on('message', (data) => into.push(JSON.parse(String(data)).event_type));
      await new Promise((done) => socket.once('open', done));
      return socket;
    };
    const sockets = [await open('/v2/events/ws', heard.plain), await open('/v2/events/ws?progress=1', heard.curious)];
    await vi.waitFor(() => expect(host.house.resolve(TOKENS.hub).size).toBe(2));
    await ask(host, { prompt: 'x' });
    await vi.waitFor(() => expect(heard.curious.at(-1)).toBe('gateway.v2.event'));
    await vi.waitFor(() => expect(heard.plain).toEqual(['gateway.v2.event']));
    expect(heard.curious.slice(0, -1)).toEqual(Array.from({ length: 6 }, () => 'turn.progress'));
    for (const socket of sockets) socket.close();
  });
});
