import { z } from 'zod';
import { dataFilesSchema } from '../library/data-files.ts';

export const MOST_PROMPT_CHARACTERS = 4_000;
const MOST_SCRIPT_CHARACTERS = 500_000;

const sessionId = z
  .string()
  .min(1)
  .max(256)
  .regex(/^[^\p{Cc}\p{Cs}]+$/u, 'no control characters');
/** Its length is judged by the turn itself, which answers `prompt_too_long`. */
const prompt = z
  .string()
  .refine((text) => text.trim() !== '', 'there is no prompt')
  .describe(`At most ${MOST_PROMPT_CHARACTERS} characters.`);

/** What a client may call a turn, so that asking twice is answered once. */
const turnId = z
  .string()
  .regex(/^[A-Za-z0-9._:-]{1,128}$/, '1 to 128 letters, digits, dots, dashes, colons or underscores')
  .nullish()
  .describe('A name of your own for this turn: the same one sent again gets the first answer.');

/** `POST /v2/orchestrate`. */
export const turnRequestSchema = z.object({
  session_id: sessionId,
  prompt,
  turn_id: turnId,
  /** The session's own where none is named. */
  scene_id: z.string().nullish(),
  /** The revision that the prompt is about; where it is left out, whatever is current. */
  base_revision: z.int().nonnegative().nullish(),
  /** What is played now, where a person has edited it since: the prompt is about this and not about what is stored. */
  script: z.string().max(MOST_SCRIPT_CHARACTERS).nullish(),
  /** Data files that the script may name. */
  files: dataFilesSchema.nullish(),
  capabilities: z.looseObject({ mode: z.enum(['2d', '3d']).optional() }).nullish(),
  intent: z.looseObject({ rebuild: z.boolean().optional() }).nullish(),
});

export type TurnRequest = z.infer<typeof turnRequestSchema>;

/** `POST /v1/orchestrate`. */
export const v1TurnRequestSchema = z.object({ session_id: sessionId, prompt, turn_id: turnId });
