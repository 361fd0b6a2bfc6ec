import type { FastifyReply } from 'fastify';

/** Fires when the client goes away before it was answered. */
export function requestSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new Error('the client has gone'));
  });
  return gone.signal;
}
