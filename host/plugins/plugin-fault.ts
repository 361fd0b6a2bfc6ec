/** A call of a plugin that went wrong, whatever the plugin threw: which plugin, which method, a code, the cause. */
export class PluginFault extends Error {
  /** `voice/espeak`. */
  readonly plugin: string;
  readonly method: string;
  /** `host/plugin-timeout`, or the plugin's own with its name before it: `voice.espeak/no-audio`. */
  readonly code: string;
  readonly cure: string;
  constructor(
    plugin: string,
    method: string,
    what: { readonly code: string; readonly message: string; readonly cure: string },
    cause?: unknown,
  ) {
    super(`${plugin} ${method}: ${what.message}`, { cause });
    this.name = 'PluginFault';
    this.plugin = plugin;
    this.method = method;
    this.code = what.code;
    this.cure = what.cure;
  }
}

const MAX_MESSAGE = 500;

const messageOf = (thrown: unknown): string => {
  try {
    return String(thrown instanceof Error ? thrown.message : thrown).slice(0, MAX_MESSAGE);
  } catch {
    return 'it threw something that cannot be printed';
  }
};

/** Third parties may carry their own copy of the contract, so `PluginFailure` is known by its shape. */
const ownFailure = (thrown: unknown): { readonly code: string; readonly cure: string | null } | null => {
  if (!(thrown instanceof Error) || thrown.name !== 'PluginFailure') return null;
  const { code, cure } = thrown as { code?: unknown; cure?: unknown };
  if (typeof code !== 'string') return null;
  return { code, cure: typeof cure === 'string' ? cure : null };
};

/** Tags what a plugin threw. */
export function toFault(plugin: string, method: string, thrown: unknown): PluginFault {
  if (thrown instanceof PluginFault) return thrown;
  const own = ownFailure(thrown);
  if (own)
    return new PluginFault(
      plugin,
      method,
      {
        code: `${plugin.replace('/', '.')}/${own.code}`,
        message: messageOf(thrown),
        cure: own.cure ?? "See the plugin's README.",
      },
      thrown,
    );
  const code = method === 'import' ? 'host/plugin-load-failed' : 'host/plugin-failed';
  return new PluginFault(
    plugin,
    method,
    { code, message: messageOf(thrown), cure: 'Report this to the author of the plugin; the log has the stack.' },
    thrown,
  );
}
