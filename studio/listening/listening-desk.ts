import { type ReadonlySignal, signal } from '@preact/signals-core';
import { HostError } from '../link/host-error.ts';

/** What went wrong, for a person. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly cure: string;
}

export type ListeningState =
  | { readonly kind: 'idle' }
  /** The host is asked whether anybody can listen, and the browser for its microphone. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'recording' }
  /** What was recorded is being understood. */
  | { readonly kind: 'hearing' }
  | ({ readonly kind: 'failed' } & Refusal);

/** A microphone that records. */
export interface Recording {
  /** How loud it is now: 0 silence, 1 as loud as can be. */
  level(): number;
  /** Ends it; what was recorded, in a form that the host takes. */
  finish(): Promise<Blob>;
  /** Ends it and forgets what was recorded. */
  discard(): void;
}

/** Who listens at the host. */
export interface Listener {
  /** Null where nobody does. */
  readonly engine: string | null;
  /** False of a stand-in, which understands nothing. */
  readonly real: boolean;
}

export interface ListeningDeskNeeds {
  readonly listener: (signal: AbortSignal) => Promise<Listener>;
  readonly openMicrophone: () => Promise<Recording | Refusal>;
  readonly transcribe: (recording: Blob, signal: AbortSignal) => Promise<string>;
  /** Called before the microphone opens: what the studio plays should not be recorded. */
  readonly hush: () => void;
  readonly heard: (text: string) => void;
  readonly later: (run: () => void, ms: number) => () => void;
}

/** A prompt is one thought: after this the recording ends by itself. */
export const LONGEST_MS = 60_000;

const NOBODY: Refusal = {
  code: 'studio/nobody-listens',
  message: 'Nothing here understands speech yet.',
  cure: 'On Debian: apt-get install pocketsphinx pocketsphinx-en-us. Whisper, Vosk and others: docs/models-and-voices.md.',
};
const NOTHING: Refusal = {
  code: 'studio/nothing-heard',
  message: 'No words were understood.',
  cure: 'Speak nearer to the microphone, or type it.',
};

/** From a click on the microphone to the words in the prompt box. */
export class ListeningDesk {
  private readonly needs: ListeningDeskNeeds;
  private readonly stateSignal = signal<ListeningState>({ kind: 'idle' });
  private recording: Recording | null = null;
  private running: AbortController | null = null;
  private stopTimer = (): void => {};

  constructor(needs: ListeningDeskNeeds) {
    this.needs = needs;
  }

  get state(): ReadonlySignal<ListeningState> {
    return this.stateSignal;
  }

  /** How loud it is now, 0–1. */
  level(): number {
    return this.recording?.level() ?? 0;
  }

  /** Begins to record, or ends the recording and has it understood. */
  async toggle(): Promise<void> {
    const { kind } = this.stateSignal.value;
    if (kind === 'recording') await this.finish();
    else if (kind === 'idle' || kind === 'failed') await this.begin();
  }

  /** Gives up whatever goes on; nothing comes of it. */
  cancel(): void {
    this.running?.abort();
    this.close();
    this.stateSignal.value = { kind: 'idle' };
  }

  private async begin(): Promise<void> {
    const running = new AbortController();
    this.running = running;
    this.stateSignal.value = { kind: 'opening' };
    await this.guarded(running.signal, async () => {
      const { engine, real } = await this.needs.listener(running.signal);
      if (running.signal.aborted) return;
      if (engine === null || !real) return this.fail(NOBODY);
      this.needs.hush();
      const opened = await this.needs.openMicrophone();
      if ('code' in opened) {
        if (!running.signal.aborted) this.fail(opened);
      } else if (running.signal.aborted) opened.discard();
      else {
        this.recording = opened;
        this.stopTimer = this.needs.later(() => void this.finish(), LONGEST_MS);
        this.stateSignal.value = { kind: 'recording' };
      }
    });
  }

  private async finish(): Promise<void> {
    const { recording, running } = this;
    if (recording === null || running === null) return;
    this.recording = null;
    this.stopTimer();
    this.stateSignal.value = { kind: 'hearing' };
    await this.guarded(running.signal, async () => {
      const text = (await this.needs.transcribe(await recording.finish(), running.signal)).trim();
      if (running.signal.aborted) return;
      if (text === '') return this.fail(NOTHING);
      this.stateSignal.value = { kind: 'idle' };
      this.needs.heard(text);
    });
  }

  private async guarded(signal: AbortSignal, act: () => Promise<void>): Promise<void> {
    try {
      await act();
    } catch (error) {
      if (signal.aborted) return;
      const { message } = error instanceof Error ? error : new Error(String(error));
      const known = error instanceof HostError ? { code: error.code, cure: error.cure } : null;
      this.fail({ code: known?.code ?? 'studio/listening-failed', message, cure: known?.cure ?? 'Try again.' });
    }
  }

  private fail(refusal: Refusal): void {
    this.close();
    this.stateSignal.value = { kind: 'failed', ...refusal };
  }

  private close(): void {
    this.stopTimer();
    this.recording?.discard();
    this.recording = null;
  }
}
