import bezierEasing from 'bezier-easing';
import * as d3 from 'd3-ease';
import type { Ease } from '../check/model.ts';

/** Maps progress 0–1 to progress; 0 to 0 and 1 to 1, and for `back` and `elastic` beyond both in between. */
export type Easing = (progress: number) => number;

const quart = 4;
const quint = 5;

/** CSS Easing Functions Level 1 by name, and Penner's by theirs. */
export const EASINGS: Readonly<Record<string, Easing>> = {
  linear: (progress) => progress,
  ease: bezierEasing(0.25, 0.1, 0.25, 1),
  'ease-in': bezierEasing(0.42, 0, 1, 1),
  'ease-out': bezierEasing(0, 0, 0.58, 1),
  'ease-in-out': bezierEasing(0.42, 0, 0.58, 1),
  'step-start': (progress) => (progress > 0 ? 1 : 0),
  'step-end': (progress) => (progress < 1 ? 0 : 1),
  'in-sine': d3.easeSinIn,
  'out-sine': d3.easeSinOut,
  'in-out-sine': d3.easeSinInOut,
  'in-quad': d3.easeQuadIn,
  'out-quad': d3.easeQuadOut,
  'in-out-quad': d3.easeQuadInOut,
  'in-cubic': d3.easeCubicIn,
  'out-cubic': d3.easeCubicOut,
  'in-out-cubic': d3.easeCubicInOut,
  'in-quart': d3.easePolyIn.exponent(quart),
  'out-quart': d3.easePolyOut.exponent(quart),
  'in-out-quart': d3.easePolyInOut.exponent(quart),
  'in-quint': d3.easePolyIn.exponent(quint),
  'out-quint': d3.easePolyOut.exponent(quint),
  'in-out-quint': d3.easePolyInOut.exponent(quint),
  'in-expo': d3.easeExpIn,
  'out-expo': d3.easeExpOut,
  'in-out-expo': d3.easeExpInOut,
  'in-circ': d3.easeCircleIn,
  'out-circ': d3.easeCircleOut,
  'in-out-circ': d3.easeCircleInOut,
  'in-back': d3.easeBackIn,
  'out-back': d3.easeBackOut,
  'in-out-back': d3.easeBackInOut,
  'in-elastic': d3.easeElasticIn,
  'out-elastic': d3.easeElasticOut,
  'in-out-elastic': d3.easeElasticInOut,
  'in-bounce': d3.easeBounceIn,
  'out-bounce': d3.easeBounceOut,
  'in-out-bounce': d3.easeBounceInOut,
};

const linear: Easing = (progress) => progress;

/** Turns before it has settled; the last share of the way it is held to the end. */
const SETTLING = 8;

/**
 * A damped oscillation that starts at rest and has settled at 1: `1 − e^(−kp)·(cos wp + k/w·sin wp)`, whose first
 * overshoot is `e^(−kπ/w)`, here half of `bounce`; without bounce it is critically damped.
 */
function springing(bounce: number): Easing {
  const wild = Math.min(1, Math.max(0, bounce));
  const damping = SETTLING * (1 - wild / 2);
  const turn = wild > 0.001 ? (damping * Math.PI) / -Math.log(wild / 2) : 0;
  return (progress) => {
    if (progress <= 0) return 0;
    if (progress >= 1) return 1;
    const swing =
      turn > 0 ? Math.cos(turn * progress) + (damping / turn) * Math.sin(turn * progress) : 1 + damping * progress;
    return 1 - Math.exp(-damping * progress) * swing * (1 - progress ** 6);
  };
}

/** CSS `steps(n)`: each step is taken at its end. */
function stepping(count: number): Easing {
  const steps = Math.max(1, Math.round(count));
  return (progress) => Math.floor(Math.min(1, Math.max(0, progress)) * steps + 1e-9) / steps;
}

/** An easing by name or Bézier; a name that is not known eases linearly. */
export function easingOf(ease: Ease): Easing {
  if (typeof ease === 'string') return Object.hasOwn(EASINGS, ease) ? (EASINGS[ease] ?? linear) : linear;
  if ('spring' in ease) return springing(ease.spring);
  if ('steps' in ease) return stepping(ease.steps);
  const [x1, y1, x2, y2] = ease.bezier;
  const within = (x: number) => Math.min(1, Math.max(0, x));
  return bezierEasing(within(x1), y1, within(x2), y2);
}
