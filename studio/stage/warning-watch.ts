import type { Warning } from '../../plugins/contract/index.ts';

/** How often a renderer is asked, in milliseconds: what it could not honour stays so for longer. */
const EVERY_MS = 1000;
/** What is said while something is on its way passes by itself. */
const PASSING = /\/still-loading$/;

/** Passes on what a renderer could not honour: each reason once, for as long as the page is open. */
export class WarningWatch {
  private readonly told = new Set<string>();
  private readonly tell: (warning: Warning) => void;
  private asked_ms = Number.NEGATIVE_INFINITY;

  constructor(tell: (warning: Warning) => void) {
    this.tell = tell;
  }

  /** To be called with every picture; `warnings` is asked for once a second. */
  look(now_ms: number, warnings: () => readonly Warning[]): void {
    if (now_ms - this.asked_ms < EVERY_MS) return;
    this.asked_ms = now_ms;
    for (const warning of warnings()) this.note(warning);
  }

  /** What is known at once. */
  note(warning: Warning): void {
    const key = `${warning.code} ${warning.message}`;
    if (PASSING.test(warning.code) || this.told.has(key)) return;
    this.told.add(key);
    this.tell(warning);
  }
}
