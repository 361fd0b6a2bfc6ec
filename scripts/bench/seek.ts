/** The whole state at a random time of a timeline of motions: ours against GSAP's and anime.js's. */
import { createSampler } from '../../dsl/index.ts';
import { compare, growth } from './measure.ts';
import { animeSide, gsapSide, randomTimes, SIZES, targetsFor, timelineOf } from './motions.ts';

/** Seeks a round: enough that a round of the slowest side takes tens of milliseconds. */
const SEEKS = 200;

for (const motions of SIZES) {
  const sampler = createSampler(timelineOf(motions));
  const times = randomTimes(motions, SEEKS);
  const run = (ask: (ms: number) => unknown) => () => {
    for (const ms of times) ask(ms);
  };
  for (const side of [gsapSide, animeSide]) {
    const other = await side(motions);
    await compare({
      name: `random seek: ${motions} motions on ${targetsFor(motions)} targets`,
      ours: { label: 'frameAt (whole frame)', run: run((ms) => sampler.frameAt(ms)), count: SEEKS },
      peer: { label: other.label, run: run((ms) => other.seek(ms)), count: SEEKS },
      unit: 'seeks',
    });
  }
}

await growth(
  `${SEEKS} random seeks`,
  SIZES.map((size) => {
    const sampler = createSampler(timelineOf(size));
    const times = randomTimes(size, SEEKS);
    return {
      size,
      run: () => {
        for (const ms of times) sampler.frameAt(ms);
      },
    };
  }),
);
