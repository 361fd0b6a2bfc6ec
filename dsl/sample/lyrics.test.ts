import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from '../check/words.ts';
import { cowOverMoon } from '../plan/fixtures.ts';
import { plan } from '../plan/plan.ts';
import { CAP_SHARE, textWidth } from '../plan/text-extent.ts';
import type { FrameLyrics } from './frame.ts';
import { createSampler } from './sampler.ts';

const play = (text = 'The cow jumps over the moon') =>
  createSampler(
    plan({ ...cowOverMoon, actions: [], lines: cowOverMoon.lines.map((line) => ({ ...line, text })) }, { mode: '2d' })
      .value,
  );
const STARTS = play().timeline.words.map((word) => word.start_ms);
const lyricsAt = (ms: number, sampler = play()): FrameLyrics => {
  const [lyrics] = sampler.frameAt(ms).lyrics;
  if (!lyrics) throw new Error(`nothing is written at ${ms} ms`);
  return lyrics;
};
const topOf = (lyrics: FrameLyrics, index: number) => (lyrics.words[index]?.y ?? 0) - CAP_SHARE * lyrics.size;

describe('written lines', () => {
  it('S20 are set word by word from the widths of Nunito, centred, inside the stage, in one row or two', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 14 }), (text) => {
        const sampler = play(text);
        const { words, size } = lyricsAt(1000, sampler);
        expect(words.map((word) => word.text)).toEqual(splitWords(text).map((word) => word.text));
        const rows = new Set(words.map((word) => word.y));
        expect(rows.size).toBeLessThanOrEqual(2);
        for (const y of rows) {
          const row = words.filter((word) => word.y === y);
          const [first, last] = [row[0], row.at(-1)];
          if (!first || !last) continue;
          expect((first.x + last.x + last.width) / 2).toBeCloseTo(640, 6);
          expect(first.x).toBeGreaterThanOrEqual(1280 * 0.06 - 1e-6);
          row.slice(1).forEach((word, at) => {
            const before = row[at];
            expect(word.x - (before?.x ?? 0) - (before?.width ?? 0)).toBeCloseTo(textWidth(' ', size, 700), 6);
          });
        }
      }),
    );
  });
  it('S20 dim what is to come, and fill each word while it is sung', () => {
    const jumps = STARTS[2] ?? 0;
    expect(lyricsAt(jumps - 1).words[2]).toMatchObject({ opacity: 0.6, sung: 0, active: false });
    expect(lyricsAt(jumps + 172).words[2]?.sung).toBeCloseTo(0.5, 2);
    expect(lyricsAt(jumps + 100).words[2]).toMatchObject({ opacity: 1, active: true });
  });
  it('S21 the ball is on the top middle of word k at its start, flattens a little and flies on', () => {
    STARTS.forEach((start, index) => {
      const lyrics = lyricsAt(start);
      const word = lyrics.words[index];
      expect(lyrics.ball).toMatchObject({ touching: index, squash: 0, opacity: 1 });
      expect(lyrics.ball?.x).toBeCloseTo((word?.x ?? 0) + (word?.width ?? 0) / 2, 6);
      expect((lyrics.ball?.y ?? 0) + (lyrics.ball?.radius ?? 0)).toBeCloseTo(topOf(lyrics, index), 6);
      expect(lyricsAt(start + 16).ball?.squash).toBeGreaterThan(0.2);
      expect(lyricsAt(start + 40).ball).toMatchObject({ touching: -1, squash: 0 });
      expect(lyricsAt(start - 1).ball?.touching).toBe(-1);
    });
  });
  it('S21 the ball flies in arcs without jumps, drops in before the first word and leaves after the last', () => {
    const sampler = play();
    let before: FrameLyrics['ball'] = lyricsAt(0, sampler).ball;
    for (let ms = 1; ms <= 3500; ms += 1) {
      const { ball } = sampler.frameAt(ms).lyrics[0] ?? { ball: null };
      if (ball && before) {
        expect(Math.hypot(ball.x - before.x, ball.y - before.y)).toBeLessThan(3);
        expect(Math.abs(ball.opacity - before.opacity)).toBeLessThan(0.02);
      } else if (ball ?? before) expect((ball ?? before)?.opacity).toBeLessThan(0.05);
      before = ball;
    }
    expect(before).toBeNull();
    const [one = 0, two = 0] = STARTS;
    const middle = lyricsAt((one + two) / 2);
    expect(middle.ball?.y).toBeLessThan(topOf(middle, 0) - 3 * (middle.ball?.radius ?? 0));
  });
});
