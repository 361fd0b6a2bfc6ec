import type { FrameActor } from '../../../../dsl/index.ts';
import { type Affine, IDENTITY, joint } from '../paint/affine.ts';
import { hash } from '../paint/noise.ts';
import { afterDark, type Form, type Placed, swing } from './form.ts';
import { trainParts } from './train-parts.ts';

const [DRIVER, WHEEL] = [23, 15] as const;
const AXLE_Y = 45;
/** How far from the axle the rod takes hold of a driving wheel. */
const CRANK = 11;
const PUFFS = 7;

/** Degrees that a wheel of this radius has turned. */
const turned = ({ pose, scale }: FrameActor, radius: number): number =>
  (pose.travelled / (radius * Math.max(0.1, scale))) * (180 / Math.PI);

function chassis({ pose: { vx, clock } }: FrameActor): { engine: Affine; carriage: Affine } {
  const speed = Math.min(1, Math.abs(vx) / 80);
  return {
    engine: joint(IDENTITY, 0, swing(clock, 0.31) * 0.8 * speed, swing(clock, 0.62) * 0.18 * speed),
    carriage: joint(IDENTITY, 0, swing(clock, 0.37, 0.4) * 0.8 * speed, swing(clock, 0.74) * 0.14 * speed),
  };
}

/** Steam rises from the chimney, is left behind the faster the train goes, and thins out. */
function steam({ pose: { animation, clock, vx, heading }, scale }: FrameActor): readonly Placed[] {
  if (animation === 'none') return [];
  const behind = Math.min(150, (vx * Math.sign(heading || 1) * 0.5) / Math.max(0.1, scale));
  return Array.from({ length: PUFFS }, (_, at) => {
    const age = clock * 0.42 + at / PUFFS;
    const t = age % 1;
    const drift = (hash(at, Math.floor(age), 91) - 0.5) * 22;
    return {
      part: 'puff',
      at: joint(IDENTITY, 158 - t * (44 + behind) + drift * t, -74 - t * 70, age * 40 + at * 51, 0.32 + t * 0.95),
      opacity: Math.min(1, t * 5) * (1 - t) ** 1.3 * 0.95,
    };
  });
}

function posed(actor: FrameActor): readonly Placed[] {
  const { engine, carriage } = chassis(actor);
  const [small, large] = [turned(actor, WHEEL), turned(actor, DRIVER)];
  const angle = (large * Math.PI) / 180;
  const [pinX, pinY] = [Math.cos(angle) * CRANK, Math.sin(angle) * CRANK];
  const reach = (Math.atan2(-pinY, 64 - pinX) * 180) / Math.PI;
  return [
    ...steam(actor),
    { part: 'coupling', at: IDENTITY },
    { part: 'carriage', at: carriage },
    ...[-178, -142, -72, -36].map((x) => ({ part: 'wheel', at: joint(IDENTITY, x, 53, small) })),
    { part: 'engine', at: engine },
    ...[58, 104].map((x) => ({ part: 'driver', at: joint(IDENTITY, x, AXLE_Y, large) })),
    ...[142, 170].map((x) => ({ part: 'wheel', at: joint(IDENTITY, x, 54, small, 0.93) })),
    { part: 'piston', at: joint(IDENTITY, 104 + pinX, AXLE_Y + pinY, reach) },
    { part: 'cylinder', at: joint(engine, 160, 38) },
    { part: 'rod', at: joint(IDENTITY, 58 + pinX, AXLE_Y + pinY) },
  ];
}

/** A steam locomotive with its carriage: the wheels turn by the way it goes, rods and all. */
export const train: Form = {
  shadow: 190,
  parts: trainParts,
  pose: posed,
  lights: (actor, { ambient }) => {
    const dusk = afterDark(ambient);
    const { engine } = chassis(actor);
    return [
      { part: 'lit', at: engine, opacity: dusk },
      { part: 'lamp', at: joint(engine, 197, -15), opacity: dusk },
    ];
  },
};
