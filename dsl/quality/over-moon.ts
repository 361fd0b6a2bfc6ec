import type { FrameActor } from '../sample/frame.ts';
import { actorIn, type Footage } from './footage.ts';
import { figure, type QualityCheck } from './report.ts';

/** How far the cow's middle is above the moon's upper edge, and whether the two overlap seen from above, on the stage. */
function relation(cow: FrameActor, moon: FrameActor) {
  const reach = (cow.width * cow.scale + moon.width * moon.scale) / 2;
  const top = moon.y - (moon.height * moon.scale) / 2;
  return { overlap: Math.abs(cow.x - moon.x) < reach, clearance: top - cow.y };
}

/** A.over-moon: the cow's path rises above the moon's upper edge while their horizontal extents overlap. */
export function overMoon({ frames }: Footage): QualityCheck {
  let best = Number.NEGATIVE_INFINITY;
  let at_ms = 0;
  for (const frame of frames) {
    const cow = actorIn(frame, 'cow');
    const moon = actorIn(frame, 'moon');
    if (!cow || !moon) continue;
    const { overlap, clearance } = relation(cow, moon);
    if (overlap && clearance > best) [best, at_ms] = [clearance, frame.at_ms];
  }
  const met = Number.isFinite(best);
  const ok = met && best > 0;
  const height = met ? figure(best) : -9999;
  const message = met
    ? `the cow's path is ${Math.abs(height)} px ${ok ? 'above' : 'below'} the moon's upper edge at its highest`
    : 'the cow never passes the moon';
  return { rule: 'A.over-moon', ok, at_ms, figure: height, limit: 0, message };
}

/** When the cow is highest, or null where there is no cow. */
export function apexOf({ frames }: Footage): number | null {
  let highest = Number.POSITIVE_INFINITY;
  let index: number | null = null;
  frames.forEach((frame, at) => {
    const cow = actorIn(frame, 'cow');
    if (cow && cow.y < highest) [highest, index] = [cow.y, at];
  });
  return index;
}
