import { EFFECTS } from '../check/vocabulary/effects.ts';
import { effectLife } from '../plan/effect-life.ts';
import type { StageSize } from '../plan/empty-state.ts';
import type { FxState } from '../plan/timeline.ts';
import { chance } from './chance.ts';
import { EFFECT_MOTIONS } from './effect-motions.ts';
import type { FrameFx, FrameParticle } from './frame.ts';
import { type Landmarks, locate } from './location.ts';

/** Dice 0–15 belong to the motions; these are thrown here. */
const BIRTH = 16;
const LIFE = 17;
const COLOR = 18;

/** What an emission looks like at a time. Each particle is born where the emission's place is at its birth. */
export function fxFrame(id: string, state: FxState, ms: number, stage: StageSize, landmarks: Landmarks): FrameFx {
  const motion = Object.hasOwn(EFFECT_MOTIONS, state.kind) ? EFFECT_MOTIONS[state.kind] : EFFECT_MOTIONS.sparkles;
  const colors = state.color ? [state.color] : (EFFECTS[state.kind]?.colors ?? ['#ffffff']);
  const longest = effectLife(state.kind);
  const particles: FrameParticle[] = [];
  for (let item = 0; motion && item < state.count; item += 1) {
    const birth = state.start_ms + (state.duration_ms * (item + chance(state.seed, item, BIRTH))) / state.count;
    const life = longest * (0.7 + 0.3 * chance(state.seed, item, LIFE));
    const age = ms - birth;
    if (age < 0 || age >= life) continue;
    const dice = (purpose: number) => chance(state.seed, item, purpose);
    const speck = motion({ share: age / life, seconds: age / 1000, dice, stage });
    const base = speck.across ? { x: 0, y: 0, z: 0 } : locate(state.from, birth, landmarks);
    if (!base) continue;
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
  return { id, kind: state.kind, particles };
}
