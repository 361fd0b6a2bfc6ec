import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { toStrokes } from '../../dsl/index.ts';
import { HostError } from '../errors.ts';
import { toHostError } from '../http/answer-errors.ts';
import type { App } from '../http/app.ts';
import { requestSignal } from '../http/request-signal.ts';
import type { Asking, TurnDesk } from './turn-desk.ts';
import { turnEnvelopeSchema, v1TurnSchema } from './turn-envelope.ts';
import { TURN_STATES, turnRecordSchema, turnSummarySchema } from './turn-record.ts';
import { turnRequestSchema, v1TurnRequestSchema } from './turn-request.ts';
import type { Turn } from './turn-service.ts';
import { TurnStream } from './turn-stream.ts';

const turnParams = z.object({ turn_id: z.string().max(128) });
const ofSession = z.object({
  session_id: z.string().max(256).optional().describe('Turn ids are unique in their session only.'),
});
const streamQuery = z.object({
  stream: z.enum(['0', '1', 'true', 'false']).optional().describe('1: the answer comes as Server-Sent Events.'),
});
const listQuery = ofSession.extend({ limit: z.coerce.number().int().min(1).max(100).default(20) });

/** https://datatracker.ietf.org/doc/html/draft-ietf-httpapi-idempotency-key-header */
function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key'];
  if (key === undefined) return null;
  if (typeof key !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(key)) throw new HostError('idempotency_key_invalid');
  return key;
}

export function turnRoutes(app: App, desk: TurnDesk): void {
  app.post(
    '/v2/orchestrate',
    {
      schema: {
        tags: ['turns'],
        description:
          'A prompt becomes a scene that speaks, or changes the one that is there. The same `turn_id` or Idempotency-Key sent again gets the first answer.',
        body: turnRequestSchema,
        querystring: streamQuery,
        response: { 200: turnEnvelopeSchema },
      },
    },
    async (request, reply) => {
      const asking: Asking = {
        version: 'v2',
        key: keyOf(request),
        listener: null,
        signal: requestSignal(reply),
        event: ({ envelope }) => ({ event_type: 'gateway.v2.event', payload: envelope }),
      };
      if (request.query.stream === '1' || request.query.stream === 'true') {
        const stream = new TurnStream(reply);
        try {
          const { turn } = await desk.ask(request.body, { ...asking, listener: stream.listener });
          stream.done(turn.envelope);
        } catch (error) {
          stream.failed(toHostError(error, request));
        }
        return reply;
      }
      const { replayed, turn } = await desk.ask(request.body, asking);
      if (replayed) void reply.header('idempotency-replayed', 'true');
      return turn.envelope;
    },
  );

  app.post(
    '/v1/orchestrate',
    {
      schema: {
        tags: ['turns'],
        deprecated: true,
        description: 'For clients of the first version; use /v2/orchestrate.',
        body: v1TurnRequestSchema,
        response: { 200: v1TurnSchema },
      },
    },
    async (request, reply) => {
      void reply.header('deprecation', 'true').header('link', '</v2/orchestrate>; rel="successor-version"');
      // A v1 client knows no revisions: each of its turns is a scene of its own, over whatever was there.
      const { created_at, replayed, turn } = await desk.ask(
        { ...request.body, intent: { rebuild: true } },
        {
          version: 'v1',
          key: keyOf(request),
          listener: null,
          signal: requestSignal(reply),
          event: (made) => ({ event_type: 'gateway.event', payload: v1TurnOf(made) }),
        },
      );
      if (replayed) void reply.header('idempotency-replayed', 'true');
      return { ...v1TurnOf(turn), timestamp: created_at };
    },
  );

  app.get(
    '/v2/turns',
    {
      schema: {
        tags: ['turns'],
        description: 'The last turns, the newest first.',
        querystring: listQuery,
        response: { 200: z.object({ turns: z.array(turnSummarySchema) }) },
      },
    },
    async ({ query }) => ({
      turns: desk.list(query.session_id ?? null, query.limit).map((record) => ({
        ...record,
        stage: record.stages.at(-1) ?? null,
      })),
    }),
  );

  app.get(
    '/v2/turns/:turn_id',
    {
      schema: {
        tags: ['turns'],
        description:
          'All that is known of a turn: its stages, every script that was tried with its diagnostics, the answer.',
        params: turnParams,
        querystring: ofSession,
        response: { 200: turnRecordSchema },
      },
    },
    async ({ params, query }) => desk.record(params.turn_id, query.session_id ?? null),
  );

  app.post(
    '/v2/turns/:turn_id/cancel',
    {
      schema: {
        tags: ['turns'],
        description: 'Ends a turn that runs; one that has ended stays as it is.',
        params: turnParams,
        querystring: ofSession,
        response: { 200: z.object({ turn_id: z.string(), state: z.enum(TURN_STATES) }) },
      },
    },
    async ({ params, query }) => ({
      turn_id: params.turn_id,
      state: await desk.cancel(params.turn_id, query.session_id ?? null),
    }),
  );
}

function v1TurnOf({ envelope, timeline }: Turn) {
  const { legacy_visual_patches, quality_report, session_id, text, turn_id, voice } = envelope;
  return {
    session_id,
    turn_id,
    text,
    voice,
    visual_strokes: toStrokes(timeline).map((stroke) => ({ ...stroke, params: { ...stroke.params } })),
    visual_patches: legacy_visual_patches,
    timeline: { duration_ms: timeline.duration_ms },
    ...(quality_report === null ? {} : { quality_report }),
  };
}
