import { z } from 'zod';

/** What a turn goes through; `repairing` and `checking` come once for each repair. The last three end it. */
export const STAGES = [
  'requested',
  'writing',
  'checking',
  'repairing',
  'speaking',
  'composing',
  'done',
  'failed',
  'cancelled',
] as const;

export const turnProgressSchema = z.object({
  stage: z.enum(STAGES),
  /** Of which repair; 0 before the first. */
  repair: z.int().nonnegative(),
  /** How much of the turn lies behind it, as far as that can be told: 0 to 1, never less than before. */
  progress: z.number().min(0).max(1),
  /** Since the request, in whole milliseconds. */
  elapsed_ms: z.int().nonnegative(),
  /** One sentence for a person. */
  detail: z.string(),
});

export type TurnProgress = z.infer<typeof turnProgressSchema>;
export type Stage = TurnProgress['stage'];

/** Where each stage begins; a repair goes back to a stage, but not in `progress`. */
const SHARE: Readonly<Record<Stage, number>> = {
  requested: 0,
  writing: 0.05,
  checking: 0.5,
  repairing: 0.5,
  speaking: 0.6,
  composing: 0.9,
  done: 1,
  failed: 1,
  cancelled: 1,
};

/** What those who wait for a turn are told while it runs. */
export interface TurnListener {
  progressed(progress: TurnProgress): void;
  /** A piece of the script, as it is written; `restarted` says that those before it were of a try that failed. */
  wrote(text: string): void;
  restarted(): void;
}

/** The way that one turn takes: remembers its stages, tells each of them to all who listen, latecomers included. */
export class TurnCourse {
  readonly #now: () => number;
  readonly #began: number;
  readonly #listeners = new Set<TurnListener>();
  readonly #stages: TurnProgress[] = [];
  #written = '';
  #repair = 0;

  constructor(now: () => number) {
    this.#now = now;
    this.#began = now();
  }

  get stages(): readonly TurnProgress[] {
    return this.#stages;
  }

  /** Tells `listener` what has been, then what comes. Returns how to leave. */
  follow(listener: TurnListener): () => void {
    for (const stage of this.#stages) listener.progressed(stage);
    if (this.#written !== '') listener.wrote(this.#written);
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  enter(stage: Stage, detail: string, repair = this.#repair): void {
    this.#repair = repair;
    const before = this.#stages.at(-1)?.progress ?? 0;
    const elapsed_ms = Math.max(0, Math.round(this.#now() - this.#began));
    const progress = Math.max(before, SHARE[stage]);
    const entered = { stage, repair, progress, elapsed_ms, detail };
    this.#stages.push(entered);
    for (const listener of this.#listeners) listener.progressed(entered);
  }

  wrote(text: string): void {
    this.#written += text;
    for (const listener of this.#listeners) listener.wrote(text);
  }

  /** What was written so far counts no more: the script is written anew. */
  restart(): void {
    if (this.#written === '') return;
    this.#written = '';
    for (const listener of this.#listeners) listener.restarted();
  }
}
