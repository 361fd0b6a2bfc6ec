import type { Timeline } from '../../plan/timeline.ts';
import { type CaptionCue, captionCues } from './cues.ts';

const part = (value: number, digits: number): string => String(value).padStart(digits, '0');

/** `00:00:02.500`, with the sign before the milliseconds that the format wants. */
function clock(ms: number, sign: '.' | ','): string {
  const whole = Math.max(0, Math.round(ms));
  const seconds = Math.floor(whole / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${part(hours, 2)}:${part(minutes, 2)}:${part(seconds % 60, 2)}${sign}${part(whole % 1000, 3)}`;
}

/** What would be read as a tag or an arrow. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The words of a cue with a cue time stamp before each but the first, so that players colour them as they are spoken. */
function karaoke({ words }: CaptionCue): string {
  return words
    .map(({ text, start_ms }, at) => (at === 0 ? escaped(text) : `<${clock(start_ms, '.')}>${escaped(text)}`))
    .join(' ');
}

/** Cues of that stretch, counted from its beginning. */
function cuesWithin(timeline: Timeline, from_ms: number, to_ms: number): readonly CaptionCue[] {
  return captionCues(timeline)
    .filter(({ start_ms, end_ms }) => start_ms < to_ms && end_ms > from_ms)
    .map((cue) => ({
      start_ms: Math.max(0, cue.start_ms - from_ms),
      end_ms: Math.min(cue.end_ms, to_ms) - from_ms,
      words: cue.words.map((word) => ({ ...word, start_ms: Math.max(0, word.start_ms - from_ms) })),
    }));
}

/** WebVTT (W3C, WebVTT: The Web Video Text Tracks Format), each word with its own time. */
export function toWebVtt(timeline: Timeline, from_ms = 0, to_ms = timeline.duration_ms): string {
  const cues = cuesWithin(timeline, from_ms, to_ms).map(
    (cue, at) => `${at + 1}\n${clock(cue.start_ms, '.')} --> ${clock(cue.end_ms, '.')}\n${karaoke(cue)}\n`,
  );
  return `WEBVTT\n\n${cues.join('\n')}`;
}

/** SubRip: plain text, no times of words. */
export function toSrt(timeline: Timeline, from_ms = 0, to_ms = timeline.duration_ms): string {
  return cuesWithin(timeline, from_ms, to_ms)
    .map((cue, at) => {
      const said = cue.words.map(({ text }) => text).join(' ');
      return `${at + 1}\n${clock(cue.start_ms, ',')} --> ${clock(cue.end_ms, ',')}\n${said}\n`;
    })
    .join('\n');
}
