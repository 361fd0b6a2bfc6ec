import { connect } from 'node:net';
import { describe, expect, it, vi } from 'vitest';
import { TOKENS } from '../container.ts';
import { listen, testHost } from '../fixtures/test-host.ts';
import { Secret } from '../secret.ts';
import type { HostEvent } from './event.ts';

const event = (payload: unknown, turn = 't1'): HostEvent => ({
  event_type: 'gateway.v2.event',
  session_id: 's',
  turn_id: turn,
  timestamp: '2026-01-01T00:00:00.000Z',
  actor: 'gateway',
  payload,
});

/** A WebSocket of Node itself, with all it was sent and how it ended. */
function attend(address: string, path = '/v2/events/ws') {
  const socket = new WebSocket(`${address.replace('http', 'ws')}${path}`);
  const heard: string[] = [];
  const closed = Promise.withResolvers<{ readonly code: number; readonly reason: string }>();
  const opened = Promise.withResolvers<void>();
  socket.addEventListener('open', () => opened.resolve());
  socket.addEventListener('message', ({ data }) => heard.push(String(data)));
  socket.addEventListener('close', ({ code, reason }) => {
    opened.resolve();
    closed.resolve({ code, reason });
  });
  return { socket, heard, closed: closed.promise, opened: opened.promise };
}

/** Asks for a WebSocket by hand, to misbehave on it afterwards. */
function upgrade(address: string, ...headers: readonly string[]) {
  const raw = connect(Number(new URL(address).port), '127.0.0.1');
  raw.on('error', () => undefined);
  const lines = [
    'GET /v2/events/ws HTTP/1.1',
    'Host: 127.0.0.1',
    'Upgrade: websocket',
    'Connection: Upgrade',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    ...headers,
  ];
  raw.write(`${lines.join('\r\n')}\r\n\r\n`);
  return raw;
}

describe('the events of a host', () => {
  it('reach everyone who listens, on both paths, with every field of the contract', async () => {
    await using host = await testHost();
    const address = await listen(host);
    const hub = host.house.resolve(TOKENS.hub);
    const listeners = [attend(address), attend(address, '/v1/events/ws')];
    await vi.waitFor(() => expect(hub.size).toBe(2));
    hub.publish(event({ a: 1 }));
    for (const { heard } of listeners)
      await vi.waitFor(() => expect(heard.map((text) => JSON.parse(text))).toEqual([event({ a: 1 })]));
  });

  it('answer ping with pong and nothing else with anything', async () => {
    await using host = await testHost();
    const { socket, heard, opened } = attend(await listen(host));
    await opened;
    for (const text of ['hello', '{"event_type":"x"}', 'PING', '', 'ping']) socket.send(text);
    socket.send(new Uint8Array([112, 105, 110, 103]));
    await vi.waitFor(() => expect(heard).toEqual(['pong']));
  });

  it('go on for the others after an oversized frame and after bytes that are no frame', async () => {
    await using host = await testHost();
    const address = await listen(host);
    const hub = host.house.resolve(TOKENS.hub);
    const good = attend(address);
    const loud = attend(address);
    await Promise.all([good.opened, loud.opened]);
    loud.socket.send('x'.repeat(100_000));
    expect((await loud.closed).code).toBe(1009);

    const raw = upgrade(address);
    const ended = new Promise<void>((done) => raw.once('close', () => done()));
    await new Promise((done) => raw.once('data', done));
    raw.write(Buffer.from([0xff, 0xff, 0xff, 0xff, 0, 1, 2, 3]));
    await ended;

    hub.publish(event('still here'));
    await vi.waitFor(() => expect(good.heard).toHaveLength(1));
    await vi.waitFor(() => expect(hub.size).toBe(1));
  });

  it('drop a reader that does not read, and reach the others', async () => {
    await using host = await testHost();
    const address = await listen(host);
    const hub = host.house.resolve(TOKENS.hub);
    const good = attend(address);
    await good.opened;
    const raw = upgrade(address);
    await vi.waitFor(() => expect(hub.size).toBe(2));
    raw.pause();
    let sent = 0;
    const payload = 'x'.repeat(256 * 1024);
    // As many as it takes to fill the buffers of the system and then the host's own.
    while (hub.size === 2 && sent < 1_000) {
      sent += 1;
      hub.publish(event(payload, `t${sent}`));
      await vi.waitFor(() => expect(good.heard).toHaveLength(sent));
    }
    expect(hub.size).toBe(1);
    expect(good.heard).toHaveLength(sent);
    raw.destroy();
  });

  it('end with the host, within a moment', async () => {
    const host = await testHost();
    const { closed, opened } = attend(await listen(host));
    await opened;
    await host.close();
    expect((await closed).code).toBe(1001);
  });
});

describe('a WebSocket', () => {
  const KEY = 'the-key';
  const locked = {
    auth: {
      mode: 'api-key',
      keys: [new Secret(KEY)],
      allowedIps: [],
      allowedHosts: [],
      allowedOrigins: [],
    },
  } as const;

  it.each([['?api_key=wrong'], [''], ['?ticket=wrong'], ['?api_key=']])(
    'with %j is closed with 4401',
    async (query) => {
      await using host = await testHost(locked);
      const { closed } = attend(await listen(host), `/v2/events/ws${query}`);
      expect(await closed).toMatchObject({ code: 4401, reason: 'invalid_api_key' });
      expect(host.house.resolve(TOKENS.hub).size).toBe(0);
    },
  );

  it('with the key comes in', async () => {
    await using host = await testHost(locked);
    attend(await listen(host), `/v1/events/ws?api_key=${KEY}`);
    await vi.waitFor(() => expect(host.house.resolve(TOKENS.hub).size).toBe(1));
  });

  it('with a ticket comes in once, while it is fresh', async () => {
    let time = 0;
    await using host = await testHost(locked, () => time);
    const address = await listen(host);
    const ticket = async (): Promise<string> => {
      const { json } = await host.app.inject({
        method: 'POST',
        url: '/v2/events/ticket',
        headers: { 'x-api-key': KEY },
      });
      return json().ticket;
    };
    const first = await ticket();
    attend(address, `/v2/events/ws?ticket=${first}`);
    await vi.waitFor(() => expect(host.house.resolve(TOKENS.hub).size).toBe(1));
    expect((await attend(address, `/v2/events/ws?ticket=${first}`).closed).code).toBe(4401);
    const stale = await ticket();
    time += 31_000;
    expect((await attend(address, `/v2/events/ws?ticket=${stale}`).closed).code).toBe(4401);
  });

  it('of a page of another site is closed in a trusted network', async () => {
    await using host = await testHost();
    const raw = upgrade(await listen(host), 'Origin: https://evil.example');
    const bytes = await new Promise<Buffer>((done) => {
      let all = Buffer.alloc(0);
      raw.on('data', (chunk: Buffer) => {
        all = Buffer.concat([all, chunk]);
      });
      raw.once('close', () => done(all));
      vi.waitFor(() => expect(all.includes('origin_not_allowed')).toBe(true)).then(() => raw.destroy());
    });
    const frame = bytes.subarray(bytes.indexOf('\r\n\r\n') + 4);
    expect([frame[0], frame.readUInt16BE(2)]).toEqual([0x88, 4401]);
  });
});
