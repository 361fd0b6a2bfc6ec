/** Making a timeline ready to be played, up to its first frame: against `JSON.parse` of the same text. */
import { createSampler, type Timeline } from '../../dsl/index.ts';
import { compare, growth } from './measure.ts';
import { timelineOf } from './motions.ts';

const SIZES = [10_000, 30_000, 100_000] as const;

/** Loading a timeline is done once for each: every round has one that nobody has looked at. */
function freshly(text: string): () => unknown {
  return () => createSampler(JSON.parse(text) as Timeline).frameAt(0);
}

for (const patches of SIZES) {
  const text = JSON.stringify(timelineOf(patches));
  await compare({
    name: `load: ${patches} patches, ${Math.round(text.length / 1e6)} MB of JSON`,
    ours: { label: 'JSON.parse, createSampler and the first frame', run: freshly(text) },
    peer: { label: 'JSON.parse', run: () => JSON.parse(text) },
    unit: 'timelines',
  });
}

await growth(
  'loading',
  SIZES.map((size) => ({ size, run: freshly(JSON.stringify(timelineOf(size))) })),
);
