import { describe, expect, it } from 'vitest';
import { createSampler } from '../../dsl/index.ts';
import { emptyScene } from '../fixtures.ts';
import { entityAt, toStage } from './hit.ts';

const empty = createSampler(emptyScene()).frameAt(0);

const text = (id: string, x: number, opacity = 1) =>
  ({
    role: 'text',
    kind: 'text',
    id,
    x,
    y: 100,
    z: 0,
    scale: 1,
    rotation: 0,
    opacity,
    bounds: { x: x - 50, y: 50, width: 100, height: 100 },
    origin: 7,
    text: id,
    lines: [],
    background: null,
    size: 20,
    color: '#ffffff',
    weight: 400,
    align: 'center',
  }) as const;

describe('what is under the pointer', () => {
  it('is the foremost thing there', () => {
    const frame = { ...empty, entities: [text('back', 100), text('front', 140)] };
    expect(entityAt(frame, 120, 100)?.id).toBe('front');
    expect(entityAt(frame, 60, 100)?.id).toBe('back');
    expect(entityAt(frame, 600, 100)).toBeNull();
  });

  it('is nothing that cannot be seen', () => {
    const frame = { ...empty, entities: [text('ghost', 100, 0)] };
    expect(entityAt(frame, 100, 100)).toBeNull();
  });

  it('counts in stage pixels, with the bars of a letter-boxed stage left out', () => {
    expect(toStage(empty, { width: 640, height: 360 }, { x: 320, y: 180 })).toEqual({ x: 640, y: 360 });
    expect(toStage(empty, { width: 640, height: 460 }, { x: 0, y: 50 })).toEqual({ x: 0, y: 0 });
  });
});
