import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { Mode } from '../dsl/index.ts';
import { checkAnswer } from './link/check-answer.ts';
import type { TurnRequest } from './link/host-client.ts';
import { HostError } from './link/host-error.ts';
import type { HostEvent, HostWarning, TurnEnvelope } from './link/host-schemas.ts';
import type { TurnWatch } from './link/turn-stream.ts';
import { readWarning, type TurnWarning } from './warning-text.ts';

export type TurnState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'writing';
      readonly stage: string;
      /** 0–1. */
      readonly progress: number;
      readonly repair: number;
      /** Of script, written so far. */
      readonly lines: number;
    }
  | { readonly kind: 'staging' }
  | { readonly kind: 'done'; readonly text: string; readonly warnings: readonly TurnWarning[] }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly cure: string | null };

export interface TurnDeskNeeds {
  readonly session_id: string;
  readonly orchestrate: (turn: TurnRequest, watch: TurnWatch, signal: AbortSignal) => Promise<TurnEnvelope>;
  /** Puts a turn's script on the stage and plays it. */
  readonly perform: (script: string) => Promise<void>;
  readonly mode: () => Mode;
  /** What stands in the editor: a follow-up is about that, edits by hand included. */
  readonly script: () => string;
  /** Marks a turn as seen; true the first time. */
  readonly firstSight: (session_id: string, turn_id: string) => boolean;
}

/** A scene of the host that the next prompt builds on. */
interface SceneHold {
  readonly scene_id: string;
  readonly revision: number;
}

/** Prompt in, scene out; and the turns of others that are played here. */
export class TurnDesk {
  private readonly needs: TurnDeskNeeds;
  private readonly stateSignal = signal<TurnState>({ kind: 'idle' });
  private readonly sceneSignal = signal<SceneHold | null>(null);
  private readonly followSignal = signal(false);
  private running: AbortController | null = null;

  constructor(needs: TurnDeskNeeds) {
    this.needs = needs;
  }

  get state(): ReadonlySignal<TurnState> {
    return this.stateSignal;
  }
  /** The scene that a follow-up changes; null: the next prompt begins a new one. */
  get scene(): ReadonlySignal<SceneHold | null> {
    return this.sceneSignal;
  }
  /** Whether turns of other sessions are played here too. */
  get follow(): ReadonlySignal<boolean> {
    return this.followSignal;
  }

  setFollow(follow: boolean): void {
    this.followSignal.value = follow;
  }

  /** The next prompt changes this scene, which was taken up from elsewhere. */
  takeUp(scene: SceneHold): void {
    this.cancel();
    this.sceneSignal.value = scene;
  }

  beginAnew(): void {
    this.sceneSignal.value = null;
    if (this.running === null) this.stateSignal.value = { kind: 'idle' };
  }

  cancel(): void {
    this.running?.abort();
    this.running = null;
    this.stateSignal.value = { kind: 'idle' };
  }

  async submit(prompt: string): Promise<void> {
    this.running?.abort();
    const running = new AbortController();
    this.running = running;
    this.stateSignal.value = { kind: 'writing', stage: 'requested', progress: 0, repair: 0, lines: 0 };
    const scene = this.sceneSignal.value;
    try {
      const envelope = await this.needs.orchestrate(
        {
          session_id: this.needs.session_id,
          prompt,
          ...(scene === null
            ? { intent: { rebuild: true } }
            : { scene_id: scene.scene_id, base_revision: scene.revision, script: this.needs.script() }),
          capabilities: { mode: this.needs.mode() },
        },
        this.watchOf(running.signal),
        running.signal,
      );
      if (running.signal.aborted) return;
      this.needs.firstSight(envelope.session_id, envelope.turn_id);
      await this.perform(envelope, running.signal, scene !== null);
    } catch (error) {
      if (!running.signal.aborted) this.fail(error, scene);
    } finally {
      if (this.running === running) this.running = null;
    }
  }

  /** A turn that came by the event stream: ours from elsewhere, or another session's while following. */
  async receive(event: HostEvent): Promise<void> {
    if (event.event_type !== 'gateway.v2.event' || this.running !== null) return;
    if (event.session_id !== this.needs.session_id && !this.followSignal.value) return;
    const checked = await checkAnswer('envelope', event.payload);
    if (!('answer' in checked)) return;
    const running = new AbortController();
    this.running = running;
    try {
      await this.perform(checked.answer, running.signal);
    } catch (error) {
      if (!running.signal.aborted) this.fail(error, null);
    } finally {
      if (this.running === running) this.running = null;
    }
  }

  private watchOf(signal: AbortSignal): TurnWatch {
    const change = (more: Partial<Extract<TurnState, { kind: 'writing' }>>): void => {
      const state = this.stateSignal.value;
      if (!signal.aborted && state.kind === 'writing') this.stateSignal.value = { ...state, ...more };
    };
    return {
      progressed: ({ progress, repair, stage }) => change({ stage, progress, repair }),
      wrote: (lines) => change({ lines }),
    };
  }

  /** Of a change a person wants to know what was done, of a new scene what it tells. */
  private async perform(envelope: TurnEnvelope, signal: AbortSignal, changes = false): Promise<void> {
    this.stateSignal.value = { kind: 'staging' };
    this.sceneSignal.value = { scene_id: envelope.scene_id, revision: envelope.revision };
    await this.needs.perform(envelope.script);
    if (signal.aborted) return;
    const warnings = [...(envelope.warnings ?? []), ...(envelope.degrade_notes ?? [])].map(turnWarning);
    const different = [...new Map(warnings.map((warning) => [warning.message, warning])).values()];
    const text = (changes && envelope.explanation_text) || envelope.text;
    this.stateSignal.value = { kind: 'done', text, warnings: different };
  }

  private fail(error: unknown, scene: SceneHold | null): void {
    if (!(error instanceof HostError)) {
      const message = error instanceof Error ? error.message : String(error);
      this.stateSignal.value = { kind: 'failed', code: 'studio/turn-failed', message, cure: 'Try again.' };
      return;
    }
    const { code, message, cure, expectedRevision } = error;
    if (expectedRevision !== null && scene !== null) {
      this.sceneSignal.value = { ...scene, revision: expectedRevision };
    }
    this.stateSignal.value = { kind: 'failed', code, message, cure };
  }
}

const turnWarning = (warning: HostWarning): TurnWarning =>
  typeof warning === 'string' ? readWarning(warning) : warning;
