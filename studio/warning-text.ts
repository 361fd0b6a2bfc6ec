/** A warning of a turn: what a person reads, and the code behind it. */
export interface TurnWarning {
  readonly code: string | null;
  readonly message: string;
}

/** The host writes `provider.heuristic/no-form: The stage has …`; of notes like `voice: tone instead of espeak` all is to be read. */
export function readWarning(text: string): TurnWarning {
  const [, code, message] = /^([\w.-]+\/[\w-]+): (.+)$/s.exec(text) ?? [];
  return code === undefined || message === undefined ? { code: null, message: text } : { code, message };
}
