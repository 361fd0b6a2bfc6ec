import { describe, expect, it } from 'vitest';
import { analyse, compile, createSampler } from '../../../../dsl/index.ts';
import { readPrompt } from '../reading/read-prompt.ts';
import { composeScene } from './compose-scene.ts';

const sceneOf = (prompt: string) => {
  const script = composeScene(readPrompt(prompt), 7);
  expect(
    analyse(script).diagnostics.filter((one) => one.severity === 'error'),
    script,
  ).toEqual([]);
  return { script, model: analyse(script).value };
};

const placesAt = (script: string, ms: number) =>
  createSampler(compile(script, { mode: '2d', alignment: null }).value)
    .frameAt(ms)
    .entities.filter((one) => one.role === 'actor')
    .map(({ id, bounds }) => ({ id, x: bounds.x + bounds.width / 2, y: bounds.y + bounds.height / 2 }));

describe('a scene in which something goes around another', () => {
  it('has the other in the middle and everybody on a ring of its own in space', () => {
    const { script } = sceneOf('three planets orbit the sun');
    const places = placesAt(script, 0);
    const sun = places.find((one) => one.id === 'sun');
    expect(sun).toMatchObject({ x: 640, y: 360 });
    const radii = [...script.matchAll(/ radius (\d+)/g)].map(([, radius]) => Number(radius));
    expect(new Set(radii).size).toBe(3);
  });

  it('lets everybody begin on the way', () => {
    const { script } = sceneOf('four birds fly around a tree');
    const [, radius = '0', flatness = '1'] = /radius (\d+) flatness ([\d.]+)/.exec(script) ?? [];
    const places = placesAt(script, 0);
    const tree = places.find((one) => one.id === 'tree') ?? { x: 0, y: 0 };
    for (const bird of places.filter((one) => one !== tree)) {
      const away = Math.hypot(bird.x - tree.x, (bird.y - tree.y) / Number(flatness));
      expect(Math.abs(away - Number(radius)), bird.id).toBeLessThan(4);
    }
  });

  it('walks on its feet and stands still again', () => {
    const { script } = sceneOf('a dog runs around a house');
    expect(script).toMatch(/animate dog walk\n\s+orbit dog around \(\d+, \d+\)/);
    expect(script).toContain('animate dog idle');
  });
});

describe('a scene in which nobody has anything to do', () => {
  it('is alive all the same', () => {
    const { model, script } = sceneOf('lots of butterflies');
    const moving = new Set(model.actions.flatMap(({ deed }) => (deed.kind === 'move' ? [deed.target] : [])));
    expect(model.actors.filter((one) => !moving.has(one.id))).toEqual([]);
    expect(placesAt(script, 2000)).not.toEqual(placesAt(script, 0));
  });

  it('keeps a swarm in two tiers, so that each is of a size to be seen', () => {
    const heights = placesAt(sceneOf('lots of butterflies').script, 0).map(({ y }) => y);
    expect(Math.max(...heights) - Math.min(...heights)).toBeGreaterThan(80);
  });
});

describe('the title of a scene', () => {
  it.each([
    ['two fish swim in the sea.', 'two fish swim in the sea'],
    [
      'a fisherman sails over the quiet sea at dawn, then a crab waves from the shore',
      'a fisherman sails over the quiet sea at dawn',
    ],
    ['A cow jumps. Then it sleeps.', 'A cow jumps'],
  ])('of "%s" is "%s"', (prompt, title) => {
    expect(sceneOf(prompt).model.title).toBe(title);
  });
});
