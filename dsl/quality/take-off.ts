import { actorIn, type Footage, FRAME_MS, milliseconds } from './footage.ts';
import { apexOf } from './over-moon.ts';
import { figure, type QualityCheck } from './report.ts';

const LIMIT_MS = 40;
/** A rise of less than this is rest, stage pixels. */
const STILL_PX = 1e-3;

/** A.take-off: the cow leaves the ground within 40 ms of the start of the word “jumps”. */
export function takeOff(footage: Footage): QualityCheck {
  const word = footage.timeline.words.find(({ text }) => /^jump/i.test(text));
  const at_ms = leavesGround(footage);
  const base = { rule: 'A.take-off', limit: LIMIT_MS };
  if (!word) return { ...base, ok: false, at_ms: 0, figure: 9999, message: 'the word “jumps” is never spoken' };
  if (at_ms === null)
    return { ...base, ok: false, at_ms: word.start_ms, figure: 9999, message: 'the cow never leaves the ground' };
  const off = at_ms - word.start_ms;
  const message = `the cow takes off ${Math.abs(off)} ms ${off < 0 ? 'before' : 'after'} “${word.text}” begins`;
  return { ...base, ok: Math.abs(off) <= LIMIT_MS, at_ms, figure: figure(Math.abs(off)), message };
}

/** The millisecond in which the rise to the highest point begins. */
function leavesGround(footage: Footage): number | null {
  const apex = apexOf(footage);
  if (apex === null) return null;
  const height = (at: number) => actorInFrame(footage, at);
  let at = apex;
  while (at > 0 && height(at - 1) > height(at) + STILL_PX / 10) at -= 1;
  const ground = height(at);
  const from = at * FRAME_MS;
  for (const ms of milliseconds(footage, from, apex * FRAME_MS)) {
    const cow = actorIn(footage.frameAt(ms), 'cow');
    if (cow && cow.y < ground - STILL_PX) return ms;
  }
  return null;
}

const actorInFrame = ({ frames }: Footage, at: number): number => {
  const frame = frames[at];
  return (frame && actorIn(frame, 'cow')?.y) ?? 0;
};
