import { z } from 'zod';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import { AudioStore } from './audio-store.ts';
import type { SpeechDesk } from './speech-desk.ts';
import { type VoiceCapabilities, voiceCapabilitiesSchema } from './voice-capabilities.ts';

const MOST_CHARACTERS = 4_000;
const MOST_LINES = 200;
const ms = z.int().nonnegative();
const quality = z.enum(['measured', 'aligned', 'estimated']);
const words = z.array(z.object({ start_ms: ms, end_ms: ms }));
const warning = z.object({ code: z.string(), message: z.string() });

const synthesizeRequest = z.object({
  text: z.string().max(MOST_CHARACTERS).default(''),
  voice: z.string().max(128).nullish(),
});
const synthesizeAnswer = z.object({
  ok: z.literal(true),
  voice: z.object({
    voice: z.string(),
    engine: z.string(),
    real: z.boolean(),
    segments: z.array(z.object({ text: z.string(), start_ms: ms, duration_ms: ms, audio_uri: z.string() })),
  }),
  warnings: z.array(warning),
});

const speechRequest = z.object({
  lines: z
    .array(
      z.object({
        id: z
          .string()
          .min(1)
          .max(128)
          .refine((id) => id !== '__proto__', 'not a name'),
        text: z.string().max(MOST_CHARACTERS),
        voice: z.string().max(128).nullish(),
      }),
    )
    .max(MOST_LINES),
});
const lineAlignment = z.object({ quality, duration_ms: ms, words });
const speechAnswer = z.object({
  lines: z.record(
    z.string(),
    z.object({
      audio_uri: z.string().nullable(),
      duration_ms: ms,
      quality,
      engine: z.string().nullable(),
      real: z.boolean(),
      words,
      warnings: z.array(warning),
    }),
  ),
  alignment: z.object({ lines: z.record(z.string(), lineAlignment) }),
  warnings: z.array(warning),
});

export interface VoiceParts {
  readonly desk: SpeechDesk;
  readonly audio: AudioStore;
  readonly capabilities: () => Promise<VoiceCapabilities>;
}

export function voiceRoutes(app: App, { desk, audio, capabilities }: VoiceParts): void {
  app.get(
    '/v1/voice/capabilities',
    { schema: { tags: ['voice'], response: { 200: voiceCapabilitiesSchema } } },
    async () => capabilities(),
  );

  app.post(
    '/v1/voice/synthesize',
    { schema: { tags: ['voice'], body: synthesizeRequest, response: { 200: synthesizeAnswer } } },
    async (request) => {
      const { text, voice = null } = request.body;
      if (text.trim() === '') throw new HostError('text_required');
      const line = await desk.speak(text, voice);
      if (line.audio_uri === null || line.engine === null)
        throw new HostError('tts_engine_unavailable', { reasons: line.warnings });
      const { duration_ms } = line.alignment;
      return {
        ok: true as const,
        voice: {
          voice: voice ?? 'default',
          engine: line.engine,
          real: line.real,
          segments: [{ text, start_ms: 0, duration_ms, audio_uri: line.audio_uri }],
        },
        warnings: [...line.warnings],
      };
    },
  );

  app.post(
    '/v2/speech',
    {
      schema: {
        tags: ['voice'],
        description: 'Speaks the lines of a script, so that a studio can play it in step.',
        body: speechRequest,
        response: { 200: speechAnswer },
      },
    },
    async (request) => {
      const spoken = await Promise.all(
        request.body.lines.map(async ({ id, text, voice = null }) => [id, await desk.speak(text, voice)] as const),
      );
      return {
        lines: Object.fromEntries(
          spoken.map(([id, { alignment, audio_uri, engine, real, warnings }]) => [
            id,
            { audio_uri, engine, real, ...alignment, words: [...alignment.words], warnings: [...warnings] },
          ]),
        ),
        alignment: {
          lines: Object.fromEntries(
            spoken.map(([id, { alignment }]) => [id, { ...alignment, words: [...alignment.words] }]),
          ),
        },
        warnings: spoken.flatMap(([, { warnings }]) => warnings),
      };
    },
  );

  app.get(
    '/v1/audio/:file',
    { schema: { tags: ['voice'], params: z.object({ file: z.string() }) } },
    async (request, reply) => {
      const { file } = request.params;
      if (!AudioStore.isName(file)) throw new HostError('audio_not_found');
      // The name is the hash of all the sound depends on, so it never changes.
      return reply.sendFile(file, audio.folder, { immutable: true, maxAge: '365d', dotfiles: 'deny' });
    },
  );
}
