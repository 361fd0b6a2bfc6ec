import { ZodError } from 'zod';
import { PluginFailure } from '../contract/index.ts';
import { withoutSecrets } from './secrets.ts';

export const aborted = (cause?: unknown): PluginFailure =>
  new PluginFailure('aborted', 'The request was given up.', null, { cause });

/**
 * Where a model's server is at fault, in words for a person. `said` is the beginning of its body, secrets taken out;
 * `afterMs` the time after which it wants to be asked again, null where it said none.
 */
export function failureOfStatus(status: number, said: string, server: string, afterMs: number | null): PluginFailure {
  const [code, what, usual] = meaning(status);
  const cure = afterMs === null ? usual : `Ask again in ${Math.ceil(afterMs / 1000)} s. ${usual}`;
  return new PluginFailure(code, `${server} ${what} (HTTP ${status})${said && `: ${said}`}`, cure);
}

function meaning(status: number): readonly [code: string, what: string, cure: string] {
  if (status === 401 || status === 403) return ['key-refused', 'refused the key', 'Check the key.'];
  if (status === 404)
    return ['not-found', 'knows no such model or path', 'Check the address and the name of the model.'];
  if (status === 413)
    return ['too-long', 'found the request too long', 'Start a new scene, or use a model with more context.'];
  if (status === 429)
    return ['rate-limited', 'has had too many requests', 'Ask less often, or raise the limit of the account.'];
  if (status >= 500) return ['server-failed', 'failed', "Try again; the server's log has the reason."];
  if (status >= 300 && status < 400)
    return ['redirected', 'points elsewhere', 'Set the address to where the server really is.'];
  return ['request-refused', 'refused the request', 'Check the address and the name of the model.'];
}

const GONE = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** The code of the system's error under a failed `fetch`; null where there is none. */
export function systemCode(error: unknown): string | null {
  for (const each of causesOf(error)) {
    if (each instanceof PluginFailure) continue;
    const code: unknown = Reflect.get(each, 'code');
    if (typeof code === 'string') return code;
  }
  return null;
}

/** Whether nobody listens there: another try a moment later would meet nobody either. */
export const nobodyThere = (error: unknown): boolean => GONE.has(systemCode(error) ?? '');

export function unreachable(server: string, cause: unknown): PluginFailure {
  const code = systemCode(cause);
  const message = `${server} can't be reached${code ? ` (${code})` : ''}.`;
  return new PluginFailure('unreachable', message, 'Start the server, or correct its address.', { cause });
}

/** A server of another kind, or one that speaks its protocol badly. `what` completes "it answered …". */
export const notItsKind = (server: string, what: string): PluginFailure =>
  new PluginFailure(
    'answer-invalid',
    `${server} answered ${what}: not as a server with a model does.`,
    'Correct its address; it ends with /v1 at most servers.',
  );

/**
 * The plugin's own failure, however deep an SDK wrapped it; what else happens to a stream means that it broke off. The
 * SDK's error is not kept as a cause: it holds what the server said, which might be the key.
 */
export function asFailure(error: unknown, server: string, secret: string | null, signal: AbortSignal): PluginFailure {
  if (signal.aborted) return aborted();
  for (const each of causesOf(error)) if (each instanceof PluginFailure) return each;
  if (error instanceof ZodError || error instanceof SyntaxError) return notItsKind(server, 'in another form');
  const said = withoutSecrets(error instanceof Error ? error.message : String(error), [secret]).slice(0, 200);
  const code = systemCode(error);
  const why = code === null ? said : `${said} (${code})`;
  return new PluginFailure('answer-cut-off', `The answer of ${server} broke off: ${why}`, 'Try again.');
}

function* causesOf(error: unknown): Generator<Error> {
  for (let each = error, depth = 0; each instanceof Error && depth < 8; each = each.cause, depth += 1) yield each;
}
