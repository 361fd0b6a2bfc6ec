/** Random models for property tests: every kind of thing and deed, overlapping, interrupting, waiting for each other. */
import fc from 'fast-check';
import type { Action, MachineDecl, Model, TimeRef } from '../check/model.ts';
import { ACTOR_KINDS } from '../check/vocabulary/actor-kinds.ts';
import { action, actor, emptyModel, NOWHERE } from './fixtures.ts';
import { ACTORS, place, randomDeed, share, TRIGGERS } from './random-deeds.ts';

const start = (index: number, prefix: string): fc.Arbitrary<TimeRef> => {
  const offset_ms = fc.integer({ min: -500, max: 4000 });
  const known = fc.integer({ min: 0, max: Math.max(0, index - 1) });
  return fc.oneof(
    fc.record({
      anchor: fc.record({ kind: fc.constant('scene' as const), edge: fc.constantFrom('start', 'end') }),
      offset_ms,
    }),
    fc.record({
      anchor: known.map((at) => ({ kind: 'action' as const, action: `${prefix}${at}`, edge: 'end' as const })),
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

const actions = (most: number, prefix: string): fc.Arbitrary<Action[]> =>
  fc
    .integer({ min: 0, max: most })
    .chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, at) =>
          fc.tuple(start(at, prefix), randomDeed).map(([ref, what]) => action(`${prefix}${at}`, ref, what)),
        ),
      ),
    );

const stateName = fc.constantFrom('dark', 'lit', 'off');
const machine: fc.Arbitrary<MachineDecl> = fc.record({
  id: fc.constant('lamp-states'),
  only: fc.constant(null),
  span: fc.constant(NOWHERE),
  states: fc.tuple(actions(3, 'dark'), actions(4, 'lit'), actions(2, 'off')).map(([dark, lit, off]) => [
    { name: 'dark', actions: dark },
    { name: 'lit', actions: lit },
    { name: 'off', actions: off },
  ]),
  transitions: fc.array(
    fc.record({ trigger: fc.constantFrom(...TRIGGERS), from: fc.option(stateName), to: stateName }),
    { maxLength: 5 },
  ),
});

const group = fc.constantFrom(null, 'inner', 'outer');

export const randomModel: fc.Arbitrary<Model> = fc
  .record({
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    kinds: fc.array(fc.constantFrom(...Object.keys(ACTOR_KINDS)), { minLength: 3, maxLength: 3 }),
    places: fc.array(place, { minLength: 8, maxLength: 8 }),
    groups: fc.array(group, { minLength: 8, maxLength: 8 }),
    scale: fc.double({ min: 0, max: 3, noNaN: true }),
    rotation: fc.integer({ min: -400, max: 400 }),
    progress: share,
    machines: fc.array(machine, { maxLength: 1 }),
    actions: actions(14, 'act'),
  })
  .map(({ seed, kinds, places, groups, scale, rotation, progress, machines, actions }): Model => {
    const origin = { kind: 'point' as const, x: 0, y: 0, z: 0 };
    const common = (id: string, at: number) => ({
      id,
      only: null,
      span: NOWHERE,
      at: places[at] ?? origin,
      group: groups[at] ?? null,
      opacity: 1,
    });
    const held = { only: null, span: NOWHERE, origin: { x: 600, y: 300, z: 0 }, opacity: 0.9 };
    return {
      ...emptyModel,
      seed,
      groups: [
        { ...held, id: 'outer', group: null, at: places[3] ?? origin, scale, rotation },
        { ...held, id: 'inner', group: 'outer', at: places[4] ?? origin, scale: 1.5, rotation: 30 },
      ],
      actors: ACTORS.map((id, at) =>
        actor(id, kinds[at] ?? 'thing', places[at] ?? origin, { group: groups[at] ?? null, animation: 'none' }),
      ),
      texts: [
        {
          ...common('title', 5),
          text: 'Hello {} of you\nand a second row that is long',
          value: 12,
          decimals: 1,
          wrap: 300,
          background: '#000000',
          size: 48,
          color: '#ffffff',
          weight: 700,
          align: 'center',
        },
      ],
      charts: [
        {
          ...common('market', 6),
          chart: 'curve',
          width: 400,
          height: 300,
          title: 'Market',
          x_axis: 'Year',
          y_axis: null,
          unit: '%',
          color: '#ffffff',
          progress,
          series: [
            {
              name: 'Cloud',
              color: '#38bdf8',
              points: [
                { x: 2020, y: 12 },
                { x: 2021, y: 18 },
              ],
            },
          ],
          parts: [],
        },
      ],
      drawings: [
        {
          ...common('disc', 7),
          shape: { kind: 'ellipse', radius_x: 40, radius_y: 30 },
          fill: '#ffcc00',
          stroke: null,
          stroke_width: 3,
          scale,
          rotation,
          progress,
        },
      ],
      pictures: [
        {
          ...common('photo', 2),
          media: 'image',
          source: 'a.png',
          width: 100,
          height: 80,
          label: null,
          scale,
          rotation,
        },
      ],
      machines,
      materials: [{ id: 'silver', only: null, span: NOWHERE, recipe: 'rim-glow', uniforms: { strength: 0.5 } }],
      lights: [{ id: 'lamp', only: null, span: NOWHERE, from: places[0] ?? origin, color: '#ffffff', intensity: 1 }],
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
    };
  });
