import { splitWords } from '../check/words.ts';
import { estimateLine } from './estimate.ts';
import type { AlignmentQuality, LineAlignment } from './timeline.ts';

/** A word as a voice reports it: a stretch of the line's text, and when it was heard. */
export interface Heard {
  readonly offset: number;
  readonly length: number;
  readonly start_ms: number;
  readonly end_ms: number;
}

/** No word is spoken faster than this: a shorter gap holds none. */
const LEAST_WORD_MS = 40;

/** A ball cannot touch two words at once: starts lie at least this far apart where the audio is long enough. */
const LEAST_APART_MS = 20;

interface Stretch {
  start_ms: number;
  end_ms: number;
}

/**
 * Gives every word of a line its time from what a voice reported, which may cut the text otherwise: a word made of
 * several reported ones spans them, several words inside one reported share it by their letters, and words that were
 * not reported share the gap between their neighbours, or, where there is none, the time of the word before: engines
 * run “in the” together and report only “in”. A `measured` line with filled gaps is only `aligned`.
 */
export function alignLine(
  text: string,
  spoken: readonly Heard[],
  duration_ms: number,
  quality: AlignmentQuality,
): LineAlignment {
  const words = splitWords(text);
  const duration = Math.max(0, Math.round(duration_ms));
  const found: (Stretch | null)[] = words.map(() => null);
  for (const heard of spoken) {
    const covered = words.flatMap((word, index) =>
      heard.offset < word.offset + word.length && word.offset < heard.offset + heard.length ? [index] : [],
    );
    share(
      covered,
      heard,
      words.map((word) => word.length),
    ).forEach((part, at) => {
      const index = covered[at];
      if (index === undefined) return;
      const known = found[index];
      found[index] = known
        ? { start_ms: Math.min(known.start_ms, part.start_ms), end_ms: Math.max(known.end_ms, part.end_ms) }
        : part;
    });
  }
  if (found.every((stretch) => stretch === null)) return stretched(text, duration);
  const gaps = found.includes(null);
  fillGaps(
    found,
    words.map((word) => word.length),
    duration,
  );
  return {
    quality: gaps && quality === 'measured' ? 'aligned' : quality,
    duration_ms: duration,
    words: inOrder(found, duration),
  };
}

/** Cuts one stretch of time among the words at `indices`, by their lengths. */
function share(indices: readonly number[], stretch: Stretch, lengths: readonly number[]): Stretch[] {
  const total = indices.reduce((sum, index) => sum + (lengths[index] ?? 1), 0);
  let from = stretch.start_ms;
  return indices.map((index) => {
    const start_ms = from;
    from += ((stretch.end_ms - stretch.start_ms) * (lengths[index] ?? 1)) / total;
    return { start_ms, end_ms: from };
  });
}

function fillGaps(found: (Stretch | null)[], lengths: readonly number[], duration: number): void {
  for (let at = 0; at < found.length; at += 1) {
    if (found[at]) continue;
    let until = at;
    while (until < found.length && !found[until]) until += 1;
    const before = found[at - 1];
    const end_ms = Math.max(before?.end_ms ?? 0, found[until]?.start_ms ?? duration);
    const joined = before && end_ms - before.end_ms < LEAST_WORD_MS * (until - at);
    const first = joined ? at - 1 : at;
    const indices = Array.from({ length: until - first }, (_, step) => first + step);
    const start_ms = joined ? before.start_ms : (before?.end_ms ?? 0);
    share(indices, { start_ms, end_ms: joined ? before.end_ms : end_ms }, lengths).forEach((part, step) => {
      found[first + step] = part;
    });
  }
}

/** Whole milliseconds inside the audio, each start after the one before it, with room for those that follow. */
function inOrder(found: readonly (Stretch | null)[], duration: number): LineAlignment['words'] {
  const apart = Math.min(LEAST_APART_MS, Math.floor(duration / Math.max(1, found.length)));
  let earliest = 0;
  return found.map((stretch, index) => {
    const latest = duration - apart * (found.length - index);
    const start_ms = Math.min(latest, Math.max(earliest, Math.round(stretch?.start_ms ?? earliest)));
    const end_ms = Math.min(duration, Math.max(start_ms, Math.round(stretch?.end_ms ?? start_ms)));
    earliest = start_ms + apart;
    return { start_ms, end_ms };
  });
}

/** Nothing was reported: the estimate, stretched to the length of the audio. */
function stretched(text: string, duration: number): LineAlignment {
  const estimate = estimateLine(text);
  const scale = estimate.duration_ms > 0 ? duration / estimate.duration_ms : 0;
  const words = estimate.words.map((word) => ({
    start_ms: Math.round(word.start_ms * scale),
    end_ms: Math.round(word.end_ms * scale),
  }));
  return { quality: 'estimated', duration_ms: duration, words };
}
