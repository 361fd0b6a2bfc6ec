import { describe, expect, it } from 'vitest';
import { valueAt } from './animation.ts';
import { apply, multiply, normalsOf, placed } from './matrix.ts';
import { poseAt } from './pose.ts';
import { skinned } from './skin.ts';

const turn = (degrees: number): readonly [number, number, number, number] => {
  const half = (degrees * Math.PI) / 360;
  return [0, 0, Math.sin(half), Math.cos(half)];
};
const close = (found: readonly number[], wanted: readonly number[]): void => {
  expect(found).toHaveLength(wanted.length);
  for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value, 6);
};

const channel = (path: 'translation' | 'rotation', values: readonly number[], interpolation = 'LINEAR') => ({
  node: 0,
  path,
  times: Float64Array.from([1, 3]),
  values: Float64Array.from(values),
  interpolation,
});

describe('a channel of an animation', () => {
  const way = channel('translation', [0, 0, 0, 4, 8, 0]);
  it.each([
    [0, [0, 0, 0]],
    [1, [0, 0, 0]],
    [2, [2, 4, 0]],
    [3, [4, 8, 0]],
    [9, [4, 8, 0]],
  ])('goes evenly from key to key, and rests before and after: at %i s', (seconds, wanted) => {
    close(valueAt(way, seconds), wanted);
  });

  it('jumps where it says STEP', () => {
    close(valueAt({ ...way, interpolation: 'STEP' }, 2.9), [0, 0, 0]);
  });

  it('turns the short way round', () => {
    close(valueAt(channel('rotation', [...turn(0), ...turn(90).map((part) => -part)]), 2), turn(45));
  });

  it('follows the tangents of a cubic spline (glTF 2.0, appendix C)', () => {
    const keys = [0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0];
    // Half-way: half of each end, and an eighth of the span times the tangent that leaves.
    close(valueAt(channel('translation', keys, 'CUBICSPLINE'), 2), [2 + (2 * 3) / 8, 0, 0]);
  });
});

describe('a pose', () => {
  const node = { parent: -1, matrix: null, move: [0, 0, 0], turn: [0, 0, 0, 1], scale: [1, 1, 1] };
  const nodes = [node, { ...node, parent: 0, move: [1, 0, 0] }];

  it('carries children along, and begins anew when the animation is over', () => {
    const animation = { channels: [channel('rotation', [...turn(0), ...turn(90)])], duration: 3 };
    const tip = (seconds: number) => apply(poseAt({ nodes, order: [0, 1], animation }, seconds)[1] ?? [], 0, 0, 0);
    close(tip(0), [1, 0, 0]);
    close(tip(2), [Math.SQRT1_2, Math.SQRT1_2, 0]);
    close(tip(5), tip(2));
  });

  it('blends what hangs on several joints by their weights', () => {
    const world = [placed([0, 2, 0], [0, 0, 0, 1], [1, 1, 1]), placed([0, 6, 0], [0, 0, 0, 1], [1, 1, 1])];
    const still = placed([0, 0, 0], [0, 0, 0, 1], [1, 1, 1]);
    const hung = skinned(
      { positions: Float32Array.from([1, 0, 0]), normals: Float32Array.from([0, 0, 1]) },
      {
        joints: [0, 1],
        inverses: [still, still],
        indices: { values: Float64Array.from([0, 1, 0, 0]), size: 4, count: 1 },
        weights: { values: Float64Array.from([0.25, 0.75, 0, 0]), size: 4, count: 1 },
      },
      world,
    );
    close([...hung.positions], [1, 5, 0]);
    close([...hung.normals], [0, 0, 1]);
  });
});

describe('normals', () => {
  it('stay upright on their surface when a matrix stretches and mirrors it', () => {
    const m = multiply(placed([0, 0, 0], turn(90), [1, 1, 1]), placed([0, 0, 0], [0, 0, 0, 1], [-4, 1, 1]));
    const n = normalsOf(m);
    // The surface along z and (1, 1, 0), whose normal is (1, −1, 0).
    const along = [1, 1, 0].map((_, row) => (m[row] ?? 0) + (m[4 + row] ?? 0));
    const normal = [0, 1, 2].map((row) => (n[row] ?? 0) - (n[3 + row] ?? 0));
    expect(along.reduce((sum, value, at) => sum + value * (normal[at] ?? 0), 0)).toBeCloseTo(0, 9);
  });
});
