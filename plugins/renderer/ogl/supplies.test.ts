import { beforeAll, describe, expect, it, vi } from 'vitest';
import { actorAt, drawingAt, fieldAt, frameOf } from './fixtures.ts';
import { Supplies } from './supplies.ts';

describe('what a renderer fetches', () => {
  beforeAll(() => {
    vi.stubGlobal('Path2D', class {});
    return () => vi.unstubAllGlobals();
  });

  it('is at first what the timeline needs, and no more', async () => {
    const supplies = new Supplies();
    await supplies.loadNeeds(['actor:cow', 'environment:meadow', 'lyrics']);
    expect(supplies.forms.get('cow')).toBeDefined();
    expect(supplies.sceneries.get('meadow')).toBeDefined();
    expect(supplies.forms.get('robot')).toBeUndefined();
    expect(supplies.sceneries.get('valley')).toBeUndefined();
    expect(supplies.extras).toBeUndefined();
    expect(supplies.drawText).toBeUndefined();
    expect(supplies.loadMissing(frameOf('day-meadow', [actorAt('cow', 0, 0)]))).toBeNull();
  });

  it('is all there is, where nobody said what is needed', async () => {
    const supplies = new Supplies();
    await supplies.loadNeeds(undefined);
    const everything = [actorAt('fish-bowl', 0, 0), actorAt('person', 0, 0), drawingAt(0, 0, [])];
    expect(supplies.loadMissing(frameOf('noon-valley', everything))).toBeNull();
    expect(supplies.extras).toBeDefined();
  });

  it('is what a frame shows beyond that, once it shows it', async () => {
    const supplies = new Supplies();
    await supplies.loadNeeds([]);
    const frame = frameOf('day-room', [actorAt('goldfish', 0, 0)], { fx: [fieldAt('shimmer', 0, 0, 10, 10)] });
    await supplies.loadMissing(frame);
    expect(supplies.forms.get('goldfish')).toBeDefined();
    expect(supplies.sceneries.get('room')).toBeDefined();
    expect(supplies.extras).toBeDefined();
    expect(supplies.loadMissing(frame)).toBeNull();
  });

  it('draws texts only where there are some', async () => {
    const supplies = new Supplies();
    await supplies.loadNeeds(['text']);
    expect(supplies.drawText).toBeDefined();
    expect(supplies.extras).toBeUndefined();
  });

  it.each([['chart'], ['drawing'], ['image'], ['transition'], ['fx:caustics'], ['actor:fish-bowl']])(
    'knows that %s takes the extras',
    async (need) => {
      const supplies = new Supplies();
      await supplies.loadNeeds([need]);
      expect(supplies.extras).toBeDefined();
    },
  );
});
