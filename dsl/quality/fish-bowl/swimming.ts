import type { Frame, FrameActor } from '../../sample/frame.ts';
import { type Pool, poolOf } from '../../sample/vessel.ts';
import { actorIn, type Footage, pairs } from '../footage.ts';
import { atLeast, atMost, type QualityCheck, worstOf } from '../report.ts';

const FISH = ['goldfish', 'fish'];

export const fishIn = (frame: Frame): FrameActor | null =>
  FISH.reduce<FrameActor | null>((found, kind) => found ?? actorIn(frame, kind), null);

/** The water of the bowl as it stands in a frame. */
export function poolIn(frame: Frame): Pool | null {
  const bowl = actorIn(frame, 'fish-bowl');
  if (!bowl) return null;
  const { x, y, z, width, height, scale } = bowl;
  return poolOf(bowl.kind, { position: { x, y, z }, width: width * scale, height: height * scale });
}

/** How far nose and tail are from the middle of the water, as a share of the way to the glass; beyond 1 above the surface. */
function reach(fish: FrameActor, pool: Pool): number {
  const half = (fish.width * fish.scale) / 2;
  const turn = (fish.rotation * Math.PI) / 180;
  const ends = [-1, 1].map((side) => ({
    x: fish.x + side * half * Math.cos(turn) * Math.abs(fish.pose.heading),
    y: fish.y + side * half * Math.sin(turn),
  }));
  const top = fish.y - (fish.height * fish.scale) / 2;
  const above = top < pool.surface ? 1 + (pool.surface - top) / pool.radius_y : 0;
  return Math.max(
    above,
    ...ends.map(({ x, y }) => Math.hypot((x - pool.x) / pool.radius_x, (y - pool.y) / pool.radius_y)),
  );
}

/** D.fish-in-water: nose and tail are inside the water at every frame, so it turns before it reaches the glass. */
export function fishInWater({ slow }: Footage): QualityCheck {
  const worst = worstOf(
    slow.map((frame) => {
      const [fish, pool] = [fishIn(frame), poolIn(frame)];
      return { at_ms: frame.at_ms, figure: fish && pool ? reach(fish, pool) * 100 : 999 };
    }),
  );
  return atMost('D.fish-in-water', 100, worst, (figure) =>
    figure === 999 ? 'there is no fish, or no bowl' : `the fish comes within ${figure} % of the way to the glass`,
  );
}

const SWIMS_PX = 25;
const TURNING_MS = 700;

/** D.heading: it looks where it swims, but for the moment of turning. */
export function headingFollows({ slow }: Footage): QualityCheck {
  let since: number | null = null;
  let worst = { at_ms: 0, figure: 0 };
  for (const frame of slow) {
    const fish = fishIn(frame);
    const wrong = fish !== null && Math.abs(fish.pose.vx) > SWIMS_PX && fish.pose.heading * fish.pose.vx <= 0;
    if (!wrong) since = null;
    else {
      since ??= frame.at_ms;
      if (frame.at_ms - since > worst.figure) worst = { at_ms: since, figure: frame.at_ms - since };
    }
  }
  return atMost('D.heading', TURNING_MS, worst, (figure) => `the fish swims backwards for ${figure} ms at most`);
}

/** D.fins: tail and fins beat on, and it gets about. */
export function finsBeat({ slow }: Footage): QualityCheck {
  let still = 0;
  let at_ms = 0;
  for (const [before, now] of pairs(slow)) {
    const [a, b] = [fishIn(before), fishIn(now)];
    if (a && b && b.pose.animation === 'swim' && b.pose.clock > a.pose.clock) continue;
    still += 1;
    at_ms = now.at_ms;
  }
  const last = slow.at(-1);
  const way = (last && fishIn(last)?.pose.travelled) ?? 0;
  if (still === 0 && way < 300)
    return atLeast('D.fins', 300, { at_ms: 0, figure: way }, (figure) => `the fish swims only ${figure} px`);
  return atMost('D.fins', 0, { at_ms, figure: still }, (figure) =>
    figure > 0 ? `the fins rest in ${figure} frames` : 'tail and fins beat on',
  );
}
