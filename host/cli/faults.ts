/** The two ways in which a command fails by what it was given. Anything else that is thrown is our own mistake. */

/** What was read is at fault: exit code 1. */
export class InputFault extends Error {
  /** Stable, `cli/…`. */
  readonly code: string;
  /** What was at fault: a file name, `<stdin>`, or the program itself. */
  readonly file: string;
  constructor(code: string, file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InputFault';
    this.code = code;
    this.file = file;
  }
}

/** The command itself is at fault: exit code 2. */
export class UsageFault extends Error {
  override readonly name = 'UsageFault';
}

/** The exit codes, and what each one says. */
export const EXIT = { fine: 0, input: 1, usage: 2 } as const;
