import { z } from 'zod';
import { alignmentSchema, STROKE_KINDS, v1PatchSchema, v2OperationSchema } from '../../dsl/index.ts';

const ms = z.int().nonnegative();

export const voiceSchema = z.object({
  voice: z.string(),
  engine: z.string().nullable(),
  real: z.boolean(),
  segments: z.array(
    z.object({ line_id: z.string(), text: z.string(), start_ms: ms, duration_ms: ms, audio_uri: z.string() }),
  ),
});

export const qualityReportSchema = z.looseObject({
  ok: z.boolean(),
  checks: z.array(z.unknown()),
  warnings: z.array(z.unknown()),
  failures: z.array(z.unknown()),
});

/** The timeline is checked where it is made (dsl) and where it is played (studio), so here only what tells it from other things. */
export const timelineShape = z.looseObject({
  version: z.string(),
  duration_ms: ms,
  mode: z.enum(['2d', '3d']),
  hash: z.string(),
  patches: z.array(z.unknown()),
});

export const diagnosticShape = z.looseObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  line: z.int(),
  column: z.int(),
});

const tokens = z.int().nonnegative().nullable();

/** What the model behind a provider was asked for one script; the contract of providers says what each is. */
export const usageSchema = z.object({
  model: z.string().nullable(),
  input_tokens: tokens,
  output_tokens: tokens,
  first_piece_ms: z.number().nonnegative(),
  total_ms: z.number().nonnegative(),
  requests: z.int().positive(),
});

/** The answer of `POST /v2/orchestrate`, and the payload of its event. */
export const turnEnvelopeSchema = z.object({
  version: z.literal('v2'),
  session_id: z.string(),
  scene_id: z.string(),
  turn_id: z.string(),
  base_revision: z.int(),
  revision: z.int(),
  /** What is spoken. */
  text: z.string(),
  voice: voiceSchema,
  timeline: timelineShape,
  patches: z.array(v2OperationSchema),
  /** `code: message`, one for each limit that was met and each correction that was made. */
  warnings: z.array(z.string()),
  /** What is less than was asked for, and what stands in for it. */
  degrade_notes: z.array(z.string()),
  explanation_text: z.string(),
  quality_report: qualityReportSchema.nullable(),
  legacy_visual_patches: z.array(v1PatchSchema),
  /** The scene script; `timeline` is made from it and from `alignment`. */
  script: z.string(),
  alignment: alignmentSchema,
  diagnostics: z.array(diagnosticShape),
  provider: z.object({
    id: z.string(),
    tries: z.int().positive(),
    /** Of the script that was taken; null where no model was asked. */
    usage: usageSchema.nullable(),
  }),
});

export type TurnEnvelope = z.infer<typeof turnEnvelopeSchema>;

/** The answer of `POST /v1/orchestrate`, and the payload of its event. */
export const v1TurnSchema = z.object({
  session_id: z.string(),
  turn_id: z.string(),
  timestamp: z.string(),
  text: z.string(),
  voice: voiceSchema,
  /** The same scene as strokes, as far as those can say it. */
  visual_strokes: z.array(
    z.object({
      stroke_id: z.string(),
      kind: z.enum(STROKE_KINDS),
      params: z.record(z.string(), z.unknown()),
      timing: z.object({ start_ms: ms, duration_ms: ms, easing: z.string() }),
    }),
  ),
  visual_patches: z.array(v1PatchSchema),
  timeline: z.looseObject({ duration_ms: ms }),
  quality_report: qualityReportSchema.optional(),
});
