import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSampler } from '../dsl/index.ts';
import { ManualClock } from './clock.ts';
import { emptyScene } from './fixtures.ts';
import { Player } from './player.ts';

const LENGTH = 5000;

function ready() {
  const clock = new ManualClock();
  const player = new Player(clock);
  player.load(createSampler(emptyScene()));
  return { clock, player };
}

type Deed =
  | { readonly do: 'play' | 'pause' | 'loop' | 'no-loop' }
  | { readonly do: 'seek' | 'in' | 'out' | 'pass'; readonly ms: number };

const deeds: fc.Arbitrary<Deed[]> = fc.array(
  fc.oneof(
    fc.record({ do: fc.constantFrom('play', 'pause', 'loop', 'no-loop') }),
    fc.record({ do: fc.constantFrom('seek', 'in', 'out', 'pass'), ms: fc.integer({ min: -500, max: 6000 }) }),
  ),
  { maxLength: 40 },
);

function perform(deed: Deed, player: Player, clock: ManualClock): void {
  if ('ms' in deed) {
    if (deed.do === 'seek') player.seek(deed.ms);
    else if (deed.do === 'pass') clock.advance(deed.ms);
    else player.mark(deed.do, deed.ms);
  } else if (deed.do === 'play') player.play();
  else if (deed.do === 'pause') player.pause();
  else player.setLooping(deed.do === 'loop');
}

describe('the player', () => {
  it('draws the first frame before anything plays, and no frame twice', () => {
    const { player, clock } = ready();
    expect(player.tick()?.at_ms).toBe(0);
    expect(player.tick()).toBeNull();
    player.play();
    clock.advance(40);
    expect(player.tick()?.at_ms).toBe(40);
  });

  it('draws again what was on the canvas when it is told that the canvas changed', () => {
    const { player } = ready();
    player.tick();
    player.invalidate();
    expect(player.tick()?.at_ms).toBe(0);
  });

  it('stops at the end and shows the last frame', () => {
    const { player, clock } = ready();
    player.play();
    clock.advance(LENGTH + 300);
    expect(player.tick()?.at_ms).toBe(LENGTH);
    expect(player.playing.value).toBe(false);
  });

  it('keeps the time when the other reading of the scene is loaded', () => {
    const { player, clock } = ready();
    player.play();
    clock.advance(1234);
    player.load(createSampler(emptyScene({ mode: '3d', hash: '01' })));
    expect(player.position.value).toBe(1234);
    expect(player.playing.value).toBe(true);
    expect(player.tick()?.mode).toBe('3d');
  });

  it('forgets the out point when the in point passes it', () => {
    const { player } = ready();
    player.mark('out', 1000);
    player.mark('in', 2000);
    expect(player.marks.value).toEqual({ in_ms: 2000, out_ms: null });
  });

  it('goes on by another clock from where it stands', () => {
    const { player, clock } = ready();
    player.play();
    clock.advance(700);
    const other = new ManualClock();
    player.useClock(other);
    clock.advance(1000);
    other.advance(50);
    expect(player.tick()?.at_ms).toBe(750);
  });

  it('whatever is done to it: shows a time of the scene, and plays exactly when it says so', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const { player, clock } = ready();
        for (const deed of list) {
          perform(deed, player, clock);
          const frame = player.tick();
          const at = player.position.value;
          expect(at).toBeGreaterThanOrEqual(0);
          expect(at).toBeLessThanOrEqual(LENGTH);
          if (frame !== null) expect(frame.at_ms).toBe(at);
          const before = player.position.value;
          clock.advance(1);
          player.tick();
          const moved = player.position.value !== before;
          if (!player.playing.value && before < LENGTH) expect(moved).toBe(false);
        }
      }),
    );
  });
});
