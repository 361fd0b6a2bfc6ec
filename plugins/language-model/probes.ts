import { PluginFailure, type ProviderProbe } from '../contract/index.ts';
import { asFailure } from './failures.ts';

/** How long a probe waits for a server. */
const PROBE_MS = 3_000;

/** What a probe asks, and how. */
export interface Inquiry<Found extends { readonly server: string }> {
  /** For people, also where it was not found. */
  readonly model: string | null;
  /** Fails where a setting is missing or wrong. */
  readonly configured: () => Found;
  /** Asks the server. */
  readonly look: (found: Found, signal: AbortSignal) => Promise<ProviderProbe>;
}

/** Looks at a server for a few seconds; whatever is wrong with it is an answer. */
export async function probeServer<Found extends { readonly server: string }>(
  { configured, look, model }: Inquiry<Found>,
  outer: AbortSignal,
): Promise<ProviderProbe> {
  let found: Found;
  try {
    found = configured();
  } catch (error) {
    return unreadyProbe(error, false, model);
  }
  const late = AbortSignal.timeout(PROBE_MS);
  try {
    return await look(found, AbortSignal.any([outer, late]));
  } catch (error) {
    return unreadyProbe(late.aborted ? tooLate(found.server) : readable(error, found.server, outer), true, model);
  }
}

const tooLate = (server: string): PluginFailure =>
  new PluginFailure('unreachable', `${server} did not answer within ${PROBE_MS / 1000} s.`, 'Is it busy, or stuck?');

/** A body that is no JSON, or not the right one, is the only thing that fails without words of ours. */
const readable = (error: unknown, server: string, outer: AbortSignal): PluginFailure =>
  error instanceof PluginFailure ? error : asFailure(error, server, null, outer);

/** What a server said of itself. */
export interface ModelFindings {
  /** How it is named to people. */
  readonly server: string;
  readonly version: string | null;
  readonly model: string;
  /** Null where the server does not list its models. */
  readonly models: readonly string[] | null;
  /** How to get a model that is not there. */
  readonly cure: string;
}

const MOST_NAMED = 5;

/** A server that answered: whether it has the model. */
export function judgeModel({ cure, model, models, server, version }: ModelFindings): ProviderProbe {
  const present = models === null ? null : models.includes(model);
  const known = { configured: true, reachable: true, model, model_present: present, version };
  if (present !== false) return { ...known, ready: true, detail: `${server} is there, with the model ${model}.` };
  const some = models?.slice(0, MOST_NAMED).join(', ') || 'none';
  return { ...known, ready: false, detail: `${server} is there, but has no model ${model} (it has: ${some}). ${cure}` };
}

/** Why a provider could not be asked. `configured` is false where a setting is missing. */
export function unreadyProbe(error: unknown, configured: boolean, model: string | null): ProviderProbe {
  const cure = error instanceof PluginFailure && error.cure !== null ? ` ${error.cure}` : '';
  const message = error instanceof Error ? error.message : String(error);
  // Only an answer shows that somebody is there.
  const answered = error instanceof PluginFailure && !['unreachable', 'aborted'].includes(error.code);
  const reachable = configured ? answered : null;
  return {
    ready: false,
    detail: `${message}${cure}`,
    version: null,
    configured,
    reachable,
    model,
    model_present: null,
  };
}
