/**
 * An event to the last of many WebSocket subscribers, above the turn itself: from the request to the last subscriber, less
 * what the same turn takes when nobody listens. The peer is a bare `ws` server in another process that sends the same bytes to as many.
 */
import { join } from 'node:path';
import WebSocket from 'ws';
import { post, startServer, stopServer, withHost } from './host-process.ts';
import { printTable, spread } from './measure.ts';
import { SCENARIO_A } from './prompts.ts';

const SIZES = [50, 200, 1_000] as const;
const TURNS = 15;
/** From performance.md; measured on another day, so no ratio of this run. */
const EARLIER_MS_FOR_200 = 25;

const counter = { turns: 0 };

/** Milliseconds from the request to the last subscriber, turn by turn; to the answer where nobody listens. */
async function lags(address: string, size: number): Promise<number[]> {
  const sockets = await Promise.all(
    Array.from(
      { length: size },
      () =>
        new Promise<WebSocket>((open, failed) => {
          const socket = new WebSocket(`${address.replace('http', 'ws')}/v2/events/ws`);
          socket.once('open', () => open(socket)).once('error', failed);
        }),
    ),
  );
  const times: number[] = [];
  for (let turn = -2; turn < TURNS; turn += 1) {
    counter.turns += 1;
    const session_id = `fanout-${counter.turns}`;
    const wanted = Buffer.from(`"session_id":"${session_id}"`);
    const heard = { count: 0, last: 0 };
    const all = new Promise<void>((done) => {
      for (const socket of sockets)
        socket.on('message', function hear(data: Buffer) {
          if (!data.includes(wanted)) return;
          socket.off('message', hear);
          heard.count += 1;
          heard.last = performance.now();
          if (heard.count === size) done();
        });
    });
    const began = performance.now();
    await post(address, '/v2/orchestrate', { session_id, prompt: SCENARIO_A });
    const answered = performance.now();
    if (size > 0) await all;
    if (turn >= 0) times.push((size > 0 ? heard.last : answered) - began);
  }
  for (const socket of sockets) socket.terminate();
  return times;
}

const show = (value: number): string => value.toLocaleString('en-GB', { maximumSignificantDigits: 3 });

await withHost(async (host) => {
  const peer = await startServer(join(import.meta.dirname, 'bare-server.ts'), []);
  try {
    await post(
      peer.address,
      '/keep',
      JSON.parse(await post(host.address, '/v2/orchestrate', { session_id: 'a', prompt: SCENARIO_A })),
    );
    const rows = [['subscribers', 'OpenCommotion, ms', 'p10 – p90', 'bare ws, ms', 'p10 – p90', 'ratio']];
    const alone = spread(await lags(host.address, 0)).median;
    const bareAlone = spread(await lags(peer.address, 0)).median;
    for (const size of SIZES) {
      const ours = spread((await lags(host.address, size)).map((ms) => ms - alone));
      const bare = spread((await lags(peer.address, size)).map((ms) => ms - bareAlone));
      const range = ({ p10, p90 }: typeof ours): string => `${show(p10)} – ${show(p90)}`;
      rows.push([
        String(size),
        show(ours.median),
        range(ours),
        show(bare.median),
        range(bare),
        show(ours.median / bare.median),
      ]);
    }
    console.log('\nto the last subscriber, above the turn itself');
    printTable(rows);
    console.log(
      `For reference, NOT measured in this run: the earlier OpenCommotion's ${EARLIER_MS_FOR_200} ms for 200.`,
    );
  } finally {
    await stopServer(peer);
  }
});
