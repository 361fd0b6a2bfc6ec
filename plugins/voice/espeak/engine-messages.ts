import { z } from 'zod';

/** What the host's process and the engine's process say to each other. */

export const askSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('voices'), id: z.number().int() }),
  z.object({
    ask: z.literal('speak'),
    id: z.number().int(),
    text: z.string(),
    voice: z.string(),
    words_per_minute: z.number(),
    pitch: z.number(),
  }),
]);

export type Ask = z.infer<typeof askSchema>;

const eventSchema = z.object({
  /** Code points of the text, from 1; 0 for none. */
  text_position: z.number().int(),
  /** Milliseconds from the start of the audio. */
  audio_position: z.number(),
});

export type WordEvent = z.infer<typeof eventSchema>;

export const answerSchema = z.discriminatedUnion('answer', [
  z.object({ answer: z.literal('voices'), id: z.number().int(), voices: z.array(z.string()) }),
  z.object({
    answer: z.literal('speech'),
    id: z.number().int(),
    sample_rate: z.number().int().positive(),
    samples: z.instanceof(Int16Array),
    words: z.array(eventSchema),
    /** False where the engine has no such voice and the fallback spoke. */
    voice_known: z.boolean(),
  }),
  z.object({ answer: z.literal('failure'), id: z.number().int(), code: z.string(), message: z.string() }),
]);

export type Answer = z.infer<typeof answerSchema>;
