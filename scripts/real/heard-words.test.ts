import { describe, expect, it } from 'vitest';
import { heardAgain, soundOfWords } from './heard-words.ts';

const word = (text: string, start_ms: number) => ({ text, start_ms, end_ms: start_ms + 100 });

/** A second at 1,000 samples a second, loud from `from` to `to` milliseconds. */
const loud = (from: number, to: number, amplitude: number) => ({
  rate: 1000,
  samples: Int16Array.from({ length: 1000 }, (_, at) => (at >= from && at < to ? amplitude : 0)),
});

describe('the sound of words', () => {
  it('tells words that are heard from words in whose time there is silence', () => {
    const sound = soundOfWords(loud(0, 120, 16_384), [word('one', 0), word('two', 700)]);
    expect(sound).toMatchObject({ sounding: 1, pause_db: -100 });
    expect(sound.peak_db).toBeCloseTo(-6.02, 1);
  });

  it('tells how loud it is in a pause', () => {
    expect(soundOfWords(loud(300, 400, 3277), [word('one', 0), word('two', 700)]).pause_db).toBeCloseTo(-20, 1);
  });
});

describe('words heard again', () => {
  it('pairs the words in their order, however they are written, and tells how far apart their starts are', () => {
    const said = [word('The', 0), word('cow', 200), word('jumps.', 500)];
    const heard = [word('the', 10), word('how', 220), word('jumps', 540)];
    expect(heardAgain(said, heard)).toEqual({ matched: 2, median_ms: 40, most_ms: 40 });
  });

  it('matches nothing in silence', () => {
    expect(heardAgain([word('cow', 0)], [])).toEqual({ matched: 0, median_ms: 0, most_ms: 0 });
  });
});
