import { type ReadonlySignal, signal } from '@preact/signals-core';
import { checkAnswer } from './check-answer.ts';
import type { HostEvent } from './host-schemas.ts';

export type LinkState = 'connecting' | 'open' | 'waiting' | 'closed';

/** What of a `WebSocket` is used. */
export interface Socket {
  send(text: string): void;
  close(): void;
  onopen: (() => void) | null;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onclose: ((event: { readonly code: number }) => void) | null;
}

/** A browser's socket in that shape. */
export function webSocket(url: string): Socket {
  const inner = new WebSocket(url);
  const socket: Socket = {
    send: (text) => inner.send(text),
    close: () => inner.close(),
    onopen: null,
    onmessage: null,
    onclose: null,
  };
  inner.onopen = () => socket.onopen?.();
  inner.onmessage = (event) => socket.onmessage?.(event);
  inner.onclose = (event) => socket.onclose?.(event);
  return socket;
}

export interface EventStreamNeeds {
  /** Opens a socket to the host; asked anew for every try, because tickets are short-lived. */
  readonly connect: () => Promise<Socket>;
  readonly onEvent: (event: HostEvent) => void;
  /** The host refused us (close code 4401): no further try until `start` is called again. */
  readonly onRefused: () => void;
  readonly later: (run: () => void, ms: number) => () => void;
}

const PING_MS = 10_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 15_000;
const REFUSED = 4401;
/** Events remembered to drop those that come twice. */
const REMEMBERED = 500;

/** The host's events: connects, pings, reconnects with growing pauses, checks every message and drops repeated ones. */
export class EventStream {
  private readonly needs: EventStreamNeeds;
  private readonly stateSignal = signal<LinkState>('closed');
  private readonly seen = new Set<string>();
  private socket: Socket | null = null;
  private cancel: (() => void) | null = null;
  private wait_ms = FIRST_WAIT_MS;
  private wanted = false;

  constructor(needs: EventStreamNeeds) {
    this.needs = needs;
  }

  get state(): ReadonlySignal<LinkState> {
    return this.stateSignal;
  }

  start(): void {
    this.stop();
    this.wanted = true;
    this.wait_ms = FIRST_WAIT_MS;
    void this.open();
  }

  stop(): void {
    this.wanted = false;
    this.cancel?.();
    this.cancel = null;
    if (this.socket !== null) {
      this.socket.onclose = null;
      this.socket.close();
      this.socket = null;
    }
    this.stateSignal.value = 'closed';
  }

  /** Counts a turn as seen: its answer has come by another way. True the first time. */
  firstSight(session_id: string, turn_id: string): boolean {
    const key = `${session_id}\n${turn_id}`;
    if (this.seen.has(key)) return false;
    this.seen.add(key);
    const oldest = this.seen.values().next();
    if (this.seen.size > REMEMBERED && !oldest.done) this.seen.delete(oldest.value);
    return true;
  }

  private async open(): Promise<void> {
    this.stateSignal.value = 'connecting';
    const socket = await this.needs.connect().catch(() => null);
    if (!this.wanted) {
      socket?.close();
      return;
    }
    if (socket === null) {
      this.retry();
      return;
    }
    this.socket = socket;
    socket.onopen = () => {
      this.stateSignal.value = 'open';
      this.wait_ms = FIRST_WAIT_MS;
      this.ping();
    };
    socket.onmessage = ({ data }) => void this.receive(data);
    socket.onclose = ({ code }) => {
      this.socket = null;
      this.cancel?.();
      if (code === REFUSED) {
        this.stop();
        this.needs.onRefused();
      } else {
        this.retry();
      }
    };
  }

  private ping(): void {
    this.cancel = this.needs.later(() => {
      this.socket?.send('ping');
      this.ping();
    }, PING_MS);
  }

  private retry(): void {
    this.stateSignal.value = 'waiting';
    this.cancel = this.needs.later(() => void this.open(), this.wait_ms);
    this.wait_ms = Math.min(this.wait_ms * 2, LONGEST_WAIT_MS);
  }

  private async receive(data: unknown): Promise<void> {
    if (typeof data !== 'string' || data === 'pong') return;
    const checked = await checkAnswer('event', parseJson(data));
    if (!('answer' in checked)) return;
    const { session_id, turn_id, event_type } = checked.answer;
    const repeated = event_type === 'gateway.v2.event' && turn_id !== null && !this.firstSight(session_id, turn_id);
    if (!repeated) this.needs.onEvent(checked.answer);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
