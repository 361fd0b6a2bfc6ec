import { MATERIAL_RECIPES } from '../../check/vocabulary/material-recipes.ts';
import { tokensOf } from '../../plan/pointer.ts';
import type { MaterialState, Timeline } from '../../plan/timeline.ts';
import type { Frame, FrameParticle } from '../../sample/frame.ts';
import { createSampler } from '../../sample/sampler.ts';
import { actorIn, type Footage, FRAME_MS, pairs } from '../footage.ts';
import { atLeast, atMost, type QualityCheck, worstOf } from '../report.ts';
import { poolIn } from './swimming.ts';

const bubblesIn = (frame: Frame): readonly FrameParticle[] =>
  frame.fx.filter(({ kind }) => kind === 'bubbles').flatMap(({ particles }) => particles);

/** The same timeline with other words and other times of them: nothing that bubbles may depend on. */
const unspoken = (timeline: Timeline): Timeline => ({ ...timeline, words: [], lines: [] });

/** D.bubbles: they come from the seed alone, stay in the water, rise, and are gone at its surface. */
export function bubblesRise({ timeline, slow, frameAt }: Footage): QualityCheck {
  const rule = 'D.bubbles';
  const again = createSampler(unspoken(timeline));
  let seen = 0;
  // Backwards for the second sampler: what was asked before must make no difference.
  for (const frame of slow.filter((_, at) => at % 6 === 0).reverse()) {
    const bubbles = bubblesIn(frame);
    seen = Math.max(seen, bubbles.length);
    const fail = (message: string, figure = 1) => atMost(rule, 0, { at_ms: frame.at_ms, figure }, () => message);
    if (JSON.stringify(bubblesIn(again.frameAt(frame.at_ms))) !== JSON.stringify(bubbles))
      return fail('the bubbles are not the same twice');
    const pool = poolIn(frame);
    const out = pool && bubbles.find(({ x, y }) => y < pool.surface - 0.5 || Math.abs(x - pool.x) > pool.radius_x);
    if (!pool || out) return fail(pool ? 'a bubble leaves the water' : 'there is no bowl');
    const later = bubblesIn(frameAt(frame.at_ms + 8));
    if (sinks(bubbles, later)) return fail('a bubble sinks');
  }
  return atLeast(rule, 1, { at_ms: 0, figure: seen }, (figure) =>
    figure > 0 ? `up to ${figure} bubbles rise and end at the surface` : 'no bubble rises',
  );
}

/** At the surface this many may have gone in the meantime, and as many have come below: then the others stand elsewhere in the list. */
const MOST_GONE = 2;

/** Whether a bubble is lower than it was; both lists have the oldest first. */
function sinks(before: readonly { readonly y: number }[], after: readonly { readonly y: number }[]): boolean {
  if (after.length !== before.length) return false;
  const lower = (gone: number): boolean => after.some(({ y }, at) => y > (before[at + gone]?.y ?? y) + 0.01);
  return Array.from({ length: MOST_GONE + 1 }, (_, gone) => gone).every(lower);
}

const PHASE_STEP = 0.1;

/** D.caustics: light plays on, and neither leaps nor comes or goes from one frame to the next. */
export function causticsFlow({ slow }: Footage): QualityCheck {
  const field = (frame: Frame) => frame.fx.find(({ kind }) => kind === 'caustics')?.field ?? null;
  const leaps = [...pairs(slow)].flatMap(([before, now]) => {
    const [a, b] = [field(before), field(now)];
    const phase = a && b ? Math.abs(b.phase - a.phase) : 0;
    const strength = Math.abs((b?.strength ?? 0) - (a?.strength ?? 0));
    return a || b ? [{ at_ms: now.at_ms, figure: Math.max(phase, strength) }] : [];
  });
  if (leaps.length === 0) return atLeast('D.caustics', 1, { at_ms: 0, figure: 0 }, () => 'no light plays on the desk');
  return atMost('D.caustics', PHASE_STEP, worstOf(leaps), (figure) => `the light changes by ${figure} in one frame`);
}

const MOOD_PERCENT = 2;

/** D.mood: the day turns to evening without a visible step. */
export function moodShifts({ slow }: Footage): QualityCheck {
  const all = slow.map(({ environment }) => environment.sky_luminance);
  const range = Math.max(...all) - Math.min(...all);
  if (range < 0.02)
    return atLeast('D.mood', 0.02, { at_ms: 0, figure: range }, () => 'the light of the room does not change');
  const steps = [...pairs(slow)].map(([before, now]) => ({
    at_ms: now.at_ms,
    figure: (Math.abs(now.environment.sky_luminance - before.environment.sky_luminance) / range) * 100,
  }));
  return atMost(
    'D.mood',
    MOOD_PERCENT,
    worstOf(steps),
    (figure) => `the light changes by ${figure} % of its range in one frame`,
  );
}

const ACCELERATION = 900;

/** D.camera-calm: what the camera looks at is never accelerated by more than 900 px/s². */
export function cameraCalm({ frames }: Footage): QualityCheck {
  const seconds = FRAME_MS / 1000;
  const samples = frames.slice(2).map((now, at) => {
    const [first, second] = [frames[at], frames[at + 1]];
    const bend = (of: (frame: Frame) => number) =>
      first && second ? (of(now) - 2 * of(second) + of(first)) / (seconds * seconds) : 0;
    const eye = Math.hypot(
      bend(({ camera }) => camera.position.x),
      bend(({ camera }) => camera.position.y),
      bend(({ camera }) => camera.position.z),
    );
    const gaze = Math.hypot(
      bend(({ camera }) => camera.target.x),
      bend(({ camera }) => camera.target.y),
    );
    return { at_ms: now.at_ms, figure: Math.max(eye, gaze) };
  });
  return atMost(
    'D.camera-calm',
    ACCELERATION,
    worstOf(samples),
    (figure) => `the camera is accelerated by ${figure} px/s² at most`,
  );
}

/** D.materials: every material is on the whitelist and in its ranges, and the bowl is of glass. */
export function materialsFit({ timeline, frames }: Footage): QualityCheck {
  const states = timeline.patches.flatMap(({ op, path, value }) => {
    const [part, id, property] = tokensOf(path) ?? [];
    return op === 'add' && part === 'materials' && property === undefined
      ? [{ id, state: value as MaterialState }]
      : [];
  });
  const wrong = states.find(({ state }) => {
    const uniforms = Object.hasOwn(MATERIAL_RECIPES, state.recipe) ? MATERIAL_RECIPES[state.recipe] : undefined;
    return (
      !uniforms ||
      Object.entries(state.uniforms).some(([name, value]) => {
        const range = uniforms[name];
        return !range || typeof value !== 'number' || value < range.min || value > range.max;
      })
    );
  });
  const glass = frames.every((frame) => actorIn(frame, 'fish-bowl')?.material?.recipe === 'glass');
  const figure = wrong || !glass ? 1 : 0;
  return atMost('D.materials', 0, { at_ms: 0, figure }, () =>
    wrong
      ? `the material ${wrong.id} is not as the whitelist allows`
      : glass
        ? 'materials are on the whitelist and in range'
        : 'the bowl is not of glass',
  );
}

/** D.needs: the timeline says that it needs glass and light on water, so that a renderer can fall back and say why. */
export function needsSaid({ timeline }: Footage): QualityCheck {
  const missing = ['material:glass', 'fx:caustics', 'fx:bubbles'].filter((need) => !timeline.needs.includes(need));
  return atMost('D.needs', 0, { at_ms: 0, figure: missing.length }, () =>
    missing[0] ? `${missing[0]} is not among its needs` : 'what it needs is said',
  );
}

const PLANES = 3;

/** D.planes: things lie in three planes of depth at least, for parallax in 2D and space in 3D. */
export function planes({ frames }: Footage): QualityCheck {
  const depths = new Set(frames[0]?.entities.filter(({ role }) => role === 'actor').map(({ z }) => Math.round(z / 10)));
  return atLeast(
    'D.planes',
    PLANES,
    { at_ms: 0, figure: depths.size },
    (figure) => `things lie in ${figure} planes of depth`,
  );
}
