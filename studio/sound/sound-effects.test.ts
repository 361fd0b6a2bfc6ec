import { describe, expect, it } from 'vitest';
import { SOUND_EFFECTS, synthesise } from './sound-effects.ts';

const RATE = 24_000;
const peak = (samples: Float32Array) => samples.reduce((most, each) => Math.max(most, Math.abs(each)), 0);

describe('the sounds of a script', () => {
  it.each(Object.keys(SOUND_EFFECTS))('%s is heard, does not clip, and begins and ends without a click', (name) => {
    const samples = synthesise(name, 1, RATE);
    expect(peak(samples)).toBeGreaterThan(0.15);
    expect(peak(samples)).toBeLessThan(1);
    expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.02);
    expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.02);
  });
  it('is the same every time, and half as loud at half the volume', () => {
    expect(synthesise('whoosh', 1, RATE)).toEqual(synthesise('whoosh', 1, RATE));
    expect(peak(synthesise('ding', 0.5, RATE))).toBeCloseTo(peak(synthesise('ding', 1, RATE)) / 2, 5);
  });
  it('is silence where the name is not known', () => {
    expect(peak(synthesise('constructor', 1, RATE))).toBe(0);
  });
});
