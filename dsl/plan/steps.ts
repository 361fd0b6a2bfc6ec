import type { Action, Deed } from '../check/model.ts';
import { wholeMs } from './rounding.ts';

/** A deed with its time: keyframes are several of them. */
export interface Step {
  readonly at_ms: number;
  readonly action: Action;
  readonly deed: Exclude<Deed, { readonly kind: 'keyframes' }>;
}

/**
 * What an action comes to, in the order of time. Each keyframe is a change from the one before it, so that what else
 * happens to a property in between is answered like any other interruption.
 */
export function stepsOf(action: Action, at_ms: number): readonly Step[] {
  const { deed } = action;
  if (deed.kind !== 'keyframes') return [{ at_ms, action, deed }];
  const whole = wholeMs(deed.duration_ms);
  const timeOf = (share: number) => wholeMs(Math.min(1, Math.max(0, share)) * whole);
  return deed.tracks
    .flatMap(({ property, stops }) =>
      stops.map(({ share, value, ease }, index): Step => {
        const from = timeOf(stops[index - 1]?.share ?? 0);
        const duration_ms = Math.max(0, timeOf(share) - from);
        const change = { kind: 'change', target: deed.target, property, to: value, duration_ms, ease } as const;
        return { at_ms: wholeMs(at_ms + from), action, deed: change };
      }),
    )
    .sort((a, b) => a.at_ms - b.at_ms);
}

export const endsAt = ({ at_ms, deed }: Step): number =>
  at_ms + ('duration_ms' in deed ? wholeMs(deed.duration_ms) : 0);
