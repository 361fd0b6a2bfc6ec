import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createForms, type Forms } from '../actors/forms.ts';
import { actorAt, fieldAt, frameOf, textAt } from '../fixtures.ts';
import { orderOf, type Step } from './order.ts';

const named = (step: Step): string => {
  if (step.kind === 'entity') return step.entity.kind;
  return `${step.kind} ${'actor' in step ? step.actor.kind : step.fx.kind}`;
};

const bubbles = (x: number, y: number) => ({
  id: 'bubbles',
  kind: 'bubbles',
  field: null,
  particles: [{ x, y, z: 0, size: 8, rotation: 0, opacity: 1, color: '#ffffff' }],
});

describe('the order of a picture', () => {
  let forms: Forms;
  beforeAll(async () => {
    vi.stubGlobal('Path2D', class {});
    forms = createForms();
    await forms.load();
    return () => vi.unstubAllGlobals();
  });

  it('puts what is in a vessel between its back and its glass, and nothing of it casts a shadow', () => {
    const frame = frameOf(
      'day-room',
      [actorAt('fish-bowl', 640, 440), actorAt('lamp', 1000, 440), actorAt('goldfish', 650, 450)],
      { fx: [bubbles(640, 430)] },
    );
    expect(orderOf(frame, forms).scene.map(named)).toEqual([
      ...['shadow fish-bowl', 'shadow lamp'],
      ...['fish-bowl', 'goldfish', 'fx bubbles', 'front fish-bowl', 'lamp'],
    ]);
  });

  it('knows what is in a vessel by its place, not by when it was named', () => {
    const deep = { ...actorAt('lamp', 640, 450), z: -300 };
    const note = textAt(640, 440, [{ text: 'Bowl', y: 0, width: 60 }]);
    const frame = frameOf('day-room', [deep, actorAt('plant', 640, 450), actorAt('fish-bowl', 640, 440), note], {
      fx: [bubbles(100, 100)],
    });
    expect(orderOf(frame, forms).scene.map(named)).toEqual([
      ...['shadow lamp', 'shadow fish-bowl'],
      ...['lamp', 'fish-bowl', 'plant', 'front fish-bowl', 'text', 'fx bubbles'],
    ]);
  });

  it('lays light on the thing it plays over, and shadows on the desk that is stood on', () => {
    const frame = frameOf('day-room', [actorAt('desk', 640, 620), actorAt('fish-bowl', 640, 430)], {
      fx: [fieldAt('caustics', 640, 610, 520, 80)],
    });
    expect(orderOf(frame, forms).scene.map(named)).toEqual([
      ...['shadow desk', 'desk', 'field caustics', 'shadow fish-bowl', 'fish-bowl', 'front fish-bowl'],
    ]);
  });

  it('lets suns set behind the hills, but leaves them in a room', () => {
    const sun = [actorAt('sun', 300, 500)];
    expect(orderOf(frameOf('dusk-valley', sun), forms).sky.map(named)).toEqual(['sun']);
    expect(orderOf(frameOf('day-room', sun), forms).sky).toEqual([]);
  });
});
