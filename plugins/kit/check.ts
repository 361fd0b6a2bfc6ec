/** One thing that a plugin of a kind must do. `run` resolves when it does, and rejects with a reason that a person can act on. */
export interface Check {
  readonly name: string;
  run(): Promise<void>;
}

/** Ends a check with its reason unless `holds`. */
export function ensure(holds: boolean, reason: string): asserts holds {
  if (!holds) throw new Error(reason);
}

/** Checks that share something costly, such as a browser, which `close` gives back. */
export interface Suite {
  readonly checks: readonly Check[];
  close(): Promise<void>;
}
