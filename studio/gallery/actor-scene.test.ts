import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS } from '../../dsl/index.ts';
import { actorScene } from './actor-scene.ts';

describe('a portrait of every kind of actor', () => {
  it.each(Object.keys(ACTOR_KINDS))('%s stands whole inside its picture', (kind) => {
    const [animation = 'none'] = ACTOR_KINDS[kind]?.animations ?? [];
    const { sampler, timeline } = actorScene({ kind, mode: '2d', environment: 'studio', animation });
    const { bounds } = sampler.frameAt(0).entities[0] ?? {};
    expect(bounds?.x).toBeGreaterThanOrEqual(0);
    expect(bounds?.y).toBeGreaterThanOrEqual(0);
    expect((bounds?.x ?? 0) + (bounds?.width ?? 0)).toBeLessThanOrEqual(timeline.stage.width);
    expect((bounds?.y ?? 0) + (bounds?.height ?? 0)).toBeLessThanOrEqual(timeline.stage.height);
  });
});
