import { type Footage, pairs } from '../footage.ts';
import { atLeast, atMost, type QualityCheck, worstOf } from '../report.ts';

const STEP_PERCENT = 2;
const NIGHT_PERCENT = 25;
/** Stars may show once the sky has lost a fifth of what it loses by night. */
const DUSK_PERCENT = 80;
const SEEN = 0.05;

/** The sky's relative luminance as percent of the way from its darkest to its brightest. */
function brightness({ slow }: Footage): (luminance: number) => number {
  const all = slow.map(({ environment }) => environment.sky_luminance);
  const low = Math.min(...all);
  const range = Math.max(...all) - low;
  return (luminance) => (range > 0 ? ((luminance - low) / range) * 100 : 0);
}

/** B.day-to-night: by the end the sky has a quarter of its brightness at most. */
export function dayToNight({ slow }: Footage): QualityCheck {
  const [first, last] = [slow[0]?.environment.sky_luminance ?? 0, slow.at(-1)?.environment.sky_luminance ?? 1];
  const left = first > 0 ? (last / first) * 100 : 100;
  const sample = { at_ms: slow.at(-1)?.at_ms ?? 0, figure: left };
  return atMost(
    'B.day-to-night',
    NIGHT_PERCENT,
    sample,
    (figure) => `${figure} % of the sky’s light is left at the end`,
  );
}

/** B.luminance-monotone: the sky never grows brighter. */
export function luminanceFalls(footage: Footage): QualityCheck {
  const percent = brightness(footage);
  const rises = [...pairs(footage.slow)].map(([before, now]) => ({
    at_ms: now.at_ms,
    figure: percent(now.environment.sky_luminance) - percent(before.environment.sky_luminance),
  }));
  return atMost('B.luminance-monotone', 0, worstOf(rises), (figure) =>
    figure > 0 ? `the sky grows brighter by ${figure} % of its range in one frame` : 'the sky only grows darker',
  );
}

/** B.luminance-steps: no frame of 30 a second changes the sky's luminance by more than 2 % of its range. */
export function luminanceSteps(footage: Footage): QualityCheck {
  const percent = brightness(footage);
  const steps = [...pairs(footage.slow)].map(([before, now]) => ({
    at_ms: now.at_ms,
    figure: Math.abs(percent(now.environment.sky_luminance) - percent(before.environment.sky_luminance)),
  }));
  return atMost(
    'B.luminance-steps',
    STEP_PERCENT,
    worstOf(steps),
    (figure) => `the sky changes by ${figure} % of its range in one frame`,
  );
}

/** B.stars-after-dusk: stars come out only after dusk has begun, and they do. */
export function starsAfterDusk(footage: Footage): QualityCheck {
  const percent = brightness(footage);
  const starry = footage.slow.filter(({ environment }) => environment.stars > SEEN);
  if (starry.length === 0) {
    return atLeast(
      'B.stars-after-dusk',
      1,
      { at_ms: footage.timeline.duration_ms, figure: 0 },
      () => 'no star comes out',
    );
  }
  const worst = worstOf(
    starry.map(({ at_ms, environment }) => ({ at_ms, figure: percent(environment.sky_luminance) })),
  );
  return atMost(
    'B.stars-after-dusk',
    DUSK_PERCENT,
    worst,
    (figure) => `stars show while the sky has ${figure} % of its brightness`,
  );
}
