import { ACTOR_KINDS } from '../../../../dsl/index.ts';
import { type Placed, STAGE } from './placed.ts';
import { point, seconds } from './script-text.ts';

/** How far from its place something strays, in widths and heights of it, at most so many pixels. */
const STRAY = 0.55;
const MOST_ASTRAY = 60;
/** What shows by itself that it is alive, likeliest first. */
const OWN = ['wave', 'hop', 'walk', 'spin', 'beat', 'tick', 'ring', 'blink', 'erupt', 'ripple', 'type', 'nudge'];

/** What something does of whom a prompt tells no deed: birds and fish stray about their place, others do what they can. */
export function lifeOf(actor: Placed, nth: number): string | null {
  const { habitat, animations = [] } = ACTOR_KINDS[actor.kind] ?? {};
  if (animations.some((one) => one === 'flap' || one === 'swim' || one === 'hover')) return stray(actor, nth);
  const own = OWN.find((animation) => animations.includes(animation));
  if (habitat === 'ground' && own === 'walk') return hop(actor, nth);
  return own ? `animate ${actor.id} ${own}` : null;
}

function stray({ id, x, y, width, height }: Placed, nth: number): string {
  const [dx, dy] = [width, height].map((size) => Math.min(MOST_ASTRAY, size * STRAY)) as [number, number];
  const turn = (nth % 4) * (Math.PI / 2);
  const spots = [0, 1, 2, 3].map((quarter) => {
    const angle = turn + (quarter * Math.PI) / 2;
    return inside({ x: x + dx * Math.cos(angle), y: y + dy * Math.sin(angle) }, width, height);
  });
  return `move ${id} through ${spots.map(point).join(' ')} along loop over ${seconds(4200 + 300 * (nth % 5))} ease linear`;
}

function hop({ id, x, y, height }: Placed, nth: number): string {
  const up = point({ x, y: y - Math.min(28, height * 0.2) });
  return `move ${id} through ${up} ${point({ x, y })} over ${seconds(900 + 150 * (nth % 3))}`;
}

const inside = ({ x, y }: { x: number; y: number }, width: number, height: number): { x: number; y: number } => ({
  x: Math.min(STAGE.width - width / 2, Math.max(width / 2, x)),
  y: Math.min(STAGE.height - height / 2, Math.max(height / 2, y)),
});
