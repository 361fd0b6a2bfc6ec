import type { TransitionState } from '../plan/timeline.ts';
import type { FrameCurtain } from './frame.ts';

/** The picture stays wholly covered for this share of the change, so that no frame shows what changes behind it. */
const COVERED = 0.12;

/** How far the picture is covered by a change of scene; null while it is open. */
export function curtainAt(state: TransitionState | null, ms: number): FrameCurtain | null {
  if (!state || ms < state.start_ms || ms >= state.start_ms + state.duration_ms) return null;
  const gone = (ms - state.start_ms) / state.duration_ms;
  const near = Math.min(gone, 1 - gone) / (0.5 - COVERED / 2);
  const share = near >= 1 ? 1 : near * near * (3 - 2 * near);
  return { style: state.style, color: state.color, share, opening: gone >= 0.5 };
}
