import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Artifact } from './artifact.ts';
import { ArtifactCatalogue } from './artifact-catalogue.ts';
import { openArtifactDatabase } from './artifact-database.ts';
import { DIMENSIONS, meaningOf, wordsOf } from './meaning.ts';
import { LABELLED, searchQuality } from './search-quality.ts';

const artifact = (artifact_id: string, title: string, more: Partial<Artifact> = {}): Artifact => ({
  ...{
    artifact_id,
    title,
    summary: '',
    tags: [],
    scene_entrypoint: null,
    assets: [],
    saved_by: 'test',
    scene_id: null,
  },
  ...{ pinned: false, archived: false, created_at: '2026-01-01T00:00:00.000Z', updated_at: '2026-01-01T00:00:00.000Z' },
  bundle_path: `artifacts/${artifact_id}.zip`,
  ...more,
});

let folder: string;
let fresh = 0;
const catalogue = () => {
  fresh += 1;
  return new ArtifactCatalogue(openArtifactDatabase(join(folder, `${fresh}.sqlite`)));
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'opencommotion-artifacts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const ids = (found: readonly { readonly artifact_id: string }[]) => found.map(({ artifact_id }) => artifact_id);

/** Every word as it is, hashed to a place: what any better way has to beat. */
function plainHashing(text: string): Float32Array {
  const vector = new Float32Array(DIMENSIONS);
  for (const word of wordsOf(text)) {
    const place =
      [...word].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) >>> 0, 7) % DIMENSIONS;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((each) => each / length);
}
const likeness = (a: Float32Array, b: Float32Array) => a.reduce((sum, each, at) => sum + each * (b[at] ?? 0), 0);

describe('finding artifacts', () => {
  it('A1 means more than its letters: on 100 labelled queries it beats plain hashing and the words alone', () => {
    const kept = catalogue();
    for (const { id, title, summary, tags } of LABELLED) kept.put(artifact(id, title, { summary, tags }), '');
    const plain = LABELLED.map(({ id, title, summary, tags }) => ({
      id,
      vector: plainHashing([title, title, ...tags, summary].join(' ')),
    }));
    const byPlain = searchQuality((query) => {
      const asked = plainHashing(query);
      const near = plain
        .map(({ id, vector }) => ({ id, score: likeness(asked, vector) }))
        .filter(({ score }) => score > 0);
      return near.sort((a, b) => b.score - a.score).map(({ id }) => id);
    });
    const [lexical, semantic, hybrid] = (['lexical', 'semantic', 'hybrid'] as const).map((mode) =>
      searchQuality((query) => ids(kept.search(query, { mode, limit: 20 }))),
    );
    expect(semantic?.mrr).toBeGreaterThan(byPlain.mrr + 0.3);
    expect(semantic?.mrr).toBeGreaterThan((lexical?.mrr ?? 1) + 0.1);
    expect(hybrid?.among_five).toBeGreaterThan(0.85);
  });

  it('A1 shows pinned ones first, and archived ones never', () => {
    const kept = catalogue();
    kept.put(artifact('a', 'A cow on a meadow'), '');
    kept.put(artifact('b', 'A cow in the barn, a cow on the roof'), '');
    kept.put(artifact('c', 'The last cow'), '');
    expect(kept.mark('c', 'pinned', true)).toBe(true);
    expect(kept.mark('a', 'archived', true)).toBe(true);
    expect(ids(kept.search('cow', { mode: 'lexical', limit: 10 }))).toEqual(['c', 'b']);
    expect(ids(kept.search('', { mode: 'hybrid', limit: 10 }))).toEqual(['c', 'b']);
    expect(kept.mark('nobody', 'pinned', true)).toBe(false);
    expect(kept.get('c')).toMatchObject({ pinned: true, archived: false });
  });

  it('A1 finds an artifact by what its script says, and forgets what an earlier one of that id said', () => {
    const kept = catalogue();
    kept.put(artifact('a', 'First try'), 'scene "x" { actor ship is boat }');
    expect(ids(kept.search('boat', { mode: 'lexical', limit: 5 }))).toEqual(['a']);
    kept.put(artifact('a', 'Second try'), 'scene "x" { actor r is rocket }');
    expect(kept.search('boat', { mode: 'lexical', limit: 5 })).toEqual([]);
    expect(ids(kept.search('rocket', { mode: 'hybrid', limit: 5 }))).toEqual(['a']);
  });

  it('A1 takes any words for words, whatever they mean to the database', () => {
    const kept = catalogue();
    kept.put(artifact('a', 'Quotes "and" brackets (x) — naïve café 数据'), '');
    for (const query of [
      '"',
      "' OR 1=1 --",
      'title:x*',
      'NEAR(a b)',
      '(((',
      '\u0000',
      'cafe',
      '数据',
      'a'.repeat(1000),
    ]) {
      for (const mode of ['lexical', 'semantic', 'hybrid'] as const)
        expect(() => kept.search(query, { mode, limit: 5 })).not.toThrow();
    }
    expect(ids(kept.search('NAIVE cafe', { mode: 'lexical', limit: 5 }))).toEqual(['a']);
  });

  it('A1 knows all of it again after it was closed', () => {
    const file = join(folder, 'again.sqlite');
    const before = new ArtifactCatalogue(openArtifactDatabase(file));
    before.put(artifact('a', 'The fish bowl', { tags: ['calm'] }), '');
    before.close();
    const after = new ArtifactCatalogue(openArtifactDatabase(file));
    expect(ids(after.search('aquarium', { mode: 'semantic', limit: 5 }))).toEqual(['a']);
    after.close();
  });

  it('A1 leaves alone what a newer version has written', () => {
    const file = join(folder, 'newer.sqlite');
    const newer = openArtifactDatabase(file);
    newer.pragma('user_version = 99');
    newer.close();
    expect(() => openArtifactDatabase(file)).toThrow(/newer version.*backup/);
  });

  it('A1 gives every text a meaning of length 1, or none', () => {
    for (const text of ['cow', 'The quick brown fox', 'über 3.5 % größer']) {
      expect(Math.hypot(...meaningOf(text))).toBeCloseTo(1, 5);
    }
    expect(Math.hypot(...meaningOf('the of and'))).toBe(0);
  });
});
