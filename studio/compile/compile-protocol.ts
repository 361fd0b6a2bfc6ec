/** What goes between the page and the compile worker. Both sides check what they get. */
import * as z from 'zod/mini';
import { type Diagnostic, TIMELINE_VERSION, type Timeline } from '../../dsl/index.ts';
import { alignmentSchema } from '../link/host-schemas.ts';

export const compileRequestSchema = z.object({
  id: z.number(),
  text: z.string(),
  mode: z.enum(['2d', '3d']),
  alignment: z.nullable(alignmentSchema),
});

export type CompileRequest = z.infer<typeof compileRequestSchema>;

const spanSchema = z.looseObject({ offset: z.number(), length: z.number(), line: z.number(), column: z.number() });

const diagnosticSchema = z.looseObject({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  span: spanSchema,
  cures: z.array(
    z.looseObject({
      title: z.string(),
      edits: z.array(z.looseObject({ offset: z.number(), length: z.number(), text: z.string() })),
    }),
  ),
});

/** A timeline is large and comes from our own compiler, or with its hash: its head is checked, not every patch. */
const timelineHeadSchema = z.looseObject({
  version: z.literal(TIMELINE_VERSION),
  mode: z.enum(['2d', '3d']),
  duration_ms: z.number(),
  stage: z.looseObject({ width: z.number(), height: z.number() }),
  lines: z.array(z.looseObject({ id: z.string(), text: z.string(), start_ms: z.number() })),
  words: z.array(z.looseObject({ text: z.string(), start_ms: z.number(), end_ms: z.number() })),
  needs: z.array(z.string()),
  patches: z.array(z.unknown()),
  hash: z.string(),
});

export const timelineSchema = z.custom<Timeline>((value) => z.safeParse(timelineHeadSchema, value).success);

export const compileAnswerSchema = z.object({
  id: z.number(),
  outcome: z.union([
    z.object({
      timeline: timelineSchema,
      diagnostics: z.custom<readonly Diagnostic[]>((value) => z.safeParse(z.array(diagnosticSchema), value).success),
    }),
    z.object({ failure: z.string() }),
  ]),
});

export type CompileAnswer = z.infer<typeof compileAnswerSchema>;
