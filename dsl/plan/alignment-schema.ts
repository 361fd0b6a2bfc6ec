import { z } from 'zod';
import type { Alignment } from './timeline.ts';

/** A day: longer speech is a mistake in units. */
const LONGEST_MS = 86_400_000;

const wholeMs = z.int('whole milliseconds').min(0).max(LONGEST_MS);

const lineSchema = z
  .strictObject({
    quality: z.enum(['measured', 'aligned', 'estimated']),
    duration_ms: wholeMs,
    words: z.array(z.strictObject({ start_ms: wholeMs, end_ms: wholeMs })).max(10_000),
  })
  .superRefine((line, context) => {
    let earliest = 0;
    line.words.forEach(({ start_ms, end_ms }, index) => {
      const complain = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: ['words', index, field], message });
      if (start_ms < earliest) complain('start_ms', `starts before the word before it (${earliest} ms)`);
      if (end_ms < start_ms) complain('end_ms', `ends before it starts (${start_ms} ms)`);
      if (end_ms > line.duration_ms) complain('end_ms', `ends after the line does (${line.duration_ms} ms)`);
      earliest = start_ms;
    });
  });

/** What a voice said, by line id: the `--timings` file, and what clients send along with a script. */
export const alignmentSchema: z.ZodType<Alignment> = z.strictObject({ lines: z.record(z.string(), lineSchema) });

export interface Issue {
  /** `lines.line.words[2].start_ms`; empty for the document itself. */
  readonly path: string;
  readonly message: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** Checks timings that come from outside; every issue says where and what. */
export const parseAlignment = (json: unknown): Parsed<Alignment> => parseWith(alignmentSchema, json);

export function parseWith<T>(schema: z.ZodType<T>, json: unknown): Parsed<T> {
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, value: parsed.data };
  return {
    ok: false,
    issues: parsed.error.issues.map((issue) => ({ path: z.core.toDotPath(issue.path), message: issue.message })),
  };
}
