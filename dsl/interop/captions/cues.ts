import { splitWords } from '../../check/words.ts';
import type { Timeline, TimelineLine, TimelineWord } from '../../plan/timeline.ts';

/** A caption as players show it: at most two rows, for as long as its words are spoken. */
export interface CaptionCue {
  readonly start_ms: number;
  readonly end_ms: number;
  /** With the signs that stand around them in the script. */
  readonly words: readonly TimelineWord[];
}

/** Characters of one cue: two rows of 42, as broadcasters set them. */
const MOST_CHARACTERS = 84;
/** A cue stays a little after its last word, unless the next one begins. */
const LINGER_MS = 400;
const SHORTEST_MS = 700;

/** The spoken words of a timeline in cues: lines apart, long ones broken after a sentence or a comma if there is one. */
export function captionCues(timeline: Timeline): readonly CaptionCue[] {
  const groups = timeline.lines.flatMap((line) => {
    const words = timeline.words.filter((word) => word.line === line.id).sort((a, b) => a.index - b.index);
    return broken(asWritten(line, words));
  });
  groups.sort((a, b) => (a[0]?.start_ms ?? 0) - (b[0]?.start_ms ?? 0));
  return groups.flatMap((words, at) => {
    const [first, last] = [words[0], words.at(-1)];
    if (!first || !last) return [];
    const wanted = Math.max(last.end_ms + LINGER_MS, first.start_ms + SHORTEST_MS);
    const next = groups[at + 1]?.[0]?.start_ms ?? Number.POSITIVE_INFINITY;
    const end_ms = Math.min(wanted, Math.max(next, last.end_ms), Math.max(timeline.duration_ms, last.end_ms));
    return [{ start_ms: first.start_ms, end_ms, words }];
  });
}

/** Words as they stand in the script, with the signs behind each: what a reader expects to see. */
function asWritten({ text }: TimelineLine, words: readonly TimelineWord[]): readonly TimelineWord[] {
  const places = splitWords(text);
  if (places.length !== words.length) return words;
  const begins = places.map(({ offset }, at) => {
    const before = places[at - 1];
    if (!before) return 0;
    const end = before.offset + before.length;
    // An opening bracket or quote stands with the word that it opens.
    return end + text.slice(end, offset).search(/\S*$/);
  });
  return words.map((word, at) => ({ ...word, text: text.slice(begins[at], begins[at + 1]).trim() }));
}

const lengthOf = (words: readonly TimelineWord[]): number =>
  words.reduce((sum, { text }) => sum + text.length + 1, 0) - 1;

function broken(words: readonly TimelineWord[]): (readonly TimelineWord[])[] {
  if (words.length < 2 || lengthOf(words) <= MOST_CHARACTERS) return words.length === 0 ? [] : [words];
  let fits = 1;
  while (fits < words.length && lengthOf(words.slice(0, fits + 1)) <= MOST_CHARACTERS) fits += 1;
  const pause = words.slice(0, fits).findLastIndex(({ text }) => /[.,;:!?…]["'”’)]*$/.test(text));
  const cut = pause >= fits / 3 ? pause + 1 : fits;
  return [words.slice(0, cut), ...broken(words.slice(cut))];
}
