import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { UsageFault } from '../faults.ts';
import { outputKind } from './kinds.ts';
import { parseMoment } from './options.ts';
import { progressText } from './progress-line.ts';

describe('the ending of a file', () => {
  it.each([
    ['a.png', { kind: 'still', type: 'image/png' }],
    ['a.WEBP', { kind: 'still', type: 'image/webp' }],
    ['a.mp4', { kind: 'film', format: 'mp4' }],
    ['a.webm', { kind: 'film', format: 'webm' }],
    ['a.gif', { kind: 'film', format: 'gif' }],
    ['a.vtt', { kind: 'captions', format: 'vtt' }],
    ['a.srt', { kind: 'captions', format: 'srt' }],
  ])('%s says what to make', (path, kind) => {
    expect(outputKind(path)).toEqual(kind);
  });

  it('with a counter in the name means every frame', () => {
    const kind = outputKind('frames/%04d.png');
    expect(kind.kind === 'sequence' && [kind.nameOf(7), kind.nameOf(12_345)]).toEqual([
      'frames/0007.png',
      'frames/12345.png',
    ]);
  });

  it('that is unknown is refused with those that are known', () => {
    expect(() => outputKind('film.avi')).toThrow(UsageFault);
    expect(() => outputKind('film.avi')).toThrow('.mp4');
  });
});

describe('a moment', () => {
  it.each([
    ['2500', 2500],
    ['2500ms', 2500],
    ['2.5s', 2500],
    ['0', 0],
  ])('%s is so many milliseconds', (text, ms) => {
    expect(parseMoment(text)).toBe(ms);
  });

  it.each(['', 's', '-1', '2 s', '1e3', '2min'])('%j is none', (text) => {
    expect(() => parseMoment(text)).toThrow(InvalidArgumentError);
  });
});

describe('progress', () => {
  it('says how far, how fast and how long still, of what is being made now', () => {
    expect(progressText({ done: 150, frames: 300, kept: 50 }, 10)).toBe(
      '[############------------]  50 %  150/300 frames  10.0/s  0:15 left',
    );
  });
});
