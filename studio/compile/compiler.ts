import type { Alignment, Diagnostic, Mode, Timeline } from '../../dsl/index.ts';
import type { CompileRequest } from './compile-protocol.ts';

export interface Compiled {
  readonly timeline: Timeline;
  readonly diagnostics: readonly Diagnostic[];
}

/** What of a `Worker` is used. */
export interface CompileChannel {
  postMessage(request: CompileRequest): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: { readonly message: string }) => void) | null;
}

interface Job {
  readonly request: CompileRequest;
  readonly resolve: (compiled: Compiled | null) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Compiles in a worker, the latest wish first: while one text is being compiled only the newest of those that came
 * since is kept; whoever asked for another gets null.
 */
export class Compiler {
  private readonly channel: CompileChannel;
  private running: Job | null = null;
  private next: Job | null = null;
  private count = 0;
  private prefabs: Readonly<Record<string, string>> = {};

  constructor(channel: CompileChannel) {
    this.channel = channel;
    channel.onmessage = ({ data }) => void this.receive(data);
    channel.onerror = ({ message }) => this.finish((job) => job.reject(new Error(`The compiler stopped: ${message}`)));
  }

  /** The library whose pieces every script may use, by name. */
  setLibrary(prefabs: Readonly<Record<string, string>>): void {
    this.prefabs = prefabs;
  }

  /** Resolves with null where a newer wish overtook this one. `files`: what lies beside the script. */
  compile(
    text: string,
    mode: Mode,
    alignment: Alignment | null,
    files: Readonly<Record<string, string>> = {},
  ): Promise<Compiled | null> {
    return new Promise((resolve, reject) => {
      const surroundings = { prefabs: { ...this.prefabs }, files: { ...files } };
      const request: CompileRequest = { id: ++this.count, text, mode, alignment: plain(alignment), surroundings };
      this.next?.resolve(null);
      this.next = { request, resolve, reject };
      this.proceed();
    });
  }

  private proceed(): void {
    if (this.running !== null || this.next === null) return;
    this.running = this.next;
    this.next = null;
    this.channel.postMessage(this.running.request);
  }

  private async receive(data: unknown): Promise<void> {
    const { checkCompileAnswer } = await import('./compile-protocol.ts');
    const answer = checkCompileAnswer(data);
    if (answer === null) {
      this.finish((job) => job.reject(new Error('The compiler gave an answer that does not fit.')));
      return;
    }
    const { id, outcome } = answer;
    if (id !== this.running?.request.id) return;
    this.finish((job) => {
      if (this.next !== null) job.resolve(null);
      else if ('failure' in outcome) job.reject(new Error(outcome.failure));
      else job.resolve(outcome);
    });
  }

  private finish(settle: (job: Job) => void): void {
    const job = this.running;
    this.running = null;
    if (job !== null) settle(job);
    this.proceed();
  }
}

/** The same alignment as mutable plain data, which is what the schema speaks of. */
const plain = (alignment: Alignment | null): CompileRequest['alignment'] =>
  alignment === null
    ? null
    : {
        lines: Object.fromEntries(
          Object.entries(alignment.lines).map(([id, line]) => [
            id,
            { ...line, words: line.words.map((w) => ({ ...w })) },
          ]),
        ),
      };
