/** A request that did not work out, in words for the person who made it. */
export class HostError extends Error {
  readonly code: string;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  readonly cure: string | null;
  /** After a `revision_conflict`: the revision to build on. */
  readonly expectedRevision: number | null;

  constructor(
    code: string,
    message: string,
    about: { status?: number; cure?: string | null; expectedRevision?: number | null; cause?: unknown } = {},
  ) {
    super(message, { cause: about.cause });
    this.name = 'HostError';
    this.code = code;
    this.status = about.status ?? 0;
    this.cure = about.cure ?? null;
    this.expectedRevision = about.expectedRevision ?? null;
  }
}

/** Cures for what the host reports by code alone. */
const CURES: Readonly<Record<string, { readonly message: string; readonly cure: string }>> = {
  invalid_api_key: { message: 'This host wants an API key.', cure: 'Enter a key of this host.' },
  ip_not_allowed: {
    message: 'This host does not accept requests from your address.',
    cure: 'Ask its operator to add your address to OPENCOMMOTION_ALLOWED_IPS.',
  },
  prompt_too_long: { message: 'The prompt is too long.', cure: 'Shorten it to 4000 characters.' },
  revision_conflict: {
    message: 'Somebody else changed this scene in the meantime.',
    cure: 'Send again to build on the newest revision.',
  },
  tts_engine_unavailable: {
    message: 'No voice engine is ready.',
    cure: 'Run “opencommotion plugins list” to see why, or allow the fallback voice.',
  },
};

export function explain(code: string, status: number, message: string | undefined, cure: string | null | undefined) {
  const known = CURES[code];
  return {
    message: message ?? known?.message ?? `The host answered ${status} (${code}).`,
    cure: cure ?? known?.cure ?? (status >= 500 ? 'Try again; if it stays, look into the host’s log.' : null),
  };
}
