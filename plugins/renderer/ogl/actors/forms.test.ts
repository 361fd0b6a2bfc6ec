import fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ACTOR_KINDS, compile, createSampler, type FrameActor, type Pose } from '../../../../dsl/index.ts';
import { createForms, type Forms } from './forms.ts';
import { thing } from './thing.ts';

/** Node has no canvas: shapes need only be made here, not drawn. */
class SilentPath {
  addPath(): void {}
  arc(): void {}
  closePath(): void {}
  ellipse(): void {}
  roundRect(): void {}
}

const resting: Pose = { animation: 'idle', clock: 0, vx: 0, vy: 0, travelled: 0, airborne: 0, heading: 1 };

function actorOf(kind: string, pose: Partial<Pose> = {}): FrameActor {
  const { width, height, colors } = ACTOR_KINDS[kind] ?? { width: 100, height: 100, colors: {} };
  return {
    role: 'actor',
    id: kind,
    kind,
    label: null,
    x: 0,
    y: 0,
    z: 0,
    scale: 1,
    rotation: 0,
    opacity: 1,
    bounds: { x: 0, y: 0, width, height },
    origin: 0,
    width,
    height,
    facing: 1,
    colors,
    material: null,
    pose: { ...resting, ...pose },
  };
}

const anyPose = (animations: readonly string[]) =>
  fc.record({
    animation: fc.constantFrom(...animations),
    clock: fc.double({ min: 0, max: 600, noNaN: true }),
    vx: fc.double({ min: -4000, max: 4000, noNaN: true }),
    vy: fc.double({ min: -4000, max: 4000, noNaN: true }),
    travelled: fc.double({ min: 0, max: 20_000, noNaN: true }),
    airborne: fc.double({ min: 0, max: 1, noNaN: true }),
    heading: fc.double({ min: -1, max: 1, noNaN: true }),
  });

/** The environment of a scene that names none. */
const around = createSampler(compile('scene "Still" { stage 1280 x 720 }', { mode: '2d' }).value).frameAt(
  0,
).environment;

describe('forms', () => {
  let forms: Forms;
  beforeAll(async () => {
    vi.stubGlobal('Path2D', SilentPath);
    forms = createForms();
    await forms.load();
    return () => vi.unstubAllGlobals();
  });
  const formOf = (kind: string) => forms.get(kind) ?? thing;

  it.each(Object.keys(ACTOR_KINDS))('%s has a form of its own', (kind) => {
    expect(forms.get(kind)).toBeDefined();
  });

  it.each(['constructor', '__proto__', 'no-such-kind'])('%s has none, and a card stands in', (kind) => {
    expect(forms.get(kind)).toBeUndefined();
    expect(thing.pose(actorOf(kind), around).length).toBeGreaterThan(0);
  });

  it.each(Object.entries(ACTOR_KINDS))('%s is put together of its own parts in every pose', (kind, { animations }) => {
    const form = formOf(kind);
    fc.assert(
      fc.property(anyPose(animations), (pose) => {
        const actor = actorOf(kind, pose);
        const parts = Object.keys(form.parts(actor.colors, actor));
        for (const placed of [...form.pose(actor, around), ...(form.lights?.(actor, around) ?? [])]) {
          expect(parts).toContain(placed.part);
          for (const number of placed.at) expect(Number.isFinite(number)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(Object.entries(ACTOR_KINDS))('%s moves without a jump as its clock runs', (kind, { animations }) => {
    const form = formOf(kind);
    const animation = animations[0] ?? 'none';
    const at = (clock: number) => form.pose(actorOf(kind, { animation, clock }), around);
    for (let clock = 0; clock < 12; clock += 1 / 60) {
      const after = at(clock + 1 / 60);
      at(clock).forEach((placed, index) => {
        const next = after[index];
        const unseen = Math.min(placed.opacity ?? 1, next?.opacity ?? 1) < 0.05;
        if (!next || next.part !== placed.part || unseen) return;
        expect(Math.hypot(next.at[4] - placed.at[4], next.at[5] - placed.at[5])).toBeLessThan(8);
      });
    }
  });
});
