import type { Gauge, Registry } from 'prom-client';
import { Counter, Gauge as GaugeOf } from 'prom-client';
import type { HostEvent } from './event.ts';

/** What the hub needs of a WebSocket. */
export interface Subscriber {
  readonly bufferedAmount: number;
  send(data: Uint8Array, options: { readonly binary: boolean }, done: (error?: Error | null) => void): void;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** Bytes that may wait for a reader before it is given up. */
const MOST_WAITING = 1024 * 1024;
/** A reader that does not read will not read the close frame either. */
const PATIENCE_MS = 2_000;
export const TRY_AGAIN_LATER = 1013;

/** Sends each event, serialized once, to everyone who listens; a reader that falls too far behind is let go. */
export class EventHub {
  readonly #subscribers = new Set<Subscriber>();
  /** Those of them that want to hear how turns get on, too. */
  readonly #curious = new Set<Subscriber>();
  readonly #sent: Counter;
  readonly #dropped: Counter;
  readonly #listening: Gauge;

  constructor(registry: Registry) {
    const registers = [registry];
    this.#sent = new Counter({
      name: 'opencommotion_events_total',
      help: 'Events by type.',
      labelNames: ['type'],
      registers,
    });
    this.#dropped = new Counter({
      name: 'opencommotion_event_readers_dropped_total',
      help: 'Readers too slow to keep.',
      registers,
    });
    this.#listening = new GaugeOf({ name: 'opencommotion_event_readers', help: 'Open event sockets.', registers });
  }

  get size(): number {
    return this.#subscribers.size;
  }

  add(subscriber: Subscriber, progress = false): void {
    this.#subscribers.add(subscriber);
    if (progress) this.#curious.add(subscriber);
    this.#listening.set(this.#subscribers.size);
  }

  remove(subscriber: Subscriber): void {
    this.#subscribers.delete(subscriber);
    this.#curious.delete(subscriber);
    this.#listening.set(this.#subscribers.size);
  }

  publish(event: HostEvent): void {
    this.#sent.inc({ type: event.event_type });
    if (this.#subscribers.size === 0) return;
    const bytes = Buffer.from(JSON.stringify(event));
    for (const subscriber of this.#subscribers) this.#send(subscriber, bytes);
  }

  /**
   * How a turn gets on, for those who asked: others know a turn by its ids and would take its first event for its last.
   * `make` is called only where somebody listens.
   */
  publishProgress(make: () => HostEvent): void {
    if (this.#curious.size === 0) return;
    const bytes = Buffer.from(JSON.stringify(make()));
    for (const subscriber of this.#curious) this.#send(subscriber, bytes);
  }

  /** Sends to one; `false` when it was too far behind and had to go. */
  send(subscriber: Subscriber, text: string): boolean {
    return this.#send(subscriber, Buffer.from(text));
  }

  #send(subscriber: Subscriber, bytes: Uint8Array): boolean {
    if (subscriber.bufferedAmount > MOST_WAITING) {
      this.#drop(subscriber);
      return false;
    }
    // An error here means the socket is closing; its close event removes it.
    subscriber.send(bytes, { binary: false }, () => undefined);
    return true;
  }

  #drop(subscriber: Subscriber): void {
    this.remove(subscriber);
    this.#dropped.inc();
    subscriber.close(TRY_AGAIN_LATER, 'reads too slowly');
    setTimeout(() => subscriber.terminate(), PATIENCE_MS).unref();
  }
}
