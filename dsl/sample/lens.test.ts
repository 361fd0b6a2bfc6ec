import { describe, expect, it } from 'vitest';
import { compile } from '../compile.ts';
import { createSampler } from './sampler.ts';

function play(mode: '2d' | '3d', ...lines: string[]) {
  const script = [
    'scene "Lens" {',
    'actor near is dog at (300, 500, 100)',
    'actor far is house at (900, 400, -400)',
    ...lines,
    '}',
  ];
  const { value, diagnostics } = compile(script.join('\n'), { mode });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const sampler = createSampler(value);
  return (ms: number) => sampler.frameAt(ms).camera.lens;
}

describe('depth of field', () => {
  it('C36 is there from the moment a script asks, and comes without a step', () => {
    const lens = play('3d', 'camera rack-focus near by 60% over 1s ease linear at 1s', 'length 4s');
    expect([lens(0), lens(1000)]).toEqual([null, null]);
    expect(lens(1500)).toMatchObject({ blur: 0.3, to: { of: 'near', point: { x: 300, y: 500, z: 100 } } });
    expect(lens(3000)?.blur).toBe(0.6);
  });
  it('C36 goes from one thing to another, and waits for a pull that is still on', () => {
    const lens = play(
      '3d',
      'camera rack-focus near over 1s at 0s',
      'camera rack-focus far over 1s ease linear at 0.5s',
      'length 4s',
    );
    expect(lens(900)).toMatchObject({ to: { of: 'near' } });
    expect(lens(1500)).toMatchObject({ from: { of: 'near' }, to: { of: 'far' }, share: 0.5, blur: 0.5 });
    expect(lens(2500)?.share).toBe(1);
  });
  it('C36 follows what it is on while that moves', () => {
    const lens = play(
      '3d',
      'camera rack-focus near over 100ms',
      'move near to (700, 500, 100) over 2s ease linear',
      'length 3s',
    );
    expect(lens(1000)?.to.point.x).toBeCloseTo(500);
  });
  it('C36 ends with `by 0` and with a reset of the camera', () => {
    for (const end of ['camera rack-focus by 0 over 500ms at 2s', 'camera reset over 500ms at 2s']) {
      const lens = play('3d', 'camera rack-focus near over 1s', end, 'length 4s');
      expect(lens(1500)).not.toBeNull();
      expect(lens(3000)).toBeNull();
    }
  });
  it('C36 is not drawn in 2D, where the picture has no depth to blur by', () => {
    expect(play('2d', 'camera rack-focus near over 1s', 'length 3s')(2000)).toBeNull();
  });
});
