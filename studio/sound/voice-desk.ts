import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Alignment, LineAlignment, TimelineLine } from '../../dsl/index.ts';
import type { LineToSpeak } from '../link/host-client.ts';
import type { SpokenLines } from '../link/host-schemas.ts';

/** A line as a voice spoke it. */
export interface Spoken {
  readonly audio_uri: string;
  readonly alignment: LineAlignment;
  readonly engine: string;
  /** False for a stand-in such as a tone. */
  readonly real: boolean;
}

export type VoiceState =
  | { readonly kind: 'silent' }
  | { readonly kind: 'asking' }
  | { readonly kind: 'spoken'; readonly engine: string; readonly real: boolean }
  | { readonly kind: 'failed'; readonly message: string; readonly cure: string | null };

type SpokenLine = Pick<TimelineLine, 'id' | 'text' | 'voice'>;

const keyOf = (line: SpokenLine): string => JSON.stringify([line.voice, line.text]);

/** Lines kept as spoken; a long session with many edits must not grow without bound. */
const KEPT = 400;

/** Knows what has been spoken, by text and voice, and asks the host for what has not. */
export class VoiceDesk {
  private readonly ask: (lines: readonly LineToSpeak[], signal: AbortSignal) => Promise<SpokenLines>;
  private readonly spoken = new Map<string, Spoken>();
  private readonly stateSignal = signal<VoiceState>({ kind: 'silent' });
  private asking: AbortController | null = null;

  constructor(ask: (lines: readonly LineToSpeak[], signal: AbortSignal) => Promise<SpokenLines>) {
    this.ask = ask;
  }

  get state(): ReadonlySignal<VoiceState> {
    return this.stateSignal;
  }

  find(line: SpokenLine): Spoken | null {
    return this.spoken.get(keyOf(line)) ?? null;
  }

  /** The times of those lines that were spoken; null when none was. */
  alignment(lines: readonly SpokenLine[]): Alignment | null {
    const known = lines.flatMap((line) => {
      const spoken = this.find(line);
      return spoken === null ? [] : [[line.id, spoken.alignment] as const];
    });
    return known.length === 0 ? null : { lines: Object.fromEntries(known) };
  }

  /** Has the missing lines spoken; true when there are new ones. A newer call ends an older one, which answers false. */
  async speak(lines: readonly SpokenLine[]): Promise<boolean> {
    this.asking?.abort();
    this.asking = null;
    const missing = lines.filter((line) => this.find(line) === null);
    if (missing.length === 0) {
      this.report(lines);
      return false;
    }
    const asking = new AbortController();
    this.asking = asking;
    this.stateSignal.value = { kind: 'asking' };
    try {
      const answer = await this.ask(
        missing.map(({ id, text, voice }) => ({ id, text, voice })),
        asking.signal,
      );
      if (asking.signal.aborted) return false;
      for (const line of missing) {
        const said = answer.lines[line.id];
        if (said?.audio_uri != null) this.keep(line, said.audio_uri, said);
      }
      const silent = missing.find((line) => this.find(line) === null);
      if (silent !== undefined) {
        const [why] = answer.lines[silent.id]?.warnings ?? answer.warnings ?? [];
        const message = typeof why === 'string' ? why : (why?.message ?? 'No voice could speak this.');
        this.stateSignal.value = { kind: 'failed', message, cure: null };
        return missing.some((line) => this.find(line) !== null);
      }
    } catch (error) {
      if (asking.signal.aborted) return false;
      const cure = error instanceof Error && 'cure' in error && typeof error.cure === 'string' ? error.cure : null;
      this.stateSignal.value = {
        kind: 'failed',
        message: error instanceof Error ? error.message : String(error),
        cure,
      };
      return false;
    }
    this.asking = null;
    this.report(lines);
    return true;
  }

  private keep(line: SpokenLine, audio_uri: string, said: SpokenLines['lines'][string]): void {
    const { engine, real, quality, duration_ms, words } = said;
    this.spoken.set(keyOf(line), {
      audio_uri,
      engine: engine ?? 'unnamed voice',
      real,
      alignment: { quality, duration_ms, words },
    });
    const oldest = this.spoken.keys().next();
    if (this.spoken.size > KEPT && !oldest.done) this.spoken.delete(oldest.value);
  }

  private report(lines: readonly SpokenLine[]): void {
    const said = lines.flatMap((line) => this.find(line) ?? []);
    const worst = said.find((each) => !each.real) ?? said[0];
    this.stateSignal.value =
      worst === undefined ? { kind: 'silent' } : { kind: 'spoken', engine: worst.engine, real: worst.real };
  }
}
