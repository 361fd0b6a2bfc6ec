import type { FastifyRequest } from 'fastify';
import type { WebSocket } from 'ws';
import { z } from 'zod';
import type { Gate } from '../auth/gate.ts';
import { refusalOf } from '../auth/guard-routes.ts';
import type { App } from '../http/app.ts';
import type { EventHub } from './event-hub.ts';

const REFUSED = 4401;

/** `?progress=1` asks for `turn.progress` events, too. */
const progressWanted = ({ query }: FastifyRequest): boolean =>
  z.object({ progress: z.literal('1') }).safeParse(query).success;

/** `/v2/events/ws` and `/v1/events/ws`: events out; the only thing heard is the text `ping`. */
export function eventRoutes(app: App, hub: EventHub, gate: Gate): void {
  const attend = (socket: WebSocket, request: FastifyRequest): void => {
    // Oversized frames, bad UTF-8 and broken frames end this socket with a protocol code, and nothing else.
    socket.on('error', (error) => request.log.debug({ reason: error.message }, 'an event socket failed'));
    const refusal = refusalOf(gate, request);
    if (refusal !== null) {
      socket.close(REFUSED, refusal);
      return;
    }
    socket.on('message', (data: Buffer, binary: boolean) => {
      if (!binary && data.length === 4 && data.toString() === 'ping') hub.send(socket, 'pong');
    });
    socket.on('close', () => hub.remove(socket));
    hub.add(socket, progressWanted(request));
  };
  for (const path of ['/v2/events/ws', '/v1/events/ws'])
    app.get(path, { websocket: true, schema: { hide: true } }, attend);
}
