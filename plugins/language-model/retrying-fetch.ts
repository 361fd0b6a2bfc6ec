import { setTimeout as wait } from 'node:timers/promises';
import { PluginFailure } from '../contract/index.ts';
import { aborted, failureOfStatus, nobodyThere, notItsKind, unreachable } from './failures.ts';
import { withoutSecrets } from './secrets.ts';

export interface CallerSettings {
  /** How the server is named to people, without what is secret. */
  readonly server: string;
  readonly signal: AbortSignal;
  /** How often a request is sent again. */
  readonly retries: number;
  /**
   * Before the second request; it doubles each time up to 20 s, give or take a quarter. A server's `Retry-After` goes
   * before; one that asks for more than 20 s is not waited for.
   */
  readonly firstWaitMs: number;
  /** Goes to the server as a bearer token, and is never shown, whoever repeats it. Null where the server wants none. */
  readonly secret: string | null;
}

export interface Caller {
  readonly fetch: typeof fetch;
  requests(): number;
}

const LONGEST_WAIT_MS = 20_000;
/** A script is a few kilobytes; with the wrapping of each word this is a hundred times more than enough. */
const MOST_BYTES = 64 * 1024 * 1024;
const WORTH_ANOTHER_TRY = new Set([408, 409, 425, 429, 500, 502, 503, 504, 529]);

/**
 * A `fetch` for an SDK: sends again what may succeed later, follows no redirect (a prompt goes only where it was
 * addressed), limits what it reads, and fails with a `PluginFailure`. Both SDKs get it, so that one place knows how many
 * requests were sent, and with which headers.
 */
export function createCaller(settings: CallerSettings): Caller {
  const { retries, secret, server, signal: outer } = settings;
  // No header of the SDKs: they take further keys from the environment, which are not meant for this server.
  const headers = {
    'content-type': 'application/json',
    ...(secret === null ? {} : { authorization: `Bearer ${secret}` }),
  };
  let requests = 0;

  const once = async (input: Parameters<typeof fetch>[0], init: RequestInit, signal: AbortSignal) => {
    requests += 1;
    try {
      const response = await fetch(input, { ...init, headers, signal, redirect: 'manual' });
      if (response.ok) return await answerOf(response, server);
      const said = await excerpt(response, secret);
      const after = retryAfter(response.headers);
      const again = WORTH_ANOTHER_TRY.has(response.status) && (after ?? 0) <= LONGEST_WAIT_MS;
      return { failure: failureOfStatus(response.status, said, server, after), again, after };
    } catch (error) {
      if (signal.aborted) throw aborted(error);
      if (error instanceof PluginFailure) throw error;
      return { failure: unreachable(server, error), again: !nobodyThere(error), after: null };
    }
  };

  return {
    requests: () => requests,
    fetch: async (input, init = {}) => {
      const signal = init.signal ? AbortSignal.any([outer, init.signal]) : outer;
      if (signal.aborted) throw aborted();
      for (let tries = 0; ; tries += 1) {
        const result = await once(input, init, signal);
        if (result instanceof Response) return result;
        if (!result.again || tries >= retries) throw result.failure;
        const chance = 0.75 + Math.random() / 2;
        const backOff = settings.firstWaitMs * 2 ** tries * chance;
        await wait(Math.min(LONGEST_WAIT_MS, result.after ?? backOff), null, { signal }).catch((error: unknown) => {
          throw aborted(error);
        });
      }
    },
  };
}

/** `Retry-After` in seconds or as a date; null where it is absent or unreadable. */
function retryAfter(headers: Headers): number | null {
  const value = headers.get('retry-after');
  if (value === null) return null;
  const ms = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}

const MOST_SAID = 300;

/** The beginning of an error's body on one line. */
async function excerpt(response: Response, secret: string | null): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > 16 * MOST_SAID) break;
    }
  } catch (error) {
    return `its reason broke off (${error instanceof Error ? error.message : String(error)})`;
  }
  const text = Buffer.concat(chunks).toString().replaceAll(/\s+/g, ' ').trim();
  return withoutSecrets(text, [secret]).slice(0, MOST_SAID);
}

/** Its body, as far as it is one that a model's server could send. */
async function answerOf(response: Response, server: string): Promise<Response> {
  if (/^text\/html\b/i.test(response.headers.get('content-type') ?? '')) {
    await response.body?.cancel();
    throw notItsKind(server, 'with a web page');
  }
  return limited(response);
}

function limited(response: Response): Response {
  if (response.body === null) return response;
  let bytes = 0;
  const gauge = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      bytes += chunk.length;
      if (bytes > MOST_BYTES) controller.error(tooLong());
      else controller.enqueue(chunk);
    },
  });
  const { headers, status, statusText } = response;
  return new Response(response.body.pipeThrough(gauge), { headers, status, statusText });
}

export const tooLong = (): PluginFailure =>
  new PluginFailure(
    'answer-too-long',
    'The model talked on and on, and was stopped.',
    'Ask for less, or try another model.',
  );
