/** Models built by hand, for tests: what `check` would make of a script, without a script. */
import type { Action, ActorDecl, Deed, Model, Place, TimeRef } from '../check/model.ts';
import type { Span } from '../diagnostics.ts';

export const NOWHERE: Span = { offset: 0, length: 0, line: 1, column: 1 };

const spanAt = (offset: number): Span => ({ offset, length: 1, line: offset + 1, column: 1 });

export const at = (ms: number): TimeRef => ({ anchor: { kind: 'scene', edge: 'start' }, offset_ms: ms });

export const point = (x: number, y: number, z = 0): Place => ({ kind: 'point', x, y, z });

export const onWord = (line: string, index: number): TimeRef => ({
  anchor: { kind: 'word', line, index, edge: 'start' },
  offset_ms: 0,
});

export const afterAction = (action: string, offset_ms = 0): TimeRef => ({
  anchor: { kind: 'action', action, edge: 'end' },
  offset_ms,
});

export const emptyModel: Model = {
  title: 'A scene',
  stage: { width: 1280, height: 720 },
  seed: 7,
  quality: null,
  environment: 'night-meadow',
  length_ms: null,
  actors: [],
  texts: [],
  groups: [],
  charts: [],
  drawings: [],
  pictures: [],
  machines: [],
  lights: [],
  materials: [],
  lines: [],
  lyrics: [],
  beats: [],
  actions: [],
};

export function actor(id: string, kind: string, place: Place, more: Partial<ActorDecl> = {}): ActorDecl {
  const declared = {
    id,
    only: null,
    span: spanAt(id.length),
    kind,
    label: null,
    at: place,
    scale: 1,
    rotation: 0,
    group: null,
  };
  return { ...declared, opacity: 1, colors: {}, facing: 1, animation: 'none', ...more };
}

export function action(id: string, start: TimeRef, deed: Deed, more: Partial<Action> = {}): Action {
  return { id, only: null, start, deed, span: spanAt(id.length), ...more };
}

/** Scenario A: the cow jumps over the moon on the word “jumps”. */
export const cowOverMoon: Model = {
  ...emptyModel,
  title: 'The cow jumps over the moon',
  actors: [
    actor('cow', 'cow', point(230, 520), { animation: 'idle', span: spanAt(10) }),
    actor('moon', 'moon', point(740, 300), { scale: 1.2, animation: 'glow', span: spanAt(20) }),
  ],
  lights: [
    {
      id: 'moonlight',
      only: '3d',
      span: spanAt(80),
      from: { kind: 'relative', of: 'moon', relation: 'at', offset: { x: 0, y: 0, z: 0 } },
      color: '#fdf3cf',
      intensity: 1.4,
    },
  ],
  materials: [{ id: 'silver', only: '3d', span: spanAt(90), recipe: 'rim-glow', uniforms: { strength: 0.6 } }],
  lines: [
    { id: 'line', only: null, span: spanAt(30), text: 'The cow jumps over the moon', voice: null, start: at(500) },
  ],
  lyrics: [
    {
      id: 'words',
      only: null,
      span: spanAt(40),
      line: 'line',
      ball: true,
      highlight: '#fde68a',
      color: '#ffffff',
      size: 44,
      at: point(640, 660),
    },
  ],
  actions: [
    action('jump', onWord('line', 2), {
      kind: 'move',
      target: 'cow',
      through: [point(430, 300), point(740, 110), point(1080, 520)],
      curve: 'spline',
      bend: 0,
      duration_ms: 2600,
      ease: 'in-out-cubic',
    }),
    action('glitter', onWord('line', 5), {
      kind: 'emit',
      fx: 'sparkles',
      within: null,
      from: { kind: 'relative', of: 'moon', relation: 'at', offset: { x: 0, y: 0, z: 0 } },
      duration_ms: 1200,
      count: 40,
      color: null,
    }),
    action('closer', afterAction('jump'), {
      kind: 'camera',
      move: 'push-in',
      target: { kind: 'relative', of: 'moon', relation: 'at', offset: { x: 0, y: 0, z: 0 } },
      amount: 1.25,
      duration_ms: 1000,
      ease: 'ease-in-out',
    }),
    action(
      'follow',
      onWord('line', 2),
      {
        kind: 'camera',
        move: 'follow',
        target: { kind: 'relative', of: 'cow', relation: 'at', offset: { x: 0, y: 0, z: 0 } },
        amount: 0.3,
        duration_ms: 2600,
        ease: 'ease-in-out',
      },
      { only: '3d' },
    ),
    action('silver-moon', at(0), { kind: 'apply', target: 'moon', material: 'silver' }, { only: '3d' }),
  ],
};
