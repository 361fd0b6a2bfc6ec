import { describe, expect, it } from 'vitest';
import { compile } from '../dsl/index.ts';
import { readmeScene } from './readme-scene.ts';

describe('the scene in the README', () => {
  it('has ten lines', () => {
    expect(readmeScene().trimEnd().split('\n')).toHaveLength(10);
  });

  it.each(['2d', '3d'] as const)('compiles in %s without a word of complaint', (mode) => {
    expect(compile(readmeScene(), { mode }).diagnostics).toEqual([]);
  });
});
