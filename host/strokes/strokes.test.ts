import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { MOST_STROKES } from '../../dsl/index.ts';
import { testHost } from '../fixtures/test-host.ts';

const SAMPLES = z
  .array(z.object({ paths: z.array(z.string()), stroke: z.looseObject({ kind: z.string() }) }))
  .parse(JSON.parse(readFileSync(new URL('../../dsl/interop/strokes/all-strokes.json', import.meta.url), 'utf8')));

const compile = async (strokes: unknown) => {
  await using host = await testHost();
  const answer = await host.app.inject({ method: 'POST', url: '/v1/brush/compile', payload: { strokes } });
  return { status: answer.statusCode, body: answer.json() };
};

describe('POST /v1/brush/compile', () => {
  it.each(SAMPLES)('$stroke.kind becomes the patches of its paths', async ({ stroke, paths }) => {
    const { status, body } = await compile([stroke]);
    expect(status).toBe(200);
    expect(body.count).toBe(body.patches.length);
    const found = new Set(body.patches.map(({ path }: { path: string }) => path));
    expect([...found].sort()).toEqual([...new Set(paths)].sort());
  });

  it('answers no strokes with no patches', async () => {
    expect((await compile([])).body).toEqual({ count: 0, patches: [], warnings: [] });
  });

  it.each([
    ['an unknown kind', [{ kind: 'paintItBlack' }], 'strokes[0].kind'],
    ['params that do not fit', [{ kind: 'spawnCharacter', params: { x: 'left' } }], 'strokes[0].params.x'],
    ['what is no stroke', [7], 'strokes[0]'],
    [
      'more than a call may hold',
      Array.from({ length: MOST_STROKES + 1 }, () => ({ kind: 'setRenderMode' })),
      'strokes',
    ],
  ])('refuses %s and says where', async (_what, strokes, path) => {
    const { status, body } = await compile(strokes);
    expect(status).toBe(422);
    expect(body.detail).toMatchObject({ error: 'schema_validation_failed', context: 'body' });
    expect(body.detail.issues[0]).toMatchObject({ path, message: expect.any(String) });
  });

  it('refuses what is no list', async () => {
    expect((await compile('all')).body.detail.error).toBe('schema_validation_failed');
  });
});
