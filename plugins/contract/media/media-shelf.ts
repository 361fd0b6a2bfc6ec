import { MediaFault } from './media-fault.ts';

export type MediaState<T> =
  | { readonly state: 'coming' }
  | { readonly state: 'there'; readonly value: T }
  | { readonly state: 'failed'; readonly fault: MediaFault };

/** What a renderer has fetched, by path: each path is asked for once, when something first shows it. */
export class MediaShelf<T> {
  readonly #load: (path: string) => Promise<T>;
  readonly #arrived: () => void;
  readonly #states = new Map<string, MediaState<T>>();
  readonly #coming = new Set<Promise<void>>();

  /** `arrived` is called whenever something has come or failed. */
  constructor(load: (path: string) => Promise<T>, arrived: () => void) {
    this.#load = load;
    this.#arrived = arrived;
  }

  get(path: string): MediaState<T> {
    const known = this.#states.get(path);
    if (known) return known;
    const coming = { state: 'coming' } as const;
    this.#states.set(path, coming);
    const arrival = this.#fetch(path).then((state) => {
      this.#states.set(path, state);
      this.#coming.delete(arrival);
      this.#arrived();
    });
    this.#coming.add(arrival);
    return coming;
  }

  async #fetch(path: string): Promise<MediaState<T>> {
    try {
      return { state: 'there', value: await this.#load(path) };
    } catch (cause) {
      // A sentence becomes a clause of the warning that carries it.
      const why = (cause instanceof Error ? cause.message : String(cause)).replace(/\.$/, '');
      return { state: 'failed', fault: cause instanceof MediaFault ? cause : new MediaFault('not-found', why) };
    }
  }

  /** Resolves when nothing is on its way any more. */
  async settle(): Promise<void> {
    while (this.#coming.size > 0) await Promise.all(this.#coming);
  }
}
