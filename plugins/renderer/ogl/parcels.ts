export interface Parcel<T> {
  /** What is in it, known before it is fetched. */
  readonly names: readonly string[];
  readonly fetch: () => Promise<{ readonly things: Readonly<Record<string, T>> }>;
}

/**
 * Things by name that come over the network in parcels, each when something in it is first needed. What has come is
 * there for good; `get` never waits.
 */
export class Parcels<T> {
  readonly #parcels: readonly Parcel<T>[];
  readonly #things = new Map<string, T>();
  readonly #coming = new Map<Parcel<T>, Promise<void>>();

  constructor(parcels: readonly Parcel<T>[]) {
    this.#parcels = parcels;
  }

  knows(name: string): boolean {
    return this.#parcels.some(({ names }) => names.includes(name));
  }

  get(name: string): T | undefined {
    return this.#things.get(name);
  }

  /** Resolves when all that was asked for is there; names that nobody knows are passed over. */
  async load(wanted: (name: string) => boolean = () => true): Promise<void> {
    await Promise.all(this.#parcels.filter(({ names }) => names.some(wanted)).map((parcel) => this.#fetch(parcel)));
  }

  #fetch(parcel: Parcel<T>): Promise<void> {
    const known = this.#coming.get(parcel);
    if (known) return known;
    const coming = parcel.fetch().then(({ things }) => {
      for (const [name, thing] of Object.entries(things)) this.#things.set(name, thing);
    });
    this.#coming.set(parcel, coming);
    // One that got lost on the way may be asked for again.
    coming.catch(() => this.#coming.delete(parcel));
    return coming;
  }
}
