import { PluginFailure, type ProviderProbe } from '../contract/index.ts';
import { systemCode } from './failures.ts';

/** How long a probe waits for a server. */
export const PROBE_MS = 3_000;

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
  const reachable = configured ? answered && systemCode(error) === null : null;
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
