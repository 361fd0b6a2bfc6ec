/** A map that keeps the entries used last and forgets the others. */
export class Recent<K, V> {
  readonly #entries = new Map<K, V>();
  readonly #most: number;
  constructor(most: number) {
    this.#most = most;
  }
  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    if (value === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }
  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.#most) break;
      this.#entries.delete(oldest);
    }
  }
  delete(key: K): void {
    this.#entries.delete(key);
  }
  get size(): number {
    return this.#entries.size;
  }
}
