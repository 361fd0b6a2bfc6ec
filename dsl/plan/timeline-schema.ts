import { z } from 'zod';
import { type Parsed, parseWith } from './alignment-schema.ts';
import { machineSchema, originSchema } from './machine-schema.ts';
import { schemaFor } from './patch-places.ts';
import { TIMELINE_VERSION, type Timeline } from './timeline.ts';
import { name, timeMs } from './value-schemas.ts';

/** JSON nested deeper than any timeline is not looked into. */
const DEEPEST = 64;

const quality = z.enum(['measured', 'aligned', 'estimated']);
const natural = z.int().min(0);

const patchSchema = z
  .strictObject({
    at_ms: timeMs,
    op: z.enum(['add', 'replace', 'remove']),
    path: z.string().max(1000),
    value: z.unknown().optional(),
    origin: originSchema,
  })
  .superRefine((patch, context) => {
    const expected = schemaFor(patch.path, patch.op);
    if (!expected) {
      context.addIssue({
        code: 'custom',
        path: ['path'],
        message: `“${patch.path}” is no part of a scene that can be ${patch.op === 'remove' ? 'removed' : 'set'}`,
      });
      return;
    }
    if (patch.op === 'remove') return;
    const checked = expected.safeParse(patch.value);
    for (const issue of checked.error?.issues ?? []) {
      context.addIssue({ code: 'custom', path: ['value', ...issue.path], message: issue.message });
    }
  });

/** A timeline as JSON. Unknown members are refused, the value of every patch is checked against what its path holds. */
export const timelineSchema: z.ZodType<Timeline> = z.strictObject({
  version: z.literal(TIMELINE_VERSION),
  title: z.string().max(1000),
  mode: z.enum(['2d', '3d']),
  seed: z.int(),
  quality: z.enum(['low', 'medium', 'high']).nullable().default(null),
  stage: z.strictObject({ width: z.number().min(16).max(16_384), height: z.number().min(16).max(16_384) }),
  duration_ms: timeMs,
  alignment: quality,
  lines: z.array(
    z.strictObject({
      id: name,
      text: z.string(),
      voice: z.string().nullable(),
      start_ms: timeMs,
      end_ms: timeMs,
      quality,
    }),
  ),
  words: z.array(z.strictObject({ line: name, index: natural, text: z.string(), start_ms: timeMs, end_ms: timeMs })),
  needs: z.array(z.string()),
  machines: z.array(machineSchema).max(200),
  patches: z.array(patchSchema).superRefine((patches, context) => {
    const early = patches.findIndex((patch, at) => at > 0 && patch.at_ms < (patches[at - 1]?.at_ms ?? 0));
    if (early > 0)
      context.addIssue({ code: 'custom', path: [early, 'at_ms'], message: 'comes before the patch before it' });
  }),
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in lower-case hex'),
});

/** Checks a timeline that comes from outside; what it accepts, `createSampler` plays without failing. */
export function parseTimeline(json: unknown): Parsed<Timeline> {
  if (depthExceeds(json, DEEPEST))
    return { ok: false, issues: [{ path: '', message: `nested deeper than ${DEEPEST} levels` }] };
  return parseWith(timelineSchema, json);
}

function depthExceeds(json: unknown, limit: number): boolean {
  let level: unknown[] = [json];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []));
  }
  return false;
}
