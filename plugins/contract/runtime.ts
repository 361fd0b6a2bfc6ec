import type { PluginContext, Started } from './plugin.ts';

/** The durable queue of agent runs, and what must survive and be shared: scene revisions and events. */
export interface Run {
  readonly run_id: string;
  readonly session_id: string;
  readonly label: string;
  readonly status: 'idle' | 'running' | 'paused' | 'stopped' | 'error';
  readonly auto_run: boolean;
  readonly last_error: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly queue: {
    readonly queued: number;
    readonly processing: number;
    readonly done: number;
    readonly error: number;
  };
}

export interface QueueItem {
  readonly queue_id: string;
  readonly run_id: string;
  readonly prompt: string;
  readonly status: 'queued' | 'processing' | 'done' | 'error';
  /** How often it was claimed. */
  readonly attempts: number;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface SceneRecord {
  readonly scene_id: string;
  readonly revision: number;
  /** The script, its timeline and whatever belongs to them: JSON that the runtime does not look into. */
  readonly document: unknown;
}

export interface StoredEvent {
  /** Grows by one with every event. */
  readonly sequence: number;
  readonly event: unknown;
}

/** What happens together with an acknowledgement, or not at all. */
export interface Effects {
  readonly scene?: { readonly scene_id: string; readonly base_revision: number; readonly document: unknown };
  readonly events?: readonly unknown[];
}

export interface Runtime extends Started {
  create(run: {
    readonly run_id?: string;
    readonly session_id: string;
    readonly label: string;
    readonly auto_run: boolean;
  }): Promise<Run>;
  runs(): Promise<readonly Run[]>;
  /** Fails with `unknown-run`. */
  run(runId: string): Promise<Run>;
  enqueue(runId: string, prompt: string): Promise<QueueItem>;
  /** The oldest queued item, now `processing` and leased to `worker`; null when there is none. Never hands one item to two. */
  claim(runId: string, worker: string, leaseMs: number): Promise<QueueItem | null>;
  /** Ends a claimed item and applies `effects` in one transaction. Fails with `not-claimed` or `revision-conflict`, leaving all as it was. */
  acknowledge(
    queueId: string,
    worker: string,
    outcome: { readonly ok: true } | { readonly ok: false; readonly error: string },
    effects: Effects,
  ): Promise<QueueItem>;
  /** Puts items whose lease ran out back into the queue; returns them. Called at start. */
  recover(now: number): Promise<readonly QueueItem[]>;
  setStatus(runId: string, status: Run['status'], lastError?: string | null): Promise<Run>;

  scene(sceneId: string): Promise<SceneRecord | null>;
  /** Revision 0 does not exist yet. Fails with `revision-conflict` unless `base_revision` is the current one. */
  saveScene(sceneId: string, baseRevision: number, document: unknown): Promise<SceneRecord>;
  appendEvent(event: unknown): Promise<number>;
  /** In order, those after `sequence`. */
  eventsSince(sequence: number, limit: number): Promise<readonly StoredEvent[]>;
}

export interface RuntimePlugin {
  readonly contract: 'runtime/1';
  start(context: PluginContext): Promise<Runtime>;
}
