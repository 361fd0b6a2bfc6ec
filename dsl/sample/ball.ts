import type { LyricsState } from '../plan/timeline.ts';
import type { FrameLyrics } from './frame.ts';
import type { LyricsLayout } from './lyrics-layout.ts';

/** How long the ball rests, flattened, on a word, from the word's start. */
export const CONTACT_MS = 33;
const DROP_MS = 650;
const LEAVE_MS = 700;
const RADIUS_SHARE = 0.2;

/** Everything about the ball that time does not change. */
interface Bounce {
  readonly radius: number;
  /** Centre of the ball while it touches each word, and when it lands there. */
  readonly contacts: readonly { readonly x: number; readonly y: number; readonly at_ms: number }[];
}

export function bounceOf(state: LyricsState, layout: LyricsLayout): Bounce {
  const radius = layout.size * RADIUS_SHARE;
  const contacts = state.items.flatMap((item, at) => {
    const word = layout.words[at];
    return word ? [{ x: word.x + word.width / 2, y: word.top - radius, at_ms: item.at_ms }] : [];
  });
  return { radius, contacts };
}

/**
 * The ball at a time: it drops in before the first word, lies on word k for `CONTACT_MS` from its start, flies in a
 * parabola to the next, and hops away after the last. Null while it is not to be seen.
 */
export function ballAt({ radius, contacts }: Bounce, ms: number): FrameLyrics['ball'] {
  const first = contacts[0];
  const last = contacts.at(-1);
  if (!first || !last) return null;
  if (ms < first.at_ms) {
    const share = 1 - (first.at_ms - ms) / DROP_MS;
    if (share <= 0) return null;
    const fallen = share * share;
    const height = radius * 9;
    return shown(radius, first.x - radius * 3 * (1 - share), first.y - height * (1 - fallen), Math.min(1, share * 4));
  }
  const at = lastStarted(contacts, ms);
  const here = contacts[at] ?? first;
  const contact = ms - here.at_ms;
  const next = contacts[at + 1];
  const stay = next ? Math.min(CONTACT_MS, (next.at_ms - here.at_ms) / 2) : CONTACT_MS;
  if (contact <= stay) {
    const squash = stay > 0 ? Math.sin((Math.PI * contact) / stay) : 0;
    return { x: here.x, y: here.y + radius * 0.3 * squash, radius, squash: 0.3 * squash, touching: at, opacity: 1 };
  }
  if (next) {
    const gap = next.at_ms - here.at_ms - stay;
    const share = (contact - stay) / gap;
    const apex = radius * 1.6 + Math.min(1, gap / 700) * radius * 4;
    const rise = 4 * apex * share * (1 - share);
    return shown(radius, here.x + (next.x - here.x) * share, here.y + (next.y - here.y) * share - rise, 1);
  }
  const share = (contact - stay) / LEAVE_MS;
  if (share >= 1) return null;
  const rise = radius * (14 * share - 8 * share * share);
  return shown(radius, last.x + radius * 7 * share, last.y - rise, 1 - share);
}

const shown = (radius: number, x: number, y: number, opacity: number): FrameLyrics['ball'] => ({
  x,
  y,
  radius,
  squash: 0,
  touching: -1,
  opacity,
});

function lastStarted(contacts: Bounce['contacts'], ms: number): number {
  let low = 0;
  let high = contacts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((contacts[middle]?.at_ms ?? 0) <= ms) low = middle;
    else high = middle - 1;
  }
  return low;
}
