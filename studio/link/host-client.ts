import { escapedPath } from '../stage/fetch-file.ts';
import { checkAnswer } from './check-answer.ts';
import { explain, HostError } from './host-error.ts';
import type {
  Answer,
  AnswerKind,
  ErrorDetail,
  Examples,
  ListedRenderer,
  SpokenLines,
  TurnEnvelope,
} from './host-schemas.ts';
import type { TurnWatch } from './turn-stream.ts';

export interface LineToSpeak {
  readonly id: string;
  readonly text: string;
  readonly voice: string | null;
}

export interface TurnRequest {
  readonly session_id: string;
  readonly prompt: string;
  readonly scene_id?: string;
  readonly base_revision?: number;
  readonly script?: string;
  readonly intent?: { readonly rebuild: boolean };
  readonly capabilities: { readonly mode: '2d' | '3d' };
}

export interface Access {
  /** The API key to send, asked for with every request. */
  readonly key: () => string | null;
  /** The host wants a key, or another one. */
  readonly refused: () => void;
}

/** Everything the studio asks of the host over HTTP. Every failure is a `HostError`. */
export class HostClient {
  private readonly base: URL;
  private readonly access: Access;
  private readonly request: typeof fetch;

  /** `base`: where the host's paths begin. */
  constructor(base: URL, access: Access, request: typeof fetch = (...args) => fetch(...args)) {
    this.base = base;
    this.access = access;
    this.request = request;
  }

  async examples(): Promise<Examples> {
    return (await this.json('v2/examples', 'examples')).examples;
  }

  /** A script, and the data files beside it. */
  async example(name: string): Promise<{ readonly script: string; readonly files: Readonly<Record<string, string>> }> {
    const { script, files } = await this.json(`v2/examples/${encodeURIComponent(name)}`, 'example');
    return { script, files: files ?? {} };
  }

  /** Prefabs that every script may use: their text by name. */
  async library(): Promise<Readonly<Record<string, string>>> {
    return (await this.json('v2/library', 'library')).prefabs;
  }

  async renderers(): Promise<readonly ListedRenderer[]> {
    return (await this.json('v2/renderers', 'renderers')).renderers;
  }

  /** Lets the host count what could not be drawn here. */
  async report(warnings: readonly { readonly code: string; readonly message: string }[]): Promise<void> {
    const cut = warnings.map(({ code, message }) => ({ code, message: message.slice(0, 500) }));
    await this.json('v2/renderers/warnings', 'done', { warnings: cut });
  }

  speech(lines: readonly LineToSpeak[], signal?: AbortSignal): Promise<SpokenLines> {
    const wanted = lines.map(({ id, text, voice }) => (voice === null ? { id, text } : { id, text, voice }));
    return this.json('v2/speech', 'speech', { lines: wanted }, signal);
  }

  /** Has a prompt answered, `watch` being told how that gets on. */
  async orchestrate(turn: TurnRequest, watch: TurnWatch, signal?: AbortSignal): Promise<TurnEnvelope> {
    const response = await this.ask('v2/orchestrate?stream=1', {
      method: 'POST',
      body: JSON.stringify(turn),
      headers: { 'content-type': 'application/json' },
      ...(signal && { signal }),
    });
    const { readTurn } = await import('./turn-stream.ts');
    return readTurn(response.body ?? new ReadableStream(), watch, failureOf);
  }

  /** Who would listen now; `engine` null: nobody. */
  async listener(signal?: AbortSignal): Promise<{ readonly engine: string | null; readonly real: boolean }> {
    const { stt } = await this.json('v1/voice/capabilities', 'voices', undefined, signal);
    return { engine: stt.effective_engine, real: stt.real_engines.includes(stt.effective_engine ?? '') };
  }

  /** What is said in a recording. */
  async transcribe(recording: Blob, signal?: AbortSignal): Promise<string> {
    const form = new FormData();
    form.set('audio', recording, 'recording');
    const answer = await this.json('v1/voice/transcribe', 'transcript', form, signal);
    return answer.transcript.text;
  }

  /** A short-lived ticket for the event socket; null where the host wants none or knows none. */
  async ticket(): Promise<string | null> {
    try {
      return (await this.json('v2/events/ticket', 'ticket', {})).ticket;
    } catch (error) {
      if (error instanceof HostError && (error.status === 404 || error.status === 405)) return null;
      throw error;
    }
  }

  async audio(uri: string): Promise<ArrayBuffer> {
    return (await this.ask(uri, {})).arrayBuffer();
  }

  /** An image or a model beside the examples, by the path that a script writes. */
  async file(path: string): Promise<Blob> {
    return (await this.ask(`v2/files/${escapedPath(path)}`, {})).blob();
  }

  /** The event socket's address. */
  eventsUrl(ticket: string | null): string {
    const url = new URL('v2/events/ws', this.base);
    url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
    if (ticket !== null) url.searchParams.set('ticket', ticket);
    return url.href;
  }

  /** Asks, with a body where one is given, and checks the answer. */
  async json<K extends AnswerKind>(path: string, kind: K, body?: unknown, signal?: AbortSignal): Promise<Answer<K>> {
    const init: RequestInit = { ...(signal && { signal }) };
    if (body instanceof FormData || body instanceof Blob) {
      init.method = 'POST';
      init.body = body;
    } else if (body !== undefined) {
      init.method = 'POST';
      init.body = JSON.stringify(body);
      init.headers = { 'content-type': 'application/json' };
    }
    const response = await this.ask(path, init);
    const checked = await checkAnswer(kind, await response.json().catch(() => undefined));
    if ('answer' in checked) return checked.answer;
    throw new HostError('studio/unexpected-answer', `The host’s answer to ${path} does not fit (${checked.defect}).`, {
      status: response.status,
      cure: 'Reload the page; if it stays, studio and host are of different versions.',
    });
  }

  /** Asks for what is no JSON. */
  async ask(path: string, init: RequestInit): Promise<Response> {
    const url = new URL(path.replace(/^\//, ''), this.base);
    const headers = new Headers(init.headers);
    const key = this.access.key();
    if (key !== null && url.origin === this.base.origin) headers.set('x-api-key', key);
    const response = await this.request(url, { ...init, headers }).catch((cause: unknown) => {
      if (init.signal?.aborted) throw cause;
      throw new HostError('studio/host-unreachable', 'The host does not answer.', {
        cure: 'Check that “npm start” is still running.',
        cause,
      });
    });
    if (response.ok) return response;
    // A request that set out before the key was given says nothing about the key.
    if (response.status === 401 && key === this.access.key()) this.access.refused();
    const body = await checkAnswer('error', await response.json().catch(() => undefined));
    const detail = 'answer' in body ? body.answer.detail : undefined;
    throw failureOf(response.status, detail ?? { error: `http_${response.status}` });
  }
}

function failureOf(status: number, { cure, error, expected_revision, message }: ErrorDetail): HostError {
  const known = explain(error, status, message, cure);
  return new HostError(error, known.message, { status, cure: known.cure, expectedRevision: expected_revision ?? null });
}
