import { describe, expect, it } from 'vitest';
import { hexOf, linearOf, luminance } from './colour.ts';
import { environmentTrack } from './environment.ts';

const STAGE = { width: 1280, height: 720 };
const shift = environmentTrack(
  { mood: { from: 'day-meadow', to: 'night-sea', start_ms: 1000, duration_ms: 3000, ease: 'linear' } },
  STAGE,
);

describe('environment', () => {
  it('S17 spells colours back as they were, and knows WCAG luminance', () => {
    for (const hex of ['#000000', '#ffffff', '#1a2b3c', '#fde68a']) expect(hexOf(linearOf(hex))).toBe(hex);
    expect(luminance(linearOf('#ffffff'))).toBeCloseTo(1, 9);
    expect(luminance(linearOf('#777777'))).toBeCloseTo(0.184, 3);
  });
  it('S17 goes from one preset to the other, scenery and all', () => {
    expect(shift(0)).toMatchObject({
      preset: 'night-sea',
      scenery: 'sea',
      scenery_from: 'meadow',
      blend: 0,
      sky_top: '#3f97e8',
      horizon: 0.7 * 720,
    });
    expect(shift(5000)).toMatchObject({ blend: 1, sky_top: '#050a20', stars: 1, horizon: 0.58 * 720 });
  });
  it('S17 darkens evenly: the luminance falls in every frame, in none by more than its share', () => {
    const sky = Array.from({ length: 91 }, (_, step) => shift(1000 + (step * 3000) / 90).sky_luminance);
    const range = (sky[0] ?? 0) - (sky.at(-1) ?? 0);
    sky.slice(1).forEach((value, step) => {
      expect((sky[step] ?? 0) - value).toBeGreaterThan(0);
      expect((sky[step] ?? 0) - value).toBeLessThan(range * 0.02);
    });
  });
  it('S17 says where the key light comes from, as a unit vector with y down', () => {
    const { key_direction: noon } = shift(0);
    expect(Math.hypot(noon.x, noon.y, noon.z)).toBeCloseTo(1, 9);
    expect(noon.y).toBeLessThan(0);
    expect(noon.x).toBeGreaterThan(0);
    expect(shift(5000).key_direction.x).toBeLessThan(0);
  });
});
