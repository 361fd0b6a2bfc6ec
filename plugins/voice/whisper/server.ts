import { z } from 'zod';
import { PluginFailure, type Probe } from '../../contract/index.ts';
import { aborted, excerpt, garbled } from './failures.ts';
import type { Segment } from './heard-words.ts';

export interface Server {
  /** Without the slash at its end. */
  readonly url: string;
  readonly language: string;
  readonly timeoutMs: number;
}

const MOST_BYTES = 8 * 1024 * 1024;
const START = 'Start it: whisper-server -m MODEL --port 8080; or correct the setting url.';

const answerSchema = z.union([
  z.object({ error: z.string() }),
  z.object({
    segments: z.array(
      z.object({
        text: z.string(),
        words: z.array(z.object({ word: z.string(), start: z.number(), end: z.number() })).optional(),
      }),
    ),
  }),
  z.object({ text: z.string() }),
]);

/** The address of a server, or the reason why it is none. */
export function addressOf(text: string): string | PluginFailure {
  const url = URL.parse(text);
  if (url && /^https?:$/.test(url.protocol)) return url.href.replace(/\/+$/, '');
  const cure = 'It looks like http://127.0.0.1:8080.';
  return new PluginFailure('address-invalid', `The setting url is no http or https address: "${text}".`, cure);
}

/** Whether the server is there and has its model; older servers have no `/health`, and are taken as they are. */
export async function probeServer({ url }: Server, signal: AbortSignal): Promise<Probe> {
  const not = (detail: string): Probe => ({ ready: false, detail, version: null });
  try {
    const response = await fetch(`${url}/health`, { redirect: 'manual', signal });
    await response.body?.cancel();
    if (response.ok || response.status === 404)
      return { ready: true, detail: `whisper.cpp server at ${new URL(url).host}.`, version: null };
    if (response.status === 503) return not('The whisper.cpp server is still loading its model: wait a moment.');
    return not(`The whisper.cpp server answered its health check with HTTP ${response.status}. ${START}`);
  } catch (error) {
    return not(`No whisper.cpp server can be reached at ${new URL(url).host} (${reasonOf(error)}). ${START}`);
  }
}

/**
 * Has a WAV file understood. Fails with `unreachable`, `loading`, `not-found`, `server-failed`, `engine-failed`,
 * `answer-cut-off`, `answer-too-long`, `answer-garbled`, `engine-timeout`, `aborted`.
 */
export async function askServer(server: Server, wav: Uint8Array, hint: string, outer: AbortSignal): Promise<Segment[]> {
  const late = AbortSignal.timeout(server.timeoutMs);
  const signal = AbortSignal.any([outer, late]);
  const given = (error: unknown, otherwise: () => PluginFailure): PluginFailure => {
    if (error instanceof PluginFailure) return error;
    if (outer.aborted) return aborted();
    if (!late.aborted) return otherwise();
    const message = `The whisper.cpp server did not answer within ${server.timeoutMs} ms.`;
    return new PluginFailure('engine-timeout', message, 'Send a shorter recording, or raise timeout_ms.');
  };
  const request = { method: 'POST', body: formOf(server, wav, hint), redirect: 'manual', signal } as const;
  const response = await fetch(`${server.url}/inference`, request).catch((error: unknown) => {
    throw given(error, () => {
      const message = `No whisper.cpp server can be reached at ${new URL(server.url).host} (${reasonOf(error)}).`;
      return new PluginFailure('unreachable', message, START, { cause: error });
    });
  });
  const text = await bodyOf(response).catch((error: unknown) => {
    throw given(error, () => {
      const message = `The answer of the whisper.cpp server broke off: ${reasonOf(error)}.`;
      return new PluginFailure('answer-cut-off', message, 'Try again.', { cause: error });
    });
  });
  if (!response.ok) throw failureOf(response.status, text);
  return segmentsOf(text);
}

function formOf({ language }: Server, wav: Uint8Array, hint: string): FormData {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(wav)], { type: 'audio/wav' }), 'recording.wav');
  form.set('response_format', 'verbose_json');
  form.set('temperature', '0.0');
  form.set('language', language);
  // It divides long stretches; not within a word, please.
  form.set('split_on_word', 'true');
  // Otherwise it works out how probable each of a hundred languages is, for every recording.
  form.set('no_language_probabilities', 'true');
  if (hint !== '') form.set('prompt', hint);
  return form;
}

async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > MOST_BYTES)
      throw new PluginFailure('answer-too-long', `The whisper.cpp server answered more than ${MOST_BYTES} bytes.`);
  }
  return Buffer.concat(chunks).toString();
}

function failureOf(status: number, said: string): PluginFailure {
  if (status === 503)
    return new PluginFailure('loading', 'The whisper.cpp server is still loading its model.', 'Try again in a moment.');
  if (status === 404 || (status >= 300 && status < 400))
    return new PluginFailure('not-found', `There is no whisper.cpp server at this address (HTTP ${status}).`, START);
  const message = `The whisper.cpp server failed (HTTP ${status}): ${excerpt(said)}`;
  return new PluginFailure('server-failed', message, "Try again; the server's log has the reason.");
}

function segmentsOf(text: string): Segment[] {
  let answer: z.infer<typeof answerSchema>;
  try {
    answer = answerSchema.parse(JSON.parse(text));
  } catch (error) {
    throw garbled('The whisper.cpp server', text, error);
  }
  // Its own faults come with HTTP 200.
  if ('error' in answer)
    throw new PluginFailure('engine-failed', `The whisper.cpp server could not do it: ${excerpt(answer.error)}`);
  if ('text' in answer) return [{ text: answer.text, tokens: null }];
  return answer.segments.map(({ text: line, words }) => ({
    text: line,
    tokens: words?.map(({ word, start, end }) => ({ text: word, start_ms: start * 1000, end_ms: end * 1000 })) ?? null,
  }));
}

/** `fetch` hides the system's reason one level down. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code: unknown = cause instanceof Error ? Reflect.get(cause, 'code') : null;
  return typeof code === 'string' ? code : cause instanceof Error ? cause.message : String(cause);
}
