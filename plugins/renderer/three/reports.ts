import type { Warning } from '../../contract/index.ts';

/** What could not be honoured, each reason once, in the order in which it was met. */
export class Reports {
  readonly #met = new Map<string, Warning>();

  add(code: string, message: string): void {
    const warning = { code: `renderer.three/${code}`, message };
    this.#met.set(`${warning.code} ${message}`, warning);
  }

  clear(): void {
    this.#met.clear();
  }

  list(): readonly Warning[] {
    return [...this.#met.values()];
  }
}
