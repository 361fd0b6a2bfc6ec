import multipart from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { HostError } from '../errors.ts';
import type { App } from '../http/app.ts';
import { requestSignal } from '../http/request-signal.ts';
import type { ListeningDesk } from './listening-desk.ts';

const MOST_RECORDED_BYTES = 32 * 1024 * 1024;
const MOST_HINT_BYTES = 4_000;
const ms = z.int().nonnegative();

/** For the document of the API only: a form comes as a stream and is read, and judged, part by part. */
const formSchema = z.object({
  audio: z
    .string()
    .meta({ format: 'binary' })
    .describe('A sound file: WAV, MP3, or Opus in WebM or Ogg; 5 minutes at most.'),
  hint: z.string().optional().describe('What is probably said.'),
});

const answerSchema = z.object({
  ok: z.literal(true),
  transcript: z.object({
    text: z.string(),
    words: z.array(z.object({ word: z.string(), start_ms: ms, end_ms: ms })),
    duration_ms: ms,
    engine: z.string(),
    /** False where a stand-in gave back the hint. */
    real: z.boolean(),
    degrade_notes: z.array(z.string()),
  }),
  warnings: z.array(z.object({ code: z.string(), message: z.string() })),
});

interface Form {
  readonly audio: Uint8Array;
  readonly hint: string | null;
}

async function readForm(request: FastifyRequest): Promise<Form> {
  if (!request.isMultipart()) throw new HostError('empty_audio_payload');
  let audio: Uint8Array = new Uint8Array();
  let hint: string | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer();
      if (part.fieldname === 'audio') audio = bytes;
    } else if (part.fieldname === 'hint' && typeof part.value === 'string' && part.value.trim() !== '')
      hint = part.value;
  }
  return { audio, hint };
}

/** The parser of forms throws bare errors at what is broken; those with a status are of the host's own limits. */
function formFault(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof HostError || 'statusCode' in error) return error;
  return new HostError('bad_request', { reason: error.message }, { cause: error });
}

/** `POST /v1/voice/transcribe`, in a room of its own: nothing else of the host takes forms. */
export async function transcribeRoute(app: App, ears: ListeningDesk): Promise<void> {
  await app.register(async (room: App) => {
    await room.register(multipart, {
      limits: { fileSize: MOST_RECORDED_BYTES, fieldSize: MOST_HINT_BYTES, files: 1, fields: 10, parts: 11 },
    });
    room.post(
      '/v1/voice/transcribe',
      {
        bodyLimit: MOST_RECORDED_BYTES + 64 * 1024,
        validatorCompiler: () => (value) => ({ value }),
        schema: {
          tags: ['voice'],
          description: 'What is said in a recording.',
          consumes: ['multipart/form-data'],
          body: formSchema,
          response: { 200: answerSchema },
        },
      },
      async (request, reply) => {
        const { audio, hint } = await readForm(request).catch((error: unknown) => {
          throw formFault(error);
        });
        const heard = await ears.transcribe(audio, hint, requestSignal(reply));
        const { degrade_notes, duration_ms, engine, real, text, warnings, words } = heard;
        return {
          ok: true as const,
          transcript: {
            text,
            words: words.map(({ offset, length, start_ms, end_ms }) => ({
              word: text.slice(offset, offset + length),
              start_ms: Math.round(start_ms),
              end_ms: Math.round(end_ms),
            })),
            duration_ms,
            engine,
            real,
            degrade_notes: [...degrade_notes],
          },
          warnings: [...warnings],
        };
      },
    );
  });
}
