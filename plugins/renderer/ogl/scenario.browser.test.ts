import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, createSampler } from '../../../dsl/index.ts';
import { launchChromium } from '../../../scripts/chromium.ts';
import { useStage } from '../../kit/use-stage.ts';

const SCRIPT = readFileSync(new URL('../../../scenarios/a-cow-moon.scene', import.meta.url), 'utf8');
const { value: timeline } = compile(SCRIPT, { mode: '2d' });
const sampler = createSampler(timeline);
const at = (share: number) => sampler.frameAt(Math.round(timeline.duration_ms * share));

describe('scenario A in 2D', () => {
  const used = useStage(launchChromium, new URL('./index.ts', import.meta.url), [480, 270]);

  it('gives each frame its picture in whatever order they are asked for', async () => {
    const shares = [0.1, 0.3, 0.45, 0.6, 0.9];
    const forwards: number[] = [];
    for (const share of shares) forwards.push((await used.stage.draw(at(share))).hash);
    expect(new Set(forwards).size).toBe(shares.length);
    const backwards: number[] = [];
    for (const share of shares.toReversed()) backwards.push((await used.stage.draw(at(share))).hash);
    expect(backwards.toReversed()).toEqual(forwards);
  });

  it('leaves nothing of a glowing figure behind for the next picture', async () => {
    const plain = at(0.3);
    const before = await used.stage.draw(plain);
    const glowing = { id: 'silver', recipe: 'rim-glow', uniforms: { strength: 1 } };
    await used.stage.draw({
      ...plain,
      camera: { ...plain.camera, zoom: 2, roll: 20 },
      entities: plain.entities.map((entity) => (entity.role === 'actor' ? { ...entity, material: glowing } : entity)),
    });
    expect((await used.stage.draw(plain)).hash).toBe(before.hash);
  });

  it('honours all of it', async () => {
    await used.stage.draw(at(0.5));
    expect((await used.stage.stats()).warnings).toEqual([]);
  });

  it('reports an unknown material and an unknown scenery by a code', async () => {
    const frame = at(0.5);
    const unknown = { id: 'odd', recipe: 'no-such-recipe', uniforms: {} };
    await used.stage.draw({
      ...frame,
      environment: { ...frame.environment, scenery: 'no-such-scenery', scenery_from: 'no-such-scenery' },
      entities: frame.entities.map((entity) => (entity.role === 'actor' ? { ...entity, material: unknown } : entity)),
    });
    const codes = new Set((await used.stage.stats()).warnings.map(({ code }) => code));
    expect(codes).toContain('renderer.ogl/unknown-recipe');
    expect(codes).toContain('renderer.ogl/unknown-scenery');
  });
});
