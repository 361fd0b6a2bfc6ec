import type { FastifyReply } from 'fastify';
import type { HostError } from '../errors.ts';
import { errorBody } from '../errors.ts';
import type { TurnListener } from './turn-progress.ts';

/** A comment now and then, so that no proxy takes a model that thinks for a connection that is dead. */
const HEARTBEAT_MS = 10_000;

/**
 * An answer as Server-Sent Events (https://html.spec.whatwg.org/multipage/server-sent-events.html): `progress` for each
 * stage, `script` for each piece of script, `restart` where those so far count no more; at the end `done` with the
 * envelope, or `error` with `status` and the body of the error.
 */
export class TurnStream {
  readonly #reply: FastifyReply;
  readonly #heartbeat: NodeJS.Timeout;

  constructor(reply: FastifyReply) {
    this.#reply = reply;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...headersOf(reply),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.on('error', () => this.#stop());
    this.#heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS).unref();
  }

  get listener(): TurnListener {
    return {
      progressed: (progress) => this.#send('progress', progress),
      wrote: (text) => this.#send('script', { text }),
      restarted: () => this.#send('restart', {}),
    };
  }

  done(envelope: unknown): void {
    this.#send('done', envelope);
    this.#end();
  }

  failed(error: HostError): void {
    this.#send('error', { status: error.status, ...errorBody(error) });
    this.#end();
  }

  #send(event: string, data: unknown): void {
    this.#reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  #end(): void {
    this.#stop();
    this.#reply.raw.end();
  }

  #stop(): void {
    clearInterval(this.#heartbeat);
  }
}

/** What other parts of the host have said of the answer: a reply that was hijacked does not send it by itself. */
const headersOf = (reply: FastifyReply): Record<string, string> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
