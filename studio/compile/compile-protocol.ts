/** What goes between the page and the compile worker. Both sides check what they get. */
import * as z from 'zod/mini';
import type { Diagnostic, Timeline } from '../../dsl/index.ts';
import { alignmentSchema } from '../link/host-schemas.ts';
import { isTimeline } from './timeline-head.ts';

export const compileRequestSchema = z.object({
  id: z.number(),
  text: z.string(),
  mode: z.enum(['2d', '3d']),
  alignment: z.nullable(alignmentSchema),
  surroundings: z.object({ prefabs: z.record(z.string(), z.string()), files: z.record(z.string(), z.string()) }),
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

export const compileAnswerSchema = z.object({
  id: z.number(),
  outcome: z.union([
    z.object({
      timeline: z.custom<Timeline>(isTimeline),
      diagnostics: z.custom<readonly Diagnostic[]>((value) => z.safeParse(z.array(diagnosticSchema), value).success),
    }),
    z.object({ failure: z.string() }),
  ]),
});

export type CompileAnswer = z.infer<typeof compileAnswerSchema>;

/** The answer, or null where it is none. */
export function checkCompileAnswer(data: unknown): CompileAnswer | null {
  const answer = z.safeParse(compileAnswerSchema, data);
  return answer.success ? answer.data : null;
}
