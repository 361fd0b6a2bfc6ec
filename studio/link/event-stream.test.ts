import { describe, expect, it, vi } from 'vitest';
import { EventStream, type Socket } from './event-stream.ts';
import type { HostEvent } from './host-schemas.ts';

function stage() {
  const sockets: (Socket & { sent: string[] })[] = [];
  const timers: { run: () => void; ms: number; cancelled: boolean }[] = [];
  const events: HostEvent[] = [];
  let refused = 0;
  const stream = new EventStream({
    connect: async () => {
      const sent: string[] = [];
      const socket = {
        sent,
        send: (text: string) => void sent.push(text),
        close: () => undefined,
        onopen: null,
        onmessage: null,
        onclose: null,
      };
      sockets.push(socket);
      return socket;
    },
    onEvent: (event) => events.push(event),
    onRefused: () => {
      refused += 1;
    },
    later: (run, ms) => {
      const timer = { run, ms, cancelled: false };
      timers.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
  });
  return { stream, sockets, timers, events, refusals: () => refused };
}

const event = (turn_id: string, event_type = 'gateway.v2.event') =>
  JSON.stringify({ event_type, session_id: 's', turn_id, timestamp: '2026-01-01T00:00:00Z', actor: 'x', payload: {} });

const opened = async (sockets: Socket[], count: number): Promise<Socket> => {
  await vi.waitFor(() => expect(sockets).toHaveLength(count));
  const socket = sockets[count - 1];
  if (socket === undefined) throw new Error('no socket');
  await vi.waitFor(() => expect(socket.onopen).not.toBeNull());
  socket.onopen?.();
  return socket;
};

describe('the event stream', () => {
  it('pings every ten seconds', async () => {
    const { stream, sockets, timers } = stage();
    stream.start();
    await opened(sockets, 1);
    expect(stream.state.value).toBe('open');
    expect(timers.map(({ ms }) => ms)).toEqual([10_000]);
    timers[0]?.run();
    expect(sockets[0]?.sent).toEqual(['ping']);
  });

  it('passes a turn on once, whatever else comes', async () => {
    const { stream, sockets, events } = stage();
    stream.start();
    const socket = await opened(sockets, 1);
    for (const data of [event('t1'), event('t1'), 'pong', '{broken', '{"event_type":7}', event('t2')]) {
      socket.onmessage?.({ data });
    }
    await vi.waitFor(() => expect(events.map(({ turn_id }) => turn_id)).toEqual(['t1', 't2']));
  });

  it('drops a turn whose answer came by HTTP', async () => {
    const { stream, sockets, events } = stage();
    stream.start();
    const socket = await opened(sockets, 1);
    stream.firstSight('s', 't1');
    socket.onmessage?.({ data: event('t1') });
    socket.onmessage?.({ data: event('t2') });
    await vi.waitFor(() => expect(events.map(({ turn_id }) => turn_id)).toEqual(['t2']));
  });

  it('tries again after growing pauses, and from the shortest after it was open', async () => {
    const { stream, sockets, timers } = stage();
    stream.start();
    for (let round = 1; round <= 3; round++) {
      await vi.waitFor(() => expect(sockets[round - 1]?.onclose).toBeTruthy());
      sockets[round - 1]?.onclose?.({ code: 1006 });
      expect(stream.state.value).toBe('waiting');
      timers.at(-1)?.run();
    }
    expect(timers.map(({ ms }) => ms)).toEqual([500, 1000, 2000]);
    const socket = await opened(sockets, 4);
    socket.onclose?.({ code: 1006 });
    expect(timers.at(-1)?.ms).toBe(500);
  });

  it('asks for a key instead of knocking again when it was refused', async () => {
    const { stream, sockets, timers, refusals } = stage();
    stream.start();
    await vi.waitFor(() => expect(sockets[0]?.onclose).toBeTruthy());
    sockets[0]?.onclose?.({ code: 4401 });
    expect(refusals()).toBe(1);
    expect(stream.state.value).toBe('closed');
    expect(timers).toEqual([]);
  });
});
