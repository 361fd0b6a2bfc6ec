import { toStrokes } from '../../dsl/index.ts';
import type { App } from '../http/app.ts';
import { requestSignal } from '../http/request-signal.ts';
import { turnEnvelopeSchema, v1TurnSchema } from './turn-envelope.ts';
import { turnRequestSchema, v1TurnRequestSchema } from './turn-request.ts';
import type { TurnService } from './turn-service.ts';

export function turnRoutes(app: App, turns: TurnService): void {
  app.post(
    '/v2/orchestrate',
    {
      schema: {
        tags: ['turns'],
        description: 'A prompt becomes a scene that speaks, or changes the one that is there.',
        body: turnRequestSchema,
        response: { 200: turnEnvelopeSchema },
      },
    },
    async (request, reply) => {
      const { envelope } = await turns.run(request.body, requestSignal(reply));
      const { session_id, turn_id, scene_id, revision, text } = envelope;
      await turns.announce(
        { event_type: 'gateway.v2.event', session_id, turn_id, payload: envelope },
        { scene_id, revision, text },
      );
      return envelope;
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
      const { envelope, timeline } = await turns.run(
        { ...request.body, intent: { rebuild: true } },
        requestSignal(reply),
      );
      const { session_id, turn_id, text, voice, quality_report, legacy_visual_patches, scene_id } = envelope;
      const turn = {
        session_id,
        turn_id,
        text,
        voice,
        visual_strokes: toStrokes(timeline).map((stroke) => ({ ...stroke, params: { ...stroke.params } })),
        visual_patches: legacy_visual_patches,
        timeline: { duration_ms: timeline.duration_ms },
        ...(quality_report === null ? {} : { quality_report }),
      };
      const { timestamp } = await turns.announce(
        { event_type: 'gateway.event', session_id, turn_id, payload: turn },
        { scene_id, revision: envelope.revision, text },
      );
      return { ...turn, timestamp };
    },
  );
}
