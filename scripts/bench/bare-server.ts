/**
 * What HTTP and WebSockets cost by themselves: a bare Fastify route that answers with bytes it was given, and a bare `ws`
 * server that sends them to all who listen.
 */
import fastify from 'fastify';
import { WebSocketServer } from 'ws';

const app = fastify({ bodyLimit: 16 * 1024 * 1024 });
const kept = { envelope: '{}' };
app.post('/keep', async (request) => {
  kept.envelope = JSON.stringify(request.body);
  return {};
});
const sockets = new WebSocketServer({ server: app.server, path: '/v2/events/ws' });
app.post<{ Body: { readonly session_id: string } }>('/v2/orchestrate', async ({ body }, reply) => {
  const event = Buffer.from(
    JSON.stringify({ event_type: 'bare', session_id: body.session_id, payload: kept.envelope }),
  );
  for (const client of sockets.clients) client.send(event, { binary: false });
  return reply.type('application/json').send(kept.envelope);
});
console.log(await app.listen({ host: '127.0.0.1', port: 0 }));
process.once('SIGTERM', () => process.exit(0));
