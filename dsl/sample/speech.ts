import type { Timeline, TimelineLine, TimelineWord } from '../plan/timeline.ts';
import type { FrameCaption, FrameWord } from './frame.ts';
import { createIntervals } from './intervals.ts';

/** The words and the caption at a time. Lists are shared between frames for as long as nothing in them changes. */
export interface Speech {
  words(ms: number): readonly FrameWord[];
  caption(ms: number): FrameCaption | null;
}

export function createSpeech(timeline: Timeline): Speech {
  const frameWord = (word: TimelineWord, active: boolean): FrameWord => ({
    line: word.line,
    index: word.index,
    text: word.text,
    start_ms: word.start_ms,
    end_ms: word.end_ms,
    active,
  });
  const silent = timeline.words.map((word) => frameWord(word, false));
  const spoken = timeline.words.map((word) => frameWord(word, true));
  const words = createIntervals(
    timeline.words.map((word, at) => ({ from: word.start_ms, until: word.end_ms, item: at })),
  );
  const captions = timeline.lines.map(captionOf);
  const lines = createIntervals(
    timeline.lines.map((line, at) => ({ from: line.start_ms, until: line.end_ms, item: at })),
  );
  let last: { readonly key: string; readonly list: readonly FrameWord[] } = { key: '', list: silent };

  return {
    words(ms) {
      const active = words.at(ms);
      const key = active.join(' ');
      if (key !== last.key) {
        const list = silent.slice();
        for (const at of active) {
          const word = spoken[at];
          if (word) list[at] = word;
        }
        last = { key, list: active.length > 0 ? list : silent };
      }
      return last.list;
    },
    caption: (ms) => captions[lines.at(ms).at(-1) ?? -1] ?? null,
  };
}

const captionOf = (line: TimelineLine): FrameCaption => ({ line: line.id, text: line.text, quality: line.quality });
