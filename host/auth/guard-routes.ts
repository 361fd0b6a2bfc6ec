import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type ErrorCode, HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import type { Gate } from './gate.ts';
import type { TicketOffice } from './ticket-office.ts';

/** The gate's answer for this request. */
export function refusalOf(gate: Gate, request: FastifyRequest): ErrorCode | null {
  return gate.refusal({
    route: request.routeOptions.url,
    method: request.method,
    websocket: request.ws,
    address: request.socket.remoteAddress,
    headers: request.headers,
    query: Object(request.query),
  });
}

/** Every request passes the gate before its body is read. WebSockets are let through to be closed with a code by their route. */
export function guard(app: App, gate: Gate): void {
  app.addHook('onRequest', async (request) => {
    if (request.ws) return;
    const refusal = refusalOf(gate, request);
    if (refusal !== null) throw new HostError(refusal);
  });
}

/** The gate, and the tickets by which a browser passes it with a WebSocket. */
export function guardRoutes(app: App, gate: Gate, tickets: TicketOffice): void {
  guard(app, gate);

  app.post(
    '/v2/events/ticket',
    {
      schema: {
        tags: ['events'],
        description: 'A ticket for one WebSocket, /v2/events/ws?ticket=…, so that no key stands in an address.',
        response: { 200: z.object({ ticket: z.string(), expires_in_s: z.number() }) },
      },
    },
    async () => tickets.issue(),
  );
}
