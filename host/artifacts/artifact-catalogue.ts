import type { Database } from 'better-sqlite3';
import { type Artifact, artifactSchema, type Found, type SearchMode, type SearchWish } from './artifact.ts';
import { DIMENSIONS, meaningOf, wordsOf } from './meaning.ts';
import { fuseRanks } from './rank-fusion.ts';
import { VectorShelf } from './vector-shelf.ts';

/** How many of each ranking are joined: what stands further back in both is not what was asked for. */
const MOST_RANKED = 400;
/** A word in a title says more than one in a script: weights of the columns of `artifact_words`. */
const COLUMNS = '8.0, 5.0, 3.0, 1.0';

interface Row {
  readonly position: number;
  readonly record: string;
  readonly pinned: number;
  readonly archived: number;
}

/** What is kept of artifacts to find them again; their bundles lie as files beside it. */
export class ArtifactCatalogue {
  readonly #db: Database;
  readonly #shelf = new VectorShelf(DIMENSIONS);
  /** Vectors of providers' models, by the name of the model, as far as they were asked for. */
  readonly #learned = new Map<string, VectorShelf>();
  readonly #statements: ReturnType<typeof prepare>;

  constructor(db: Database) {
    this.#db = db;
    this.#statements = prepare(db);
    const all = db.prepare<[], { position: number; meaning: Buffer }>('SELECT position, meaning FROM artifacts');
    for (const { position, meaning } of all.iterate()) this.#shelf.put(position, vectorOf(meaning));
  }

  get(id: string): Artifact | null {
    const row = this.#statements.byId.get(id);
    return row ? artifactOf(row) : null;
  }

  /** Keeps it, in the place of an earlier one of that id. `words` is what else it is found by: its script. */
  put(artifact: Artifact, words: string): void {
    const { artifact_id, title, tags, summary, updated_at, pinned, archived } = artifact;
    const meaning = meaningOf([title, title, ...tags, summary, words].join('\n'));
    const { byId, put, forgetVectors, forgetWords, putWords } = this.#statements;
    const position = this.#db.transaction(() => {
      const known = byId.get(artifact_id)?.position ?? null;
      const vector = Buffer.from(meaning.buffer);
      const record = JSON.stringify(artifact);
      const { lastInsertRowid } = put.run(known, artifact_id, record, +pinned, +archived, updated_at, vector);
      const at = known ?? Number(lastInsertRowid);
      forgetVectors.run(at);
      forgetWords.run(at);
      putWords.run(at, title, tags.join(' '), summary, words);
      return at;
    })();
    this.#shelf.put(position, meaning);
    // What its vectors were made of has changed: the shelves are filled anew when they are next asked for.
    this.#learned.clear();
  }

  /** Up to `most` artifacts that have no vector of this model yet, with what they are about in words. */
  unlearned(model: string, most: number): readonly { readonly position: number; readonly text: string }[] {
    return this.#statements.unlearned.all(model, most);
  }

  /** Keeps what a provider's model made of artifacts. */
  learn(
    model: string,
    learned: readonly { readonly position: number; readonly vector: Float32Array<ArrayBuffer> }[],
  ): void {
    const { putVector } = this.#statements;
    this.#db.transaction(() => {
      for (const { position, vector } of learned) putVector.run(position, model, Buffer.from(vector.buffer));
    })();
    this.#learned.delete(model);
  }

  /** Says of an artifact that it is pinned or archived. False where there is none of that id. */
  mark(id: string, mark: 'pinned' | 'archived', value: boolean): boolean {
    return this.#statements[mark].run(+value, id).changes > 0;
  }

  /** Pinned ones first, then the best; archived ones only where they are asked for. Without words: the newest. */
  search(
    query: string,
    { archived = false, limit, mode }: SearchWish,
    learned: Learned | null = null,
  ): readonly Found[] {
    const idle = wordsOf(query).length === 0 && learned === null;
    const ranked = idle ? this.#newest(archived) : this.#ranked(query, mode, learned);
    const found = ranked.flatMap(({ position, score }) => {
      const row = this.#statements.byPosition.get(position);
      return row && row.archived === +archived ? [{ artifact: artifactOf(row), score }] : [];
    });
    return found
      .sort((a, b) => Number(b.artifact.pinned) - Number(a.artifact.pinned) || b.score - a.score)
      .slice(0, limit)
      .map(({ artifact: { artifact_id, title, summary, tags, pinned, updated_at, bundle_path }, score }) => ({
        ...{ artifact_id, title, summary, tags, pinned, updated_at, bundle_path },
        score,
        match_mode: mode,
      }));
  }

  close(): void {
    this.#db.close();
  }

  #newest(archived: boolean): readonly Ranked[] {
    return this.#statements.newest
      .all(+archived, MOST_RANKED)
      .map(({ position }, at) => ({ position, score: 1 / (at + 1) }));
  }

  #ranked(query: string, mode: SearchMode, learned: Learned | null): readonly Ranked[] {
    const asked = [
      ...(mode === 'semantic' ? [] : [this.#byWords(query)]),
      ...(mode === 'lexical' ? [] : [this.#byMeaning(query)]),
      ...(mode === 'lexical' || learned === null ? [] : [this.#byModel(learned)]),
    ];
    const [only = []] = asked;
    if (asked.length === 1) return only;
    const rankings = asked.map((each) => each.map(({ position }) => position));
    return fuseRanks(rankings).map(({ item, score }) => ({ position: item, score }));
  }

  #byModel({ model, vector }: Learned): readonly Ranked[] {
    const known = this.#learned.get(model);
    const shelf = known ?? new VectorShelf(vector.length);
    if (known === undefined) {
      for (const row of this.#statements.vectors.iterate(model))
        if (row.vector.byteLength === vector.byteLength) shelf.put(row.position, floatsOf(row.vector));
      this.#learned.set(model, shelf);
    }
    return shelf.nearest(vector, MOST_RANKED);
  }

  /** Any of the words, ranked by BM25; the score grows with the fit. */
  #byWords(query: string): readonly Ranked[] {
    const wanted = wordsOf(query)
      .map((word) => `"${word}"`)
      .join(' OR ');
    return this.#statements.byWords.all(wanted, MOST_RANKED);
  }

  #byMeaning(query: string): readonly Ranked[] {
    return this.#shelf.nearest(meaningOf(query), MOST_RANKED);
  }
}

/** A question, as a provider's model understands it. */
export interface Learned {
  readonly model: string;
  readonly vector: Float32Array;
}

interface Ranked {
  readonly position: number;
  readonly score: number;
}

/** All that the catalogue asks of its database, read by SQLite once. */
function prepare(db: Database) {
  const columns = 'position, record, pinned, archived';
  return {
    byId: db.prepare<[string], Row>(`SELECT ${columns} FROM artifacts WHERE artifact_id = ?`),
    byPosition: db.prepare<[number], Row>(`SELECT ${columns} FROM artifacts WHERE position = ?`),
    newest: db.prepare<[number, number], { position: number }>(
      'SELECT position FROM artifacts WHERE archived = ? ORDER BY pinned DESC, updated_at DESC, position DESC LIMIT ?',
    ),
    byWords: db.prepare<[string, number], Ranked>(
      `SELECT rowid AS position, -bm25(artifact_words, ${COLUMNS}) AS score
       FROM artifact_words WHERE artifact_words MATCH ? ORDER BY score DESC LIMIT ?`,
    ),
    put: db.prepare<[number | null, string, string, number, number, string, Buffer]>(
      `INSERT INTO artifacts (position, artifact_id, record, pinned, archived, updated_at, meaning)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (artifact_id) DO UPDATE SET record = excluded.record, pinned = excluded.pinned,
         archived = excluded.archived, updated_at = excluded.updated_at, meaning = excluded.meaning`,
    ),
    forgetWords: db.prepare<[number]>('DELETE FROM artifact_words WHERE rowid = ?'),
    putWords: db.prepare<[number, string, string, string, string]>(
      'INSERT INTO artifact_words (rowid, title, tags, summary, script) VALUES (?, ?, ?, ?, ?)',
    ),
    forgetVectors: db.prepare<[number]>('DELETE FROM artifact_vectors WHERE position = ?'),
    putVector: db.prepare<[number, string, Buffer]>(
      'INSERT OR REPLACE INTO artifact_vectors (position, model, vector) VALUES (?, ?, ?)',
    ),
    vectors: db.prepare<[string], { position: number; vector: Buffer }>(
      'SELECT position, vector FROM artifact_vectors WHERE model = ?',
    ),
    unlearned: db.prepare<[string, number], { position: number; text: string }>(
      `SELECT rowid AS position, title || char(10) || tags || char(10) || summary || char(10) || substr(script, 1, 4000) AS text
       FROM artifact_words WHERE rowid NOT IN (SELECT position FROM artifact_vectors WHERE model = ?) LIMIT ?`,
    ),
    pinned: db.prepare<[number, string]>('UPDATE artifacts SET pinned = ? WHERE artifact_id = ?'),
    archived: db.prepare<[number, string]>('UPDATE artifacts SET archived = ? WHERE artifact_id = ?'),
  };
}

/** What was marked later counts, whatever the record says. */
function artifactOf({ record, pinned, archived }: Row): Artifact {
  return artifactSchema.parse({ ...JSON.parse(record), pinned: pinned === 1, archived: archived === 1 });
}

/** A vector of the built-in kind, whatever was written. */
function vectorOf(meaning: Buffer): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  new Uint8Array(vector.buffer).set(meaning.subarray(0, vector.byteLength));
  return vector;
}

/** Copied, because what SQLite gives need not begin at an even address. */
const floatsOf = (bytes: Buffer): Float32Array => new Float32Array(new Uint8Array(bytes).buffer);
