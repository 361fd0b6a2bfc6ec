import { describe, expect, it } from 'vitest';
import { compile } from '../../compile.ts';
import type { Timeline } from '../../plan/timeline.ts';
import { captionCues } from './cues.ts';
import { toSrt, toWebVtt } from './write-captions.ts';

const film = (...said: readonly string[]): Timeline => {
  const lines = said.map((text, at) => `  say line${at} "${text}" at ${at * 12}s\n`).join('');
  return compile(`scene "S" {\n${lines}}\n`, { mode: '2d' }).value;
};

describe('captions', () => {
  it('show each line while it is spoken', () => {
    const timeline = film('The cow jumps.', 'And lands.');
    const cues = captionCues(timeline);
    expect(cues.map(({ words }) => words.map(({ text }) => text).join(' '))).toEqual(['The cow jumps.', 'And lands.']);
    for (const { start_ms, end_ms, words } of cues) {
      expect(start_ms).toBe(words[0]?.start_ms);
      expect(end_ms).toBeGreaterThanOrEqual(words.at(-1)?.end_ms ?? 0);
    }
  });

  it('break a long line so that no cue is longer than two rows', () => {
    const long =
      'Once upon a time there was a very small goldfish who lived in a bowl, and every morning it swam around the plant, '.repeat(
        2,
      );
    const cues = captionCues(film(long.trim()));
    expect(cues.length).toBeGreaterThan(2);
    for (const { words } of cues) expect(words.map(({ text }) => text).join(' ').length).toBeLessThanOrEqual(84);
    for (const [at, cue] of cues.entries()) expect(cue.start_ms).toBeGreaterThanOrEqual(cues[at - 1]?.end_ms ?? 0);
  });

  it('are WebVTT with the time of every word', () => {
    const [head, , number, times, text] = toWebVtt(film('The cow jumps')).split('\n');
    expect([head, number]).toEqual(['WEBVTT', '1']);
    expect(times).toMatch(/^00:00:0\d\.\d{3} --> 00:00:0\d\.\d{3}$/);
    expect(text).toMatch(/^The <00:00:0\d\.\d{3}>cow <00:00:0\d\.\d{3}>jumps$/);
  });

  it('are SubRip with commas', () => {
    const [number, times, text] = toSrt(film('The cow jumps')).split('\n');
    expect(number).toBe('1');
    expect(times).toMatch(/^00:00:0\d,\d{3} --> 00:00:0\d,\d{3}$/);
    expect(text).toBe('The cow jumps');
  });

  it('of a stretch begin with it', () => {
    const timeline = film('The cow jumps.', 'And lands.');
    const start = timeline.lines[1]?.start_ms ?? 0;
    expect(toSrt(timeline, start)).toMatch(/^1\n00:00:00,/);
    expect(toSrt(timeline, start)).not.toContain('cow');
  });

  it('escape what WebVTT would take for a tag', () => {
    expect(toWebVtt(film('one <b> & two'))).toContain('&lt;b&gt; &amp;');
  });

  it('of a silent scene are empty and valid', () => {
    const silent = compile('scene "S" {\n  length 2s\n}\n', { mode: '2d' }).value;
    expect(toWebVtt(silent)).toBe('WEBVTT\n\n');
    expect(toSrt(silent)).toBe('');
  });
});
