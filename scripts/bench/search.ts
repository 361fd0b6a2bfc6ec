/**
 * Finding an artifact among many: p95 of a search of each kind among 1,000, 10,000 and 100,000, and ours against reading
 * every title with `String.includes`, which is the least that a search can do.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArtifactCatalogue } from '../../host/artifacts/artifact-catalogue.ts';
import { openArtifactDatabase } from '../../host/artifacts/artifact-database.ts';
import { LABELLED } from '../../host/artifacts/search-quality.ts';
import { compare, growth } from './measure.ts';

const SIZES = [1_000, 10_000, 100_000] as const;
const MODES = ['lexical', 'semantic', 'hybrid'] as const;
const SEARCHES = 60;

const folder = mkdtempSync(join(tmpdir(), 'bench-search-'));
const WORDS = [
  ...new Set(LABELLED.flatMap(({ title, summary }) => `${title} ${summary}`.toLowerCase().match(/\p{L}+/gu) ?? [])),
];

/** Titles of real words in an order of their own, so that the words are as common as they are. */
function titleOf(seed: number): string {
  let state = (seed * 2654435761 + 1) >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return WORDS[state % WORDS.length] ?? '';
  };
  return Array.from({ length: 8 }, next).join(' ');
}

const titles = Array.from({ length: SIZES[2] }, (_, at) => titleOf(at));
const at = '2026-01-01T00:00:00.000Z';

function filled(size: number): ArtifactCatalogue {
  const db = openArtifactDatabase(join(folder, `${size}.sqlite`));
  db.pragma('synchronous = OFF');
  const catalogue = new ArtifactCatalogue(db);
  for (let each = 0; each < size; each += 1) {
    const id = `artifact-${each}`;
    catalogue.put(
      {
        ...{ artifact_id: id, title: titles[each] ?? '', summary: '', tags: [], scene_entrypoint: null, assets: [] },
        ...{ saved_by: 'bench', scene_id: null, pinned: false, archived: false, created_at: at, updated_at: at },
        bundle_path: `artifacts/${id}.zip`,
      },
      '',
    );
  }
  return catalogue;
}

const queries = Array.from({ length: SEARCHES }, (_, each) =>
  titleOf(1_000_003 + each)
    .split(' ')
    .slice(0, 3)
    .join(' '),
);

function p95(catalogue: ArtifactCatalogue, mode: (typeof MODES)[number]): number {
  const times = queries.map((query) => {
    const begun = performance.now();
    catalogue.search(query, { mode, limit: 20 });
    return performance.now() - begun;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
}

try {
  const catalogues = new Map(SIZES.map((size) => [size, filled(size)]));
  console.log('\np95 of a search, ms'.padEnd(24), ...MODES.map((mode) => mode.padStart(10)));
  for (const [size, catalogue] of catalogues) {
    for (const mode of MODES) p95(catalogue, mode);
    console.log(`${size} artifacts`.padEnd(23), ...MODES.map((mode) => p95(catalogue, mode).toFixed(1).padStart(10)));
  }
  const run = (size: (typeof SIZES)[number]) => () =>
    queries.map((query) => catalogues.get(size)?.search(query, { mode: 'hybrid', limit: 20 }));
  await compare({
    name: `${SEARCHES} hybrid searches among ${SIZES[2]}`,
    ours: { label: 'words by BM25 and meaning by cosine, joined', run: run(SIZES[2]), count: SEARCHES },
    peer: {
      label: 'String.includes over all titles',
      run: () =>
        queries.map((query) => titles.filter((title) => query.split(' ').some((word) => title.includes(word)))),
      count: SEARCHES,
    },
    unit: 'searches',
  });
  await growth(
    'a hybrid search',
    SIZES.map((size) => ({ size, run: run(size) })),
  );
  for (const catalogue of catalogues.values()) catalogue.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
