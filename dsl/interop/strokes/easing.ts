import type { Ease } from '../../check/model.ts';
import { DEFAULT_EASE, EASES } from '../../check/vocabulary/eases.ts';

/** The easing that a stroke names, as `easingName` spells it; `ease-in-out` for a name that nobody knows. */
export function easeOf(text: string | undefined): Ease {
  if (text === undefined) return DEFAULT_EASE;
  const spelt = text.trim().toLowerCase().replaceAll('_', '-');
  if (EASES.includes(spelt)) return spelt;
  const [, name, inside = ''] = /^(cubic-bezier|spring|steps)\(([^()]*)\)$/.exec(spelt) ?? [];
  const numbers = inside.split(',').map(Number);
  const [a, b, c, d] = numbers;
  if (name === undefined || a === undefined || !numbers.every(Number.isFinite)) return DEFAULT_EASE;
  const held = (value: number) => Math.min(1, Math.max(0, value));
  if (name === 'spring') return { spring: held(a) };
  if (name === 'steps') return { steps: Math.min(1_000, Math.max(1, Math.round(a))) };
  return b === undefined || c === undefined || d === undefined ? DEFAULT_EASE : { bezier: [held(a), b, held(c), d] };
}
