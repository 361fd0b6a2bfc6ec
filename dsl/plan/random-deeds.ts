/** Random deeds and doings for property tests. */
import fc from 'fast-check';
import type { Deed, Ease, Place, PropertyValue, Trigger } from '../check/model.ts';
import { EFFECTS } from '../check/vocabulary/effects.ts';
import { ENVIRONMENTS } from '../check/vocabulary/environments.ts';
import type { Happening } from './timeline.ts';

export const ACTORS = ['a', 'b', 'c'];
const PLACED = [...ACTORS, 'title', 'market', 'disc', 'photo', 'inner', 'outer'];
const coordinate = fc.double({ min: -400, max: 1700, noNaN: true });
const duration = fc.integer({ min: 0, max: 3000 });
export const share = fc.double({ min: 0, max: 1, noNaN: true });
export const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constant('point' as const),
    x: coordinate,
    y: coordinate,
    z: fc.integer({ min: -300, max: 300 }),
  }),
  fc.record({
    kind: fc.constant('relative' as const),
    of: fc.constantFrom(...PLACED, 'gone'),
    relation: fc.constantFrom('at', 'above', 'below', 'left-of', 'right-of', 'inside', 'in-front-of', 'behind'),
    offset: fc.record({ x: coordinate, y: coordinate, z: fc.constant(0) }),
  }),
);
const ease: fc.Arbitrary<Ease> = fc.oneof(
  fc.constantFrom('linear', 'ease-in-out', 'in-out-cubic', 'out-back', 'in-out-elastic', 'out-bounce', 'unheard-of'),
  fc.tuple(share, coordinate, share, coordinate).map(([x1, y1, x2, y2]) => ({
    bezier: [x1, y1 / 400, x2, y2 / 400] as const,
  })),
  share.map((spring) => ({ spring })),
  fc.integer({ min: 1, max: 12 }).map((steps) => ({ steps })),
);
const target = fc.constantFrom(...PLACED, 'gone');
const timed = { duration_ms: duration, ease };
const color = fc.constantFrom('#ff0000', '#00ff88', '#123456');
const number = fc.double({ min: -3, max: 900, noNaN: true });
const properties: readonly (readonly [target: string, property: string])[] = [
  ...PLACED.flatMap((id) =>
    ['position', 'scale', 'rotation', 'opacity', 'progress', 'color', 'value', 'size'].map(
      (each) => [id, each] as const,
    ),
  ),
  ['disc', 'fill'],
  ['disc', 'stroke'],
  ['disc', 'width'],
  ['a', 'colors.body'],
  ['lamp', 'intensity'],
  ['lamp', 'color'],
  ['silver', 'strength'],
  ['silver', 'uniforms.strength'],
  ...['zoom', 'focus', 'roll', 'angle', 'shake', 'wings'].map((each) => ['camera', each] as const),
];
const valueFor = (property: string): fc.Arbitrary<PropertyValue> => {
  if (property === 'position' || property === 'focus') return place;
  return /color|fill|stroke/.test(property) ? color : number;
};

const stops = (property: string) =>
  fc
    .array(fc.record({ share, value: valueFor(property), ease }), { minLength: 1, maxLength: 4 })
    .map((all) => all.toSorted((a, b) => a.share - b.share));

export const randomDeed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    target,
    through: fc.array(place, { minLength: 1, maxLength: 5 }),
    curve: fc.constantFrom('line' as const, 'spline' as const, 'loop' as const, 'arc' as const),
    bend: fc.integer({ min: -300, max: 300 }),
    ...timed,
  }),
  fc.record({
    kind: fc.constant('orbit' as const),
    target,
    around: place,
    radius: fc.option(fc.integer({ min: 0, max: 400 })),
    flatness: share,
    by: fc.integer({ min: -1000, max: 1000 }),
    ...timed,
  }),
  fc.constantFrom(...properties).chain(([on, property]) =>
    fc.record({
      kind: fc.constant('change' as const),
      target: fc.constant(on),
      property: fc.constant(property),
      to: valueFor(property),
      ...timed,
    }),
  ),
  fc.constantFrom(...properties).chain(([on, property]) =>
    fc.record({
      kind: fc.constant('keyframes' as const),
      target: fc.constant(on),
      duration_ms: duration,
      tracks: stops(property).map((all) => [{ property, stops: all }]),
    }),
  ),
  fc.record({ kind: fc.constant('fade' as const), target, to: share, ...timed }),
  fc.record({ kind: fc.constant('scale' as const), target, to: fc.double({ min: 0, max: 4, noNaN: true }), ...timed }),
  fc.record({ kind: fc.constant('turn' as const), target, by: fc.integer({ min: -720, max: 720 }), ...timed }),
  fc.record({ kind: fc.constant('animate' as const), target, animation: fc.constantFrom('walk', 'none', 'idle') }),
  fc.record({
    kind: fc.constant('emit' as const),
    fx: fc.constantFrom(...Object.keys(EFFECTS)),
    within: fc.constantFrom(null, ...PLACED, 'gone'),
    from: place,
    duration_ms: duration,
    count: fc.integer({ min: 0, max: 30 }),
    color: fc.constantFrom(null, '#ff0000'),
  }),
  fc.record({
    kind: fc.constant('camera' as const),
    move: fc.constantFrom('push-in', 'pull-out', 'pan', 'follow', 'orbit', 'roll', 'shake', 'reset'),
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
  fc.record({ kind: fc.constant('sound' as const), sound: fc.constantFrom('chime', 'pop'), volume: share }),
  fc.record({
    kind: fc.constant('transition' as const),
    style: fc.constantFrom('fade', 'wipe', 'iris'),
    color,
    duration_ms: duration,
  }),
);

export const TRIGGERS: readonly Trigger[] = [
  { kind: 'click', target: 'a' },
  { kind: 'key', key: 'r' },
  { kind: 'signal', name: 'storm' },
];

export const randomHappenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    at_ms: fc.oneof(fc.integer({ min: -50, max: 9000 }), fc.constantFrom(500, Number.NaN)),
    trigger: fc.oneof(fc.constantFrom(...TRIGGERS), fc.constant({ kind: 'key' as const, key: 'unheard-of' })),
  }),
  { maxLength: 12 },
);
