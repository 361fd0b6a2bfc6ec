import { EFFECTS } from '../check/vocabulary/effects.ts';
import { effectLife } from '../plan/effect-life.ts';
import type { StageSize } from '../plan/empty-state.ts';
import type { FxState } from '../plan/timeline.ts';
import { chance } from './chance.ts';
import { EFFECT_MOTIONS } from './effect-motions.ts';
import type { FrameFx, FrameParticle } from './frame.ts';
import { isLightField, lightField } from './light-field.ts';
import { type Landmarks, locate } from './location.ts';
import { poolOf } from './vessel.ts';
import { bubbleIn } from './vessel-bubbles.ts';

/** Dice 0–15 belong to the motions; these are thrown here. */
const BIRTH = 16;
const LIFE = 17;
const COLOR = 18;

/** What an emission needs to know of the scene around it. */
export interface FxScene {
  readonly stage: StageSize;
  readonly landmarks: Landmarks;
  /** The kind of an actor, or null where there is none of that name. */
  readonly kindOf: (id: string) => string | null;
}

/** What an emission looks like at a time. Each particle is born where the emission's place is at its birth. */
export function fxFrame(id: string, state: FxState, ms: number, scene: FxScene): FrameFx {
  const { kind } = state;
  if (isLightField(kind)) {
    return { id, kind, particles: [], field: lightField(state, ms, scene.landmarks, scene.kindOf) };
  }
  return { id, kind, particles: particlesAt(state, ms, scene), field: null };
}

function particlesAt(state: FxState, ms: number, { stage, landmarks, kindOf }: FxScene): FrameParticle[] {
  const motion = Object.hasOwn(EFFECT_MOTIONS, state.kind) ? EFFECT_MOTIONS[state.kind] : EFFECT_MOTIONS.sparkles;
  const colors = state.color ? [state.color] : (EFFECTS[state.kind]?.colors ?? ['#ffffff']);
  const longest = effectLife(state.kind);
  const vessel = state.within === null ? null : landmarks(state.within, ms);
  const pool = vessel && state.kind === 'bubbles' ? poolOf(kindOf(state.within ?? '') ?? '', vessel) : null;
  const particles: FrameParticle[] = [];
  for (let item = 0; motion && item < state.count; item += 1) {
    const birth = state.start_ms + (state.duration_ms * (item + chance(state.seed, item, BIRTH))) / state.count;
    const life = longest * (0.7 + 0.3 * chance(state.seed, item, LIFE));
    const age = ms - birth;
    if (age < 0 || age >= life) continue;
    const dice = (purpose: number) => chance(state.seed, item, purpose);
    const from = locate(state.from, birth, landmarks);
    const speck =
      pool && from
        ? bubbleIn(pool, from, age / 1000, life / 1000, dice)
        : motion({ share: age / life, seconds: age / 1000, dice, stage });
    const base = speck?.across ? { x: 0, y: 0, z: 0 } : from;
    if (!speck || !base) continue;
    particles.push({
      x: base.x + speck.x,
      y: base.y + speck.y,
      z: base.z + speck.z,
      size: speck.size,
      rotation: speck.rotation,
      opacity: speck.opacity,
      color: colors[Math.floor(chance(state.seed, item, COLOR) * colors.length)] ?? '#ffffff',
    });
  }
  return particles;
}
