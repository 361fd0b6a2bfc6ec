/** The next frame while a timeline of motions plays at 60 frames a second: ours against GSAP's. */
import { createSampler } from '../../dsl/index.ts';
import { compare, growth } from './measure.ts';
import { durationOf, gsapSide, SIZES, targetsFor, timelineOf } from './motions.ts';

const STEPS = 600;
const FRAME_MS = 1000 / 60;

const stepsOf = (motions: number): readonly number[] =>
  Array.from({ length: STEPS }, (_, at) => durationOf(motions) / 4 + at * FRAME_MS);

const walk = (ask: (ms: number) => unknown, steps: readonly number[]) => () => {
  for (const ms of steps) ask(ms);
};

for (const motions of SIZES) {
  const sampler = createSampler(timelineOf(motions));
  const steps = stepsOf(motions);
  const other = await gsapSide(motions);
  await compare({
    name: `next frame: ${motions} motions on ${targetsFor(motions)} targets`,
    ours: { label: 'frameAt (whole frame)', run: walk((ms) => sampler.frameAt(ms), steps), count: STEPS },
    peer: { label: other.label, run: walk((ms) => other.seek(ms), steps), count: STEPS },
    unit: 'steps',
  });
}

await growth(
  `${STEPS} steps`,
  SIZES.map((size) => {
    const sampler = createSampler(timelineOf(size));
    return { size, run: walk((ms) => sampler.frameAt(ms), stepsOf(size)) };
  }),
);
