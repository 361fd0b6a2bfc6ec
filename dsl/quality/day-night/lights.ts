import type { Frame } from '../../sample/frame.ts';
import { actorIn, type Footage, pairs } from '../footage.ts';
import { atLeast, atMost, type QualityCheck, worstOf } from '../report.ts';

const SEEN = 0.05;
/** Shadows at the end, in lengths of those at the start. */
const LONGER = 3;
const TURN_DEGREES = 40;

/** Whether any of the first actor of a kind, down to its upper limb, is to be seen above the horizon. */
function isUp(frame: Frame, kind: string): boolean {
  const actor = actorIn(frame, kind);
  return (
    actor !== null && actor.opacity > SEEN && actor.y - (actor.height * actor.scale) / 2 < frame.environment.horizon
  );
}

/** B.sun-before-moon: the sun has set before the moon rises; both happen. */
export function sunBeforeMoon({ slow }: Footage): QualityCheck {
  const set = slow.filter((frame) => isUp(frame, 'sun')).at(-1)?.at_ms ?? null;
  const rise = slow.find((frame) => isUp(frame, 'moon'))?.at_ms ?? null;
  const ends = slow.at(-1)?.at_ms ?? 0;
  if (set === null || rise === null || set >= ends) {
    const missing =
      set === null ? 'no sun stands in the sky' : rise === null ? 'no moon rises' : 'the sun does not set';
    return atLeast('B.sun-before-moon', 0, { at_ms: ends, figure: -1 }, () => missing);
  }
  return atLeast('B.sun-before-moon', 0, { at_ms: rise, figure: rise - set }, (figure) =>
    figure >= 0
      ? `the moon rises ${figure} ms after the sun has set`
      : `the moon rises ${-figure} ms before the sun has set`,
  );
}

/** B.shadows: they turn one way all along, away from the sun, and end at least three times as long as they began. */
export function shadowsLengthen({ slow }: Footage): QualityCheck {
  const rule = 'B.shadows';
  const back = worstOf(
    [...pairs(slow)].map(([before, now]) => ({
      at_ms: now.at_ms,
      figure: (before.environment.shadow_slope - now.environment.shadow_slope) * direction(slow),
    })),
  );
  if (back.figure > 1e-6) return atMost(rule, 0, back, (figure) => `the shadows turn back by ${figure}`);
  const wrong = slow.find((frame) => {
    const sun = actorIn(frame, 'sun');
    const low = isUp(frame, 'sun') && Math.abs(frame.environment.shadow_slope) > 1;
    return low && sun !== null && (sun.x - frame.stage.width / 2) * frame.environment.shadow_slope > 0;
  });
  if (wrong) {
    return atMost(rule, 0, { at_ms: wrong.at_ms, figure: 1 }, () => 'the shadows fall towards the low sun');
  }
  const [first, last] = [slow[0], slow.at(-1)];
  const length = (frame: Frame | undefined) => Math.abs(frame?.environment.shadow_slope ?? 0);
  const longer = length(last) / Math.max(length(first), 0.05);
  return atLeast(
    rule,
    LONGER,
    { at_ms: last?.at_ms ?? 0, figure: longer },
    (figure) => `the shadows end ${figure} times as long as they began`,
  );
}

const direction = (frames: readonly Frame[]): 1 | -1 =>
  (frames.at(-1)?.environment.shadow_slope ?? 0) >= (frames[0]?.environment.shadow_slope ?? 0) ? 1 : -1;

/** B.light-moves (3D): the directional light turns with the sun. */
export function lightMoves({ slow }: Footage): QualityCheck {
  const angle = (frame: Frame | undefined) => {
    const { x = 0, y = -1 } = frame?.environment.key_direction ?? {};
    return (Math.atan2(-y, x) * 180) / Math.PI;
  };
  const turned = Math.abs(angle(slow.at(-1)) - angle(slow[0]));
  const sample = { at_ms: slow.at(-1)?.at_ms ?? 0, figure: turned };
  return atLeast('B.light-moves', TURN_DEGREES, sample, (figure) => `the light turns by ${figure} degrees`);
}

/** Red over blue of a colour `#rrggbb`. */
const warmth = (color: string): number =>
  (Number.parseInt(color.slice(1, 3), 16) + 1) / (Number.parseInt(color.slice(5, 7), 16) + 1);
const lightness = (color: string): number =>
  [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(color.slice(at, at + 2), 16), 0) / 7.65;

const WARMER = 1.3;

/** B.warmth (3D): the light is warmest in the evening and cold at night, and the fog darkens with the sky. */
export function warmthFollows({ slow }: Footage): QualityCheck {
  const warm = slow.map(({ at_ms, environment }) => ({ at_ms, figure: warmth(environment.key_color) }));
  const evening = worstOf(warm);
  const [noon, night] = [warm[0]?.figure ?? 1, warm.at(-1)?.figure ?? 1];
  const [fog, fogAtNight] = [
    slow[0]?.environment.fog_color ?? '#000000',
    slow.at(-1)?.environment.fog_color ?? '#ffffff',
  ];
  const rule = 'B.warmth';
  const failed = (message: string) => atMost(rule, 0, { at_ms: slow.at(-1)?.at_ms ?? 0, figure: 1 }, () => message);
  if (night >= noon) return failed('the light is no colder at night than at noon');
  if (lightness(fogAtNight) >= lightness(fog)) return failed('the fog does not darken');
  return atLeast(
    rule,
    WARMER,
    { at_ms: evening.at_ms, figure: evening.figure / noon },
    (figure) => `the evening light is ${figure} times as warm as at noon`,
  );
}
