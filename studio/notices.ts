import { type ReadonlySignal, signal } from '@preact/signals-core';
import { HostError } from './link/host-error.ts';

export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'warning' | 'error';
  readonly text: string;
  readonly cure: string | null;
  readonly code: string | null;
}

/** Notices shown at once; older ones make room. */
const SHOWN = 3;

/** What a person should know and did not ask for. Nothing that goes wrong is dropped in silence. */
export class Notices {
  private readonly listSignal = signal<readonly Notice[]>([]);
  private count = 0;

  get list(): ReadonlySignal<readonly Notice[]> {
    return this.listSignal;
  }

  tell(kind: Notice['kind'], text: string, cure: string | null = null, code: string | null = null): void {
    const others = this.listSignal.value.filter((notice) => notice.text !== text);
    this.listSignal.value = [...others, { id: ++this.count, kind, text, cure, code }].slice(-SHOWN);
  }

  /** A failure of any origin. A refused key has a dialog of its own. */
  trouble(error: unknown): void {
    if (error instanceof HostError) {
      if (error.status !== 401) this.tell('error', error.message, error.cure, error.code);
    } else {
      this.tell('error', error instanceof Error ? error.message : String(error));
    }
  }

  dismiss(id: number): void {
    this.listSignal.value = this.listSignal.value.filter((notice) => notice.id !== id);
  }
}
