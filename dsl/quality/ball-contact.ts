import { CAP_SHARE } from '../plan/text-extent.ts';
import type { Frame, FrameLyrics } from '../sample/frame.ts';
import { type Footage, milliseconds } from './footage.ts';
import { figure, type QualityCheck } from './report.ts';

const LIMIT_MS = 40;
/** How far ahead and behind a word's start its contact is looked for: close by first, for there it should be. */
const AROUND_MS = [LIMIT_MS + 5, 300] as const;
/** While it touches, the ball's lower edge is on the capitals of the word, up to this, stage pixels. */
const TOUCH_PX = 3;

/** A.ball-contact: the ball touches each word within 40 ms of its start, and no word at any other time. */
export function ballContact(footage: Footage): QualityCheck {
  const base = { rule: 'A.ball-contact', limit: LIMIT_MS };
  const { words } = footage.timeline;
  let worst = 0;
  let worstAt = 0;
  for (const [index, word] of words.entries()) {
    const off = contactOffset(footage, index, word.start_ms);
    if (off === null) {
      return {
        ...base,
        ok: false,
        at_ms: word.start_ms,
        figure: 9999,
        message: `the ball never touches “${word.text}”`,
      };
    }
    if (Math.abs(off) > worst) [worst, worstAt] = [Math.abs(off), word.start_ms];
  }
  const stray = strayContact(footage);
  if (stray) return { ...base, ...stray, ok: false };
  const ok = worst <= LIMIT_MS && words.length > 0;
  const message =
    words.length > 0
      ? `the ball touches every word within ${figure(worst)} ms of its start`
      : 'there are no words to touch';
  return { ...base, ok, at_ms: worstAt, figure: figure(worst), message };
}

/** Milliseconds from the word's start to the ball's nearest contact with it, or null where there is none. */
function contactOffset(footage: Footage, index: number, start_ms: number): number | null {
  for (const around of AROUND_MS) {
    let nearest: number | null = null;
    for (const ms of milliseconds(footage, start_ms - around, start_ms + around)) {
      if (touched(footage.frameAt(ms)) !== index) continue;
      if (nearest === null || Math.abs(ms - start_ms) < Math.abs(nearest)) nearest = ms - start_ms;
    }
    if (nearest !== null) return nearest;
  }
  return null;
}

/** The word of the timeline that the ball lies on: by its own word and by where it is. */
function touched(frame: Frame): number | null {
  for (const lyrics of frame.lyrics) {
    const { ball } = lyrics;
    if (!ball || ball.touching < 0) continue;
    const word = lyrics.words[ball.touching];
    if (!word || !lies(ball, lyrics, word)) continue;
    return frame.words.findIndex((each) => each.line === lyrics.line && each.index === ball.touching);
  }
  return null;
}

function lies(
  ball: NonNullable<FrameLyrics['ball']>,
  lyrics: FrameLyrics,
  word: FrameLyrics['words'][number],
): boolean {
  const gap = word.y - CAP_SHARE * lyrics.size - (ball.y + ball.radius);
  return Math.abs(gap) <= TOUCH_PX && ball.x >= word.x && ball.x <= word.x + word.width;
}

/** A contact more than 40 ms from the start of the word it is with. */
function strayContact({ frames, timeline }: Footage): { at_ms: number; figure: number; message: string } | null {
  for (const frame of frames) {
    for (const lyrics of frame.lyrics) {
      const { ball } = lyrics;
      if (!ball) continue;
      for (const [index, word] of lyrics.words.entries()) {
        const spoken = timeline.words.find((each) => each.line === lyrics.line && each.index === index);
        const off = Math.abs(frame.at_ms - (spoken?.start_ms ?? 0));
        if (off <= LIMIT_MS) continue;
        const sunk =
          ball.x >= word.x && ball.x <= word.x + word.width && ball.y + ball.radius > word.y - CAP_SHARE * lyrics.size;
        if (ball.touching === index || sunk) {
          return {
            at_ms: frame.at_ms,
            figure: figure(off),
            message: `the ball touches “${word.text}” ${figure(off)} ms from its start`,
          };
        }
      }
    }
  }
  return null;
}
