import { z } from 'zod';
import { diagnosticShape, turnEnvelopeSchema, usageSchema } from './turn-envelope.ts';
import { turnProgressSchema } from './turn-progress.ts';

/** One script that a provider gave, and what the compiler said of it. */
export const attemptSchema = z.object({
  provider: z.string(),
  script: z.string(),
  diagnostics: z.array(diagnosticShape),
  usage: usageSchema.nullable(),
});

export type Attempt = z.infer<typeof attemptSchema>;

export const TURN_STATES = ['running', 'saving', 'done', 'failed', 'cancelled'] as const;

/** All that is kept of a turn, whether it went well or not. */
export const turnRecordSchema = z.object({
  turn_id: z.string(),
  session_id: z.string(),
  scene_id: z.string().nullable(),
  prompt: z.string(),
  state: z.enum(TURN_STATES),
  created_at: z.string(),
  stages: z.array(turnProgressSchema),
  attempts: z.array(attemptSchema),
  /** Why it failed: `error` is the code. */
  error: z.looseObject({ error: z.string() }).nullable(),
  envelope: turnEnvelopeSchema.nullable(),
});

export type TurnRecord = z.infer<typeof turnRecordSchema>;

export const turnSummarySchema = turnRecordSchema
  .pick({ turn_id: true, session_id: true, state: true, prompt: true, created_at: true })
  .extend({ stage: turnProgressSchema.nullable() });
