import { createHash, randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { parseTimeline } from '../../dsl/index.ts';
import { errorBody, HostError } from '../errors.ts';
import type { HostEvent } from '../events/event.ts';
import type { EventHub } from '../events/event-hub.ts';
import { turnName } from '../scenes/scene-document.ts';
import type { SceneStore } from '../scenes/scene-store.ts';
import { storageFault } from '../storage-fault.ts';
import { unlessAborted } from '../unless-aborted.ts';
import { InOrder } from './in-order.ts';
import type { TurnArchive } from './turn-archive.ts';
import type { TurnEnvelope } from './turn-envelope.ts';
import { TurnCourse, type TurnListener, type TurnProgress } from './turn-progress.ts';
import type { Attempt, TurnRecord } from './turn-record.ts';
import { MOST_PROMPT_CHARACTERS, type TurnRequest } from './turn-request.ts';
import { sceneOf, type Turn, type TurnService } from './turn-service.ts';

export interface TurnDeskParts {
  readonly service: TurnService;
  readonly archive: TurnArchive;
  readonly scenes: SceneStore;
  readonly hub: EventHub;
  readonly log: Logger;
  readonly timeoutMs: number;
  readonly now: () => number;
}

/** How a client asks: what its version of the wire calls the answer, and what it calls the request. */
export interface Asking {
  readonly version: 'v1' | 'v2';
  /** The `Idempotency-Key` header; null where there is none. */
  readonly key: string | null;
  readonly listener: TurnListener | null;
  /** Fires when this client waits no longer. */
  readonly signal: AbortSignal;
  /** The event that tells others of the turn. */
  readonly event: (turn: Turn) => Pick<HostEvent, 'event_type' | 'payload'>;
}

export interface Answered {
  readonly turn: Turn;
  readonly created_at: string;
  /** Whether this is the answer to an earlier request of the same name. */
  readonly replayed: boolean;
}

interface Begun {
  readonly turnId: string;
  /** What the request is called; null where its client has no name for it. */
  readonly key: string | null;
  readonly request: TurnRequest;
  readonly fingerprint: string;
  readonly created_at: string;
  readonly course: TurnCourse;
  readonly control: AbortController;
  readonly attempts: Attempt[];
  waiting: number;
  /** The scene has been saved: whatever goes wrong now, the turn is done. */
  saved: boolean;
}

interface Running extends Begun {
  readonly answer: Promise<Answered>;
}

/**
 * Runs turns: one after the other on a scene, each once however often it is asked for by the same name, to its end as
 * long as somebody waits for it; keeps a record of each.
 */
export class TurnDesk {
  readonly #parts: TurnDeskParts;
  readonly #running = new Map<string, Running>();
  readonly #order = new InOrder();

  constructor(parts: TurnDeskParts) {
    this.#parts = parts;
  }

  /** The answer to a prompt. Throws `HostError`; where the turn did not end well, nothing is saved or told to others. */
  async ask(request: TurnRequest, asking: Asking): Promise<Answered> {
    if (request.prompt.length > MOST_PROMPT_CHARACTERS)
      throw new HostError('prompt_too_long', { max_chars: MOST_PROMPT_CHARACTERS, chars: request.prompt.length });
    sceneOf(request);
    const fingerprint = fingerprintOf(request, asking.version);
    const key = asking.key ?? request.turn_id ?? null;
    const name = key === null ? null : `${request.session_id}\n${key}`;
    const known = name === null ? undefined : this.#running.get(name);
    if (known !== undefined) {
      requireSame(known.fingerprint, fingerprint);
      return { ...(await this.#wait(known, asking)), replayed: true };
    }
    const kept = await this.#kept(request, key, fingerprint);
    if (kept !== null) return kept;
    // While the archive was asked, the same request may have come again.
    const meanwhile = name === null ? undefined : this.#running.get(name);
    if (meanwhile !== undefined) return { ...(await this.#wait(meanwhile, asking)), replayed: true };
    const turnId = request.turn_id ?? randomUUID();
    const running = this.#start(
      name ?? `\n${turnId}`,
      key,
      { ...request, turn_id: turnId },
      turnId,
      fingerprint,
      asking,
    );
    return this.#wait(running, asking);
  }

  /** Ends a turn that runs. What it has come to. Throws 404 where there is none of that id. */
  async cancel(turnId: string, sessionId: string | null): Promise<TurnRecord['state']> {
    const running = this.#byId(turnId, sessionId);
    if (running === null) return this.record(turnId, sessionId).state;
    running.control.abort(new HostError('turn_cancelled', { turn_id: turnId }));
    return running.answer.then(
      () => 'done',
      () => this.record(turnId, running.request.session_id).state,
    );
  }

  /** What is known of a turn, running or ended. Throws 404. */
  record(turnId: string, sessionId: string | null): TurnRecord {
    const running = this.#byId(turnId, sessionId);
    if (running !== null) return recordOf(running, { state: 'running' });
    const kept = this.#parts.archive.byId(turnId, sessionId);
    if (kept === null) throw new HostError('turn_not_found', { turn_id: turnId });
    return kept.record;
  }

  /** The newest first, those that run before all others. */
  list(sessionId: string | null, limit: number): TurnRecord[] {
    const running = [...this.#running.values()].filter(({ request }) => [null, request.session_id].includes(sessionId));
    const now = running.map((each) => recordOf(each, { state: 'running' })).reverse();
    const names = new Set(now.map(({ session_id, turn_id }) => turnName(session_id, turn_id)));
    const kept = this.#parts.archive.list(sessionId, limit).map(({ record }) => record);
    return [...now, ...kept.filter(({ session_id, turn_id }) => !names.has(turnName(session_id, turn_id)))].slice(
      0,
      limit,
    );
  }

  /** Ends all that runs. */
  async stop(): Promise<void> {
    const running = [...this.#running.values()];
    for (const { control } of running) control.abort(new HostError('stopping'));
    await Promise.allSettled(running.map(({ answer }) => answer));
    this.#parts.archive.close();
  }

  #byId(turnId: string, sessionId: string | null): Running | null {
    for (const running of this.#running.values())
      if (running.turnId === turnId && [null, running.request.session_id].includes(sessionId)) return running;
    return null;
  }

  #start(
    name: string,
    key: string | null,
    request: TurnRequest,
    turnId: string,
    fingerprint: string,
    { event }: Asking,
  ): Running {
    const { now, timeoutMs } = this.#parts;
    const control = new AbortController();
    const timer = setTimeout(() => control.abort(new HostError('turn_timeout', { turn_id: turnId })), timeoutMs);
    const course = new TurnCourse(now);
    const begun: Begun = {
      turnId,
      request,
      fingerprint,
      key,
      created_at: new Date(now()).toISOString(),
      course,
      control,
      attempts: [],
      waiting: 0,
      saved: false,
    };
    const leave = course.follow(this.#teller(begun));
    course.enter('requested', 'The turn begins.');
    const answer = this.#order
      .run(sceneOf(request), control.signal, () => this.#run(begun, event))
      .catch((error: unknown) => this.#failed(begun, error))
      .finally(() => {
        clearTimeout(timer);
        leave();
        this.#running.delete(name);
      });
    const running: Running = Object.assign(begun, { answer });
    this.#running.set(name, running);
    return running;
  }

  async #wait(running: Running, { listener, signal }: Asking): Promise<Answered> {
    running.waiting += 1;
    const leave = listener ? running.course.follow(listener) : null;
    try {
      return await unlessAborted(running.answer, signal);
    } catch (error) {
      throw signal.aborted ? new HostError('turn_cancelled', { turn_id: running.turnId }, { cause: error }) : error;
    } finally {
      leave?.();
      running.waiting -= 1;
      if (signal.aborted && running.waiting === 0)
        running.control.abort(new HostError('turn_cancelled', { turn_id: running.turnId }));
    }
  }

  async #run(begun: Begun, event: Asking['event']): Promise<Answered> {
    const { archive, service } = this.#parts;
    const { attempts, control, course, created_at, request, turnId } = begun;
    const turn = await service.run(request, {
      turnId,
      course,
      signal: control.signal,
      tried: (attempt) => attempts.push(attempt),
      saving: (envelope) => archive.put(recordOf(begun, { state: 'saving', envelope }), begun),
    });
    begun.saved = true;
    course.enter('done', 'The scene plays.');
    archive.settle(recordOf(begun, { state: 'done' }));
    await this.#announce(turn.envelope, event(turn), created_at);
    return { turn, created_at, replayed: false };
  }

  #failed(begun: Begun, thrown: unknown): never {
    const { control, course, fingerprint, saved } = begun;
    const cause: unknown = control.signal.aborted && !saved ? control.signal.reason : thrown;
    if (saved) throw cause;
    const known = cause instanceof HostError ? cause : (storageFault(cause) ?? new HostError('internal_error'));
    const state = known.code === 'turn_cancelled' ? 'cancelled' : 'failed';
    course.enter(state, known.message);
    // Its name is free again, so that the same request may be sent once more.
    const record = recordOf(begun, { state, error: errorBody(known).detail });
    try {
      this.#parts.archive.put(record, { key: null, fingerprint });
    } catch (error) {
      // Whoever asked is told why the turn failed, and not that this could not be written down.
      this.#parts.log.error({ err: error, turn_id: begun.turnId }, 'the record of a failed turn is lost');
    }
    throw cause;
  }

  /** A finished turn of that name; one that the host died over is forgotten, unless its scene was saved. */
  async #kept({ session_id, turn_id: asked }: TurnRequest, key: string | null, fingerprint: string) {
    const { archive, scenes } = this.#parts;
    const named = key === null ? null : archive.byKey(session_id, key);
    const kept = named ?? (asked ? archive.byId(asked, session_id) : null);
    if (kept === null || kept.record.envelope === null) return null;
    requireSame(kept.fingerprint, fingerprint);
    const { envelope, scene_id, state, turn_id, created_at } = kept.record;
    if (state === 'saving') {
      const scene = scene_id === null ? null : await scenes.read(scene_id);
      if (!scene?.document.turns.includes(turnName(session_id, turn_id))) {
        archive.forget(session_id, turn_id);
        return null;
      }
      archive.settle({ ...kept.record, state: 'done' });
    }
    const timeline = envelope && parseTimeline(envelope.timeline);
    return timeline?.ok ? { turn: { envelope, timeline: timeline.value }, created_at, replayed: true } : null;
  }

  /** Tells everyone who listens, and keeps a short note of it for those who come later. */
  async #announce(
    { revision, scene_id, session_id, text, turn_id }: TurnEnvelope,
    event: Pick<HostEvent, 'event_type' | 'payload'>,
    timestamp: string,
  ): Promise<void> {
    const { hub, scenes } = this.#parts;
    const whole: HostEvent = { ...event, session_id, turn_id, timestamp, actor: 'gateway' };
    await scenes.append({ ...whole, payload: { scene_id, revision, text } });
    hub.publish(whole);
  }

  #teller({ request, turnId }: Begun): TurnListener {
    const { hub, now } = this.#parts;
    return {
      progressed: (payload: TurnProgress) =>
        hub.publishProgress(() => ({
          event_type: 'turn.progress',
          session_id: request.session_id,
          turn_id: turnId,
          timestamp: new Date(now()).toISOString(),
          actor: 'gateway',
          payload,
        })),
      wrote: () => undefined,
      restarted: () => undefined,
    };
  }
}

function recordOf(
  { attempts, course, created_at, request, turnId }: Begun,
  end: Pick<TurnRecord, 'state'> & Partial<Pick<TurnRecord, 'envelope' | 'error'>>,
): TurnRecord {
  const { prompt, session_id } = request;
  return {
    turn_id: turnId,
    session_id,
    scene_id: sceneOf(request),
    prompt,
    created_at,
    stages: [...course.stages],
    attempts,
    error: null,
    envelope: null,
    ...end,
  };
}

/** What a request asks for, whatever it is called. */
const fingerprintOf = ({ turn_id: _, ...request }: TurnRequest, version: string): string =>
  createHash('sha256')
    .update(JSON.stringify([version, Object.entries(request).sort()]))
    .digest('hex');

function requireSame(known: string, asked: string): void {
  if (known !== asked) throw new HostError('idempotency_key_reused');
}
