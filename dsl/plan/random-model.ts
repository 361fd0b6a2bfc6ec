/** Random models for property tests: every kind of deed, overlapping, interrupting, waiting for each other. */
import fc from 'fast-check';
import type { Action, Deed, Ease, Model, Place, TimeRef } from '../check/model.ts';
import { ACTOR_KINDS } from '../check/vocabulary/actor-kinds.ts';
import { EFFECTS } from '../check/vocabulary/effects.ts';
import { ENVIRONMENTS } from '../check/vocabulary/environments.ts';
import { action, actor, emptyModel, NOWHERE } from './fixtures.ts';

const ACTORS = ['a', 'b', 'c'];
const coordinate = fc.double({ min: -400, max: 1700, noNaN: true });
const duration = fc.integer({ min: 0, max: 3000 });
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constant('point' as const),
    x: coordinate,
    y: coordinate,
    z: fc.integer({ min: -300, max: 300 }),
  }),
  fc.record({
    kind: fc.constant('relative' as const),
    of: fc.constantFrom(...ACTORS, 'gone'),
    relation: fc.constantFrom('at', 'above', 'below', 'left-of', 'right-of', 'inside', 'in-front-of', 'behind'),
    offset: fc.record({ x: coordinate, y: coordinate, z: fc.constant(0) }),
  }),
);
const ease: fc.Arbitrary<Ease> = fc.oneof(
  fc.constantFrom(
    'linear',
    'ease-in-out',
    'in-out-cubic',
    'out-back',
    'in-out-elastic',
    'out-bounce',
    'in-out-expo',
    'unheard-of',
  ),
  fc
    .tuple(
      fc.double({ min: 0, max: 1, noNaN: true }),
      coordinate,
      fc.double({ min: 0, max: 1, noNaN: true }),
      coordinate,
    )
    .map(([x1, y1, x2, y2]) => ({ bezier: [x1, y1 / 400, x2, y2 / 400] as const })),
);
const target = fc.constantFrom(...ACTORS, 'title', 'gone');
const timed = { duration_ms: duration, ease };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    target,
    through: fc.array(place, { minLength: 1, maxLength: 5 }),
    curve: fc.constantFrom('line' as const, 'spline' as const, 'loop' as const, 'arc' as const),
    bend: fc.integer({ min: -300, max: 300 }),
    ...timed,
  }),
  fc.record({ kind: fc.constant('fade' as const), target, to: fc.double({ min: 0, max: 1, noNaN: true }), ...timed }),
  fc.record({ kind: fc.constant('scale' as const), target, to: fc.double({ min: 0, max: 4, noNaN: true }), ...timed }),
  fc.record({ kind: fc.constant('turn' as const), target, by: fc.integer({ min: -720, max: 720 }), ...timed }),
  fc.record({ kind: fc.constant('animate' as const), target, animation: fc.constantFrom('walk', 'none', 'idle') }),
  fc.record({
    kind: fc.constant('emit' as const),
    within: fc.constantFrom(null, ...ACTORS),
    fx: fc.constantFrom(...Object.keys(EFFECTS)),
    from: place,
    duration_ms: duration,
    count: fc.integer({ min: 0, max: 30 }),
    color: fc.constantFrom(null, '#ff0000'),
  }),
  fc.record({
    kind: fc.constant('camera' as const),
    move: fc.constantFrom('push-in', 'pull-out', 'pan', 'follow', 'shake', 'reset'),
    target: fc.option(place),
    amount: fc.double({ min: 0, max: 20, noNaN: true }),
    ...timed,
  }),
  fc.record({
    kind: fc.constant('environment' as const),
    preset: fc.constantFrom(...Object.keys(ENVIRONMENTS)),
    ...timed,
  }),
  fc.record({ kind: fc.constant('apply' as const), target, material: fc.constantFrom(null, 'silver', 'gone') }),
);

const start = (index: number): fc.Arbitrary<TimeRef> => {
  const offset_ms = fc.integer({ min: -500, max: 4000 });
  const known = fc.integer({ min: 0, max: Math.max(0, index - 1) });
  return fc.oneof(
    fc.record({
      anchor: fc.record({ kind: fc.constant('scene' as const), edge: fc.constantFrom('start', 'end') }),
      offset_ms,
    }),
    fc.record({
      anchor: known.map((at) => ({ kind: 'action' as const, action: `act${at}`, edge: 'end' as const })),
      offset_ms,
    }),
    fc.record({
      anchor: fc
        .integer({ min: 0, max: 7 })
        .map((at) => ({ kind: 'word' as const, line: 'line', index: at, edge: 'start' as const })),
      offset_ms,
    }),
  );
};

const actions: fc.Arbitrary<Action[]> = fc
  .integer({ min: 0, max: 14 })
  .chain((count) =>
    fc.tuple(
      ...Array.from({ length: count }, (_, at) =>
        fc.tuple(start(at), deed).map(([ref, what]) => action(`act${at}`, ref, what)),
      ),
    ),
  );

export const randomModel: fc.Arbitrary<Model> = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    kinds: fc.array(fc.constantFrom(...Object.keys(ACTOR_KINDS)), { minLength: 3, maxLength: 3 }),
    places: fc.array(place, { minLength: 3, maxLength: 3 }),
    actions,
  })
  .map(({ seed, kinds, places, actions }) => ({
    ...emptyModel,
    seed,
    actors: ACTORS.map((id, at) => actor(id, kinds[at] ?? 'thing', places[at] ?? { kind: 'point', x: 0, y: 0, z: 0 })),
    texts: [
      {
        id: 'title',
        only: null,
        span: NOWHERE,
        text: 'Hello',
        value: null,
        decimals: 0,
        wrap: null,
        background: null,
        group: null,
        at: { kind: 'point', x: 640, y: 90, z: 0 },
        size: 48,
        color: '#ffffff',
        weight: 700,
        align: 'center',
        opacity: 1,
      },
    ],
    materials: [{ id: 'silver', only: null, span: NOWHERE, recipe: 'rim-glow', uniforms: { strength: 0.5 } }],
    lights: [
      {
        id: 'lamp',
        only: null,
        span: NOWHERE,
        from: places[0] ?? { kind: 'point', x: 0, y: 0, z: 0 },
        color: '#ffffff',
        intensity: 1,
      },
    ],
    lines: [
      {
        id: 'line',
        only: null,
        span: NOWHERE,
        text: 'One, two three four five',
        voice: null,
        start: { anchor: { kind: 'scene', edge: 'start' }, offset_ms: 300 },
      },
    ],
    lyrics: [
      {
        id: 'words',
        only: null,
        span: NOWHERE,
        line: 'line',
        ball: true,
        highlight: '#fde68a',
        color: '#ffffff',
        size: 44,
        at: { kind: 'point', x: 640, y: 660, z: 0 },
      },
    ],
    actions,
  }));
