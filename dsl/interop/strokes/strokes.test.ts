import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { v1PatchSchema } from '../v1-patch.ts';
import { hardenedPoints } from './adoption-curve.ts';
import { compileStrokes, strokesToV1Patches } from './compile-strokes.ts';
import { hundredPercent } from './pie-saturation.ts';
import { MOST_STROKES, STROKE_KINDS, type StrokeKind } from './stroke.ts';

/** One stroke of each kind, as a v1 client sends it, and exactly the paths that it patches. */
const SAMPLES = z
  .array(z.object({ paths: z.array(z.string()), stroke: z.looseObject({ kind: z.enum(STROKE_KINDS) }) }))
  .parse(JSON.parse(readFileSync(new URL('./all-strokes.json', import.meta.url), 'utf8')));
const all = SAMPLES.map(({ stroke }) => stroke);
const sample = (kind: StrokeKind) => all.find((stroke) => stroke.kind === kind);
const valueAt = (strokes: readonly unknown[], path: string) =>
  strokesToV1Patches(strokes).patches.find((patch) => patch.path === path)?.value;

describe('I6 strokes', () => {
  it('have a sample of each kind', () => {
    expect(all.map(({ kind }) => kind)).toEqual(STROKE_KINDS);
  });

  it.each(SAMPLES)(
    '$stroke.kind patches exactly the paths of the contract, with when and what',
    ({ stroke, paths }) => {
      const { patches, issues } = strokesToV1Patches([stroke]);
      expect(issues).toEqual([]);
      expect([...new Set(patches.map(({ path }) => path))].sort()).toEqual([...new Set(paths)].sort());
      expect(z.array(v1PatchSchema).parse(patches)).toEqual(patches);
    },
  );

  it('of all kinds together give the patches that lie beside this test', async () => {
    const { patches, issues } = strokesToV1Patches(all);
    expect(issues).toEqual([]);
    await expect(`${JSON.stringify(patches, null, 2)}\n`).toMatchFileSnapshot('all-strokes.golden.json');
  });

  it('become the model of a script: its things, its deeds, its spoken line', () => {
    const { value, mode, alignment } = compileStrokes(all);
    expect(mode).toBe('3d');
    expect(value.stage).toEqual({ width: 720, height: 360 });
    expect(value.actors.map(({ id, kind }) => [id, kind])).toEqual([
      ['guide', 'person'],
      ['moon', 'moon'],
      ['globe', 'globe'],
      ['ufo', 'rocket'],
    ]);
    expect(value.lines.map(({ text }) => text)).toEqual(['The cow jumps']);
    expect(alignment.lines.line?.words.map(({ start_ms }) => start_ms)).toEqual([0, 300, 800]);
  });

  it('say what is wrong, and where, and the others play', () => {
    const { patches, issues } = strokesToV1Patches([
      { kind: 'paintItBlack' },
      { kind: 'setActorMotion', params: { actor_id: 'cow' } },
      { kind: 'spawnCharacter', params: { actor_id: 'a/b', x: 'left' } },
      7,
      sample('spawnCharacter'),
    ]);
    expect(patches.map(({ path }) => path)).toEqual(['/actors/guide']);
    expect(issues.map(({ path }) => path)).toEqual([
      'strokes[0].kind',
      'strokes[1].params.points',
      'strokes[2].params.actor_id',
      'strokes[2].params.x',
      'strokes[3]',
    ]);
  });

  it('are as many as a call may hold', () => {
    const many = Array.from({ length: MOST_STROKES + 1 }, () => sample('annotateInsight'));
    expect(compileStrokes(many).issues).toEqual([{ path: 'strokes', message: expect.stringContaining('501') }]);
  });

  it('about an actor that no stroke has spawned patch it, and say so', () => {
    const { patches, warnings } = strokesToV1Patches([sample('setActorMotion')]);
    expect(patches.map(({ path }) => path)).toEqual(['/actors/guide/motion']);
    expect(warnings).toEqual(['actor_not_spawned:guide']);
  });

  it('let a ball bounce on the written words, wherever they stand', () => {
    const ball = { kind: 'emitFx', params: { kind: 'bouncing_ball' } };
    expect(valueAt([ball, sample('setLyricsTrack')], '/fx/bouncing_ball')).toMatchObject({
      start_ms: 1_000,
      word_starts_ms: [1_000, 1_300, 1_800],
    });
    expect(valueAt([ball], '/fx/bouncing_ball')).toMatchObject({ kind: 'bouncing_ball' });
  });

  it('never throw, whatever is sent', () => {
    const kind = fc.constantFrom(...STROKE_KINDS, 'other');
    const params = fc.dictionary(
      fc.constantFrom('actor_id', 'x', 'points', 'items', 'commands', 'uniforms', 'slices', 'text', 'kind'),
      fc.jsonValue(),
    );
    const timing = fc.record(
      { start_ms: fc.double(), duration_ms: fc.double(), easing: fc.string() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.jsonValue(), fc.record({ kind, params, timing }, { requiredKeys: ['kind'] })), {
          maxLength: 8,
        }),
        (strokes) => {
          expect(z.array(v1PatchSchema).safeParse(strokesToV1Patches(strokes).patches).success).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('I7 what strokes bring is hardened', () => {
  it('x of a curve strictly ascends and growth never turns down', () => {
    const datum = fc.record({
      x: fc.integer({ min: -50, max: 50 }),
      y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(datum, { minLength: 1 }), (points) => {
        const hardened = hardenedPoints(points);
        hardened.slice(1).forEach(({ x, y }, index) => {
          expect(x).toBeGreaterThan(hardened[index]?.x ?? x);
          expect(y).toBeGreaterThanOrEqual(hardened[index]?.y ?? y);
        });
      }),
    );
  });
  it('the shares of a pie add up to 100', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 24 }),
        (values) => {
          const shares = hundredPercent(values);
          expect(shares.reduce((sum, value) => sum + value, 0)).toBeCloseTo(100, 6);
          for (const share of shares) expect(share).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
  it('the targets of bars lie within 0 and 100', () => {
    const value = valueAt([sample('drawSegmentedAttachBars')], '/charts/segmented_attach');
    expect(value).toMatchObject({
      parts: [
        { name: 'Retail', value: 100 },
        { name: 'Bank', value: 40 },
      ],
    });
  });
  it.each([
    ['lava', {}, 'shader_not_whitelisted'],
    ['rim-glow', { strength: 9 }, 'uniform_out_of_range:strength'],
    ['rim-glow', { strength: 'much' }, 'uniform_not_numeric:strength'],
    ['rim-glow', { heat: 1 }, 'unknown_uniform:heat'],
  ])('a material %s with %j is drawn flat: %s', (shader_id, uniforms, reason) => {
    const stroke = { kind: 'applyMaterialFx', params: { material_id: 'm', shader_id, uniforms, actor_id: 'guide' } };
    const { patches, warnings } = strokesToV1Patches([sample('spawnCharacter'), stroke]);
    expect(patches.find(({ path }) => path === '/materials/m')?.value).toMatchObject({
      shader_id: 'flat_fallback',
      fallback: true,
      reason,
    });
    expect(patches.find(({ path }) => path === '/annotations/-')?.value).toMatchObject({ kind: 'warning', reason });
    expect(warnings).toContain(`material_fallback:m:${reason}`);
  });
});
