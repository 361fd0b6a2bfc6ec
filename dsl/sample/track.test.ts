import { describe, expect, it } from 'vitest';
import type { Motion } from '../plan/timeline.ts';
import { EASINGS, easingOf } from './easing.ts';
import { numberTrack, pathTrack } from './track.ts';

const motion = <T>(more: Partial<Motion<T>> & Pick<Motion<T>, 'from' | 'through'>): Motion<T> => ({
  start_ms: 1000,
  duration_ms: 1000,
  ease: 'linear',
  curve: 'line',
  ...more,
});

describe('easing', () => {
  it.each(Object.keys(EASINGS))('S9 %s goes from 0 to 1', (name) => {
    const ease = easingOf(name);
    expect(ease(0)).toBeCloseTo(0, 3);
    expect(ease(1)).toBeCloseTo(1, 3);
  });
  it('S9 takes Béziers, and goes evenly for a name that is not known', () => {
    expect(easingOf({ bezier: [0.42, 0, 0.58, 1] })(0.3)).toBeCloseTo(easingOf('ease-in-out')(0.3), 6);
    expect(easingOf('constructor')(0.3)).toBe(0.3);
  });
});

describe('tracks', () => {
  it('S10 holds its first value before and its last value after', () => {
    const track = numberTrack(motion({ from: 2, through: [4] }));
    expect([0, 1000, 1500, 2000, 9000].map((ms) => track.at(ms))).toEqual([2, 2, 3, 4, 4]);
  });
  it('S10 takes over from a running motion where that is at this moment, and shows that one before', () => {
    const running = motion({ start_ms: 0, from: 0, through: [10] });
    const track = numberTrack(motion({ start_ms: 500, from: running, through: [0] }));
    expect([0, 250, 500, 1000, 1500].map((ms) => track.at(ms))).toEqual([0, 2.5, 5, 2.5, 0]);
  });
  it('S10 goes through several values in even parts', () => {
    const track = numberTrack(motion({ from: 0, through: [10, 0] }));
    expect([1250, 1500, 1750].map((ms) => track.at(ms))).toEqual([5, 10, 5]);
  });
  it('S10 carries an overshoot beyond the last point', () => {
    const track = pathTrack(
      motion({ ease: 'out-back', from: { x: 0, y: 0, z: 0 }, through: [{ x: 100, y: 0, z: 0 }] }),
    );
    expect(Math.max(...Array.from({ length: 100 }, (_, step) => track.at(1000 + step * 10).x))).toBeGreaterThan(105);
  });
});
