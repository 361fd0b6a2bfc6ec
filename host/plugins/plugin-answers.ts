import { z } from 'zod';

/** What comes back over the plugin border, checked before anything of ours sees it. Mirrors plugins/contract. */
const ms = z.number().finite().nonnegative();
const warnings = z.array(z.object({ code: z.string(), message: z.string() }));
const spokenWords = z.array(
  z
    .object({ offset: z.int().nonnegative(), length: z.int().nonnegative(), start_ms: ms, end_ms: ms })
    .refine((word) => word.end_ms >= word.start_ms, 'ends before it starts'),
);

export const probeSchema = z.object({ ready: z.boolean(), detail: z.string(), version: z.string().nullable() });

export const providerProbeSchema = probeSchema.extend({
  configured: z.boolean().exactOptional(),
  reachable: z.boolean().nullable().exactOptional(),
  model: z.string().nullable().exactOptional(),
  model_present: z.boolean().nullable().exactOptional(),
});

const MAX_AUDIO_BYTES = 64 * 1024 * 1024;

export const speechSchema = z.object({
  audio: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length <= MAX_AUDIO_BYTES, 'larger than 64 MiB')
    .refine((bytes) => Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'RIFF', 'not a WAV file'),
  sample_rate: z.int().min(1_000).max(384_000),
  duration_ms: ms,
  words: spokenWords,
  quality: z.enum(['measured', 'aligned', 'estimated']),
  engine: z.string().min(1),
  real: z.boolean(),
  warnings,
});

export const transcriptSchema = z.object({
  text: z.string(),
  words: spokenWords,
  engine: z.string().min(1),
  real: z.boolean(),
  warnings,
});

const MAX_PIECE = 1024 * 1024;
const tokens = z.int().nonnegative().nullable();

const usage = z.object({
  model: z.string().nullable(),
  input_tokens: tokens,
  output_tokens: tokens,
  first_piece_ms: ms,
  total_ms: ms,
  requests: z.int().positive(),
});

export const pieceSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('script'), text: z.string().max(MAX_PIECE) }),
  z.object({ type: z.literal('done'), summary: z.string().max(MAX_PIECE), warnings, usage: usage.exactOptional() }),
]);

const MOST_DIMENSIONS = 8_192;

export const embeddingsSchema = z
  .object({
    model: z.string().min(1),
    vectors: z.array(z.array(z.number().finite()).min(1).max(MOST_DIMENSIONS)),
  })
  .refine(({ vectors }) => new Set(vectors.map(({ length }) => length)).size <= 1, 'vectors of different lengths');

const count = z.int().nonnegative();

export const runSchema = z.object({
  run_id: z.string(),
  session_id: z.string(),
  label: z.string(),
  status: z.enum(['idle', 'running', 'paused', 'stopped', 'error']),
  auto_run: z.boolean(),
  last_error: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
  queue: z.object({ queued: count, processing: count, done: count, error: count }),
});

export const queueItemSchema = z.object({
  queue_id: z.string(),
  run_id: z.string(),
  prompt: z.string(),
  status: z.enum(['queued', 'processing', 'done', 'error']),
  attempts: count,
  created_at: z.string(),
  updated_at: z.string(),
});

export const sceneRecordSchema = z.object({ scene_id: z.string(), revision: z.int().min(1), document: z.unknown() });
export const storedEventSchema = z.object({ sequence: count, event: z.unknown() });
export const voiceNamesSchema = z.array(z.string());
