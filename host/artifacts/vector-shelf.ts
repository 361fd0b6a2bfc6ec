/** Less than this is chance. */
const LEAST = 1e-3;

/** The vectors of all artifacts in one piece of memory, so that a search reads it from one end to the other. */
export class VectorShelf {
  readonly #dimensions: number;
  #vectors: Float32Array;
  readonly #positions: number[] = [];
  readonly #rows = new Map<number, number>();

  constructor(dimensions: number) {
    this.#dimensions = dimensions;
    this.#vectors = new Float32Array(1024 * dimensions);
  }

  has(position: number): boolean {
    return this.#rows.has(position);
  }

  put(position: number, vector: Float32Array): void {
    const known = this.#rows.get(position);
    const row = known ?? this.#positions.push(position) - 1;
    this.#rows.set(position, row);
    if ((row + 1) * this.#dimensions > this.#vectors.length) {
      const larger = new Float32Array(this.#vectors.length * 2);
      larger.set(this.#vectors);
      this.#vectors = larger;
    }
    this.#vectors.set(vector, row * this.#dimensions);
  }

  /** The nearest by the cosine of the angle, best first; nothing that points elsewhere. */
  nearest(query: Float32Array, most: number): readonly { readonly position: number; readonly score: number }[] {
    const best: { position: number; score: number }[] = [];
    // A question is a few words: most of its vector is 0 and need not be looked at.
    const places = [...query.keys()].filter((at) => query[at] !== 0);
    const amounts = places.map((at) => query[at] ?? 0);
    const vectors = this.#vectors;
    let least = LEAST;
    for (const [row, position] of this.#positions.entries()) {
      const from = row * this.#dimensions;
      let score = 0;
      for (let at = 0; at < places.length; at += 1) {
        score += (vectors[from + (places[at] ?? 0)] ?? 0) * (amounts[at] ?? 0);
      }
      if (score <= least) continue;
      const place = best.findIndex((each) => each.score < score);
      best.splice(place < 0 ? best.length : place, 0, { position, score });
      if (best.length > most) {
        best.pop();
        least = best.at(-1)?.score ?? least;
      }
    }
    return best;
  }
}
