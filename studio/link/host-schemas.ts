/**
 * What the host may answer, as far as the studio reads it. Everything that crosses the network passes one of these.
 * Fetched only when something has come from the network: the first picture does not wait for a schema library.
 */
import * as z from 'zod/mini';

const wordTimesSchema = z.looseObject({ start_ms: z.number(), end_ms: z.number() });

const lineAlignmentSchema = z.looseObject({
  quality: z.enum(['measured', 'aligned', 'estimated']),
  duration_ms: z.number(),
  words: z.array(wordTimesSchema),
});

export const alignmentSchema = z.looseObject({ lines: z.record(z.string(), lineAlignmentSchema) });

/** Warnings come as text or with a code, depending on who gives them. */
const warningSchema = z.union([z.string(), z.looseObject({ code: z.string(), message: z.string() })]);

const examplesSchema = z.looseObject({
  examples: z.array(z.looseObject({ name: z.string(), title: z.string(), description: z.string() })),
});

const textsByNameSchema = z.record(z.string(), z.string());

const exampleSchema = z.looseObject({ name: z.string(), script: z.string(), files: z.optional(textsByNameSchema) });

const librarySchema = z.looseObject({ prefabs: textsByNameSchema });

const speechSchema = z.looseObject({
  lines: z.record(
    z.string(),
    z.looseObject({
      /** Null where no voice could speak. */
      audio_uri: z.nullable(z.string()),
      duration_ms: z.number(),
      quality: z.enum(['measured', 'aligned', 'estimated']),
      engine: z.nullable(z.string()),
      real: z.boolean(),
      words: z.array(wordTimesSchema),
      warnings: z.optional(z.array(warningSchema)),
    }),
  ),
  warnings: z.optional(z.array(warningSchema)),
});

const envelopeSchema = z.looseObject({
  session_id: z.string(),
  scene_id: z.string(),
  turn_id: z.string(),
  revision: z.number(),
  text: z.string(),
  script: z.string(),
  warnings: z.optional(z.array(warningSchema)),
  degrade_notes: z.optional(z.array(warningSchema)),
  explanation_text: z.optional(z.nullable(z.string())),
});

/** A stage that a turn has come to. */
const progressSchema = z.looseObject({
  stage: z.string(),
  repair: z.number(),
  progress: z.number(),
  detail: z.string(),
});

const rendererListSchema = z.looseObject({
  renderers: z.array(
    z.looseObject({
      id: z.string(),
      mode: z.enum(['2d', '3d', 'any']),
      capabilities: z.array(z.string()),
      entry_url: z.nullable(z.string()),
      builtin: z.boolean(),
    }),
  ),
});

const voicesSchema = z.looseObject({
  stt: z.looseObject({ effective_engine: z.nullable(z.string()), real_engines: z.array(z.string()) }),
});

const transcriptSchema = z.looseObject({ transcript: z.looseObject({ text: z.string() }) });

const foundSchema = z.looseObject({
  results: z.array(
    z.looseObject({
      artifact_id: z.string(),
      title: z.string(),
      summary: z.string(),
      tags: z.array(z.string()),
      pinned: z.boolean(),
      updated_at: z.string(),
    }),
  ),
});

const savedSchema = z.looseObject({ ok: z.boolean(), warnings: z.optional(z.array(z.string())) });

const takenInSchema = z.looseObject({ artifact: z.looseObject({ title: z.string() }) });

const recalledSchema = z.looseObject({ scene: z.looseObject({ scene_id: z.string(), revision: z.number() }) });

const sceneSchema = z.looseObject({
  script: z.string(),
  mode: z.enum(['2d', '3d']),
  files: z.record(z.string(), z.string()),
});

const doneSchema = z.looseObject({ ok: z.boolean() });

const ticketSchema = z.looseObject({ ticket: z.string() });

const eventSchema = z.looseObject({
  event_type: z.string(),
  session_id: z.string(),
  turn_id: z.nullable(z.string()),
  timestamp: z.string(),
  actor: z.optional(z.string()),
  payload: z.unknown(),
});

const errorDetailSchema = z.looseObject({
  error: z.string(),
  message: z.optional(z.string()),
  cure: z.optional(z.nullable(z.string())),
  expected_revision: z.optional(z.number()),
});

/** `{"detail":{"error":CODE,…}}`, and what of it a person should read. */
const errorBodySchema = z.looseObject({ detail: errorDetailSchema });
/** The same at the end of a stream, which has begun with status 200. */
const streamErrorSchema = z.looseObject({ status: z.number(), detail: errorDetailSchema });

const answers = {
  examples: examplesSchema,
  example: exampleSchema,
  library: librarySchema,
  speech: speechSchema,
  envelope: envelopeSchema,
  renderers: rendererListSchema,
  voices: voicesSchema,
  transcript: transcriptSchema,
  found: foundSchema,
  saved: savedSchema,
  takenIn: takenInSchema,
  recalled: recalledSchema,
  scene: sceneSchema,
  ticket: ticketSchema,
  done: doneSchema,
  event: eventSchema,
  error: errorBodySchema,
  progress: progressSchema,
  streamError: streamErrorSchema,
};

export type AnswerKind = keyof typeof answers;
export type Answer<K extends AnswerKind> = z.infer<(typeof answers)[K]>;

/** The answer where it fits, or where it does not: the path of its first defect. */
export type Checked<K extends AnswerKind> = { readonly answer: Answer<K> } | { readonly defect: string };

export function checkAnswer<K extends AnswerKind>(kind: K, value: unknown): Checked<K> {
  const schema: z.ZodMiniType<Answer<K>> = answers[kind] as unknown as z.ZodMiniType<Answer<K>>;
  const result = z.safeParse(schema, value);
  return result.success
    ? { answer: result.data }
    : { defect: result.error.issues[0]?.path.join('.') || 'the whole answer' };
}

export type Examples = z.infer<typeof examplesSchema>['examples'];
export type SpokenLines = z.infer<typeof speechSchema>;
export type TurnProgress = z.infer<typeof progressSchema>;
export type ErrorDetail = z.infer<typeof errorDetailSchema>;
export type TurnEnvelope = z.infer<typeof envelopeSchema>;
export type ListedRenderer = z.infer<typeof rendererListSchema>['renderers'][number];
export type FoundArtifact = z.infer<typeof foundSchema>['results'][number];
export type HostEvent = z.infer<typeof eventSchema>;
export type HostWarning = z.infer<typeof warningSchema>;
