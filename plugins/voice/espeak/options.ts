import { z } from 'zod';

/** Speaks where a voice is asked for that the engine has not. */
export const FALLBACK_VOICE = 'en-us';

/** The settings of the manifest, as this plugin reads them. */
export const optionsSchema = z.object({
  voice: z.string().default(FALLBACK_VOICE),
  words_per_minute: z.number().int().min(80).max(450).default(160),
  pitch: z.number().int().min(0).max(99).default(50),
  timeout_ms: z.number().int().positive().default(15_000),
});

export type Options = z.infer<typeof optionsSchema>;
