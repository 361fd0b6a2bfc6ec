import { z } from 'zod';

/** The stage that v1 clients think in. */
export const V1_STAGE = { width: 720, height: 360 } as const;

/** A change to the v1 scene: RFC 6902 with a time. */
export const v1PatchSchema = z.object({
  op: z.enum(['add', 'replace', 'remove']),
  path: z.string().startsWith('/'),
  value: z.unknown().optional(),
  at_ms: z.int().min(0),
});

export type V1Patch = z.infer<typeof v1PatchSchema>;
