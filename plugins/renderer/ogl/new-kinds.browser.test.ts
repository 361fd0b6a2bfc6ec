import { describe, expect, it } from 'vitest';
import { ACTOR_KINDS, type Frame } from '../../../dsl/index.ts';
import { launchChromium } from '../../../scripts/chromium.ts';
import { useStage } from '../../kit/use-stage.ts';
import { actorAt, drawingAt, fieldAt, frameOf, label, shape, textAt } from './fixtures.ts';

const WIDTH = 480;
const SCALE = WIDTH / 1280;

describe('what a scene can hold, in 2D', () => {
  const used = useStage(launchChromium, new URL('./index.ts', import.meta.url), [WIDTH, 270]);

  it('says of letters that no font has that boxes stand for them, and of all others nothing', async () => {
    const written = (text: string) => frameOf('studio', [textAt(640, 300, [{ text, y: 0, width: 400 }], { text })]);
    await used.stage.draw(written('Grüße, Ελλάδα, Привет, 12 €'));
    expect((await used.stage.stats()).warnings).toEqual([]);
    await used.stage.draw(written('a \u2FE0 b'));
    expect((await used.stage.stats()).warnings).toMatchObject([{ code: 'renderer.ogl/missing-glyph' }]);
  });

  /** Red, green and blue at a point of the stage. */
  async function colourAt(frame: Frame, x: number, y: number): Promise<readonly number[]> {
    await used.stage.draw(frame);
    const at = [Math.round(x * SCALE), Math.round(y * SCALE)] as const;
    const colour = await used.page.evaluate(([left, top]) => {
      const copy = new OffscreenCanvas(1, 1);
      const context = copy.getContext('2d');
      const canvas = document.querySelector('canvas');
      if (canvas) context?.drawImage(canvas, -left, -top);
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    }, at);
    return colour ?? [];
  }
  const close = (one: readonly number[], other: readonly number[], most = 3): boolean =>
    one.length === 3 && one.every((channel, index) => Math.abs(channel - (other[index] ?? 0)) <= most);

  const SQUARE = [-60, -60, 60, -60, 60, 60, -60, 60];

  it('fills and strokes marks in just the colours they name', async () => {
    const marks = [shape(SQUARE, { fill: '#c81e50', stroke: '#20d0f0', stroke_width: 16 }), label('4,200', 0, 0)];
    const frame = frameOf('dark-studio', [drawingAt(640, 300, marks)]);
    expect(await colourAt(frame, 600, 270)).toEqual([0xc8, 0x1e, 0x50]);
    expect(await colourAt(frame, 580, 280)).toEqual([0x20, 0xd0, 0xf0]);
  });

  it('fades a drawing as a whole', async () => {
    const marks = [shape(SQUARE, { fill: '#ff0000' }), shape(SQUARE, { fill: '#0000ff' })];
    const bare = await colourAt(frameOf('dark-studio', []), 640, 300);
    const half = await colourAt(frameOf('dark-studio', [drawingAt(640, 300, marks, { opacity: 0.5 })]), 640, 300);
    expect(
      close(
        half,
        bare.map((channel, index) => (channel + (index === 2 ? 255 : 0)) / 2),
      ),
    ).toBe(true);
  });

  it('turns and grows marks with their drawing', async () => {
    const bar = [shape([-200, -10, 200, -10, 200, 10, -200, 10], { fill: '#00ff00' })];
    const upright = frameOf('dark-studio', [drawingAt(640, 360, bar, { rotation: 90 })]);
    expect(await colourAt(upright, 640, 200)).toEqual([0, 255, 0]);
    expect(await colourAt(upright, 480, 360)).not.toEqual([0, 255, 0]);
  });

  it('lays a plate behind a text', async () => {
    const background = { color: '#336699', width: 400, height: 120 };
    const frame = frameOf('day-meadow', [textAt(640, 200, [{ text: 'Hi', y: 0, width: 44 }], { background })]);
    expect(await colourAt(frame, 480, 200)).toEqual([0x33, 0x66, 0x99]);
  });

  it.each(['fade', 'wipe', 'iris'] as const)('closes the curtain “%s” wholly, over everything', async (style) => {
    const closed = { style, color: '#123456', share: 1, opening: false };
    const frame = frameOf('day-meadow', [], { curtain: closed });
    for (const [x, y] of [
      [3, 3],
      [640, 360],
      [1270, 710],
    ] as const)
      expect(await colourAt(frame, x, y)).toEqual([0x12, 0x34, 0x56]);
    const open = await used.stage.draw(frameOf('day-meadow', [], { curtain: { ...closed, share: 0 } }));
    expect(open.hash).toBe((await used.stage.draw(frameOf('day-meadow', []))).hash);
  });

  it('wipes from the left, and off to the right', async () => {
    const wipe = (opening: boolean) =>
      frameOf('day-meadow', [], { curtain: { style: 'wipe', color: '#000000', share: 0.5, opening } });
    expect(await colourAt(wipe(false), 60, 300)).toEqual([0, 0, 0]);
    expect(await colourAt(wipe(true), 60, 300)).not.toEqual([0, 0, 0]);
    expect(await colourAt(wipe(true), 1220, 300)).toEqual([0, 0, 0]);
  });

  it.each(['caustics', 'shimmer'])('plays %s on a surface, adding light that moves', async (kind) => {
    const playing = (phase: number) => frameOf('night-room', [], { fx: [fieldAt(kind, 640, 300, 500, 200, phase)] });
    const dark = (await used.stage.draw(frameOf('night-room', []))).hash;
    const one = (await used.stage.draw(playing(1))).hash;
    const two = (await used.stage.draw(playing(1.5))).hash;
    expect(new Set([dark, one, two]).size).toBe(3);
  });

  it.each([
    ['fish-bowl', 640, 470],
    ['goldfish', 660, 360],
    ['plant', 640, 420],
    ['window', 560, 300],
    ['desk', 640, 345],
    ['lamp', 640, 330],
  ])('draws a %s where it stands', async (kind, x, y) => {
    const empty = await colourAt(frameOf('dark-studio', []), x, y);
    expect(close(await colourAt(frameOf('dark-studio', [actorAt(kind, 640, 360)]), x, y), empty, 12)).toBe(false);
    expect((await used.stage.stats()).warnings).toEqual([]);
  });

  it('turns a goldfish around without a jump', async () => {
    const headings = [1, 0.6, 0.2, 0, -0.2, -0.6, -1];
    const hashes: number[] = [];
    for (const heading of headings) {
      hashes.push(
        (await used.stage.draw(frameOf('day-sea', [actorAt('goldfish', 640, 300, { scale: 3, pose: { heading } })])))
          .hash,
      );
    }
    expect(new Set(hashes).size).toBe(headings.length);
  });

  it('shows the hour through a window', async () => {
    const sky = (room: string) => colourAt(frameOf(room, [actorAt('window', 640, 300)]), 580, 240);
    const sum = (colour: readonly number[]): number => colour.reduce((all, channel) => all + channel, 0);
    expect(sum(await sky('day-room'))).toBeGreaterThan(sum(await sky('evening-room')) + 60);
    expect(sum(await sky('evening-room'))).toBeGreaterThan(sum(await sky('night-room')) + 60);
  });

  it.each(['noon-valley', 'golden-valley', 'dusk-valley', 'night-valley', 'day-room', 'night-room'])(
    'draws %s without a complaint',
    async (environment) => {
      expect((await used.stage.draw(frameOf(environment, [actorAt('cow', 400, 560)]))).colours).toBe(1000);
      expect((await used.stage.stats()).warnings).toEqual([]);
    },
  );

  it('lengthens and turns shadows as the light sinks', async () => {
    const frame = frameOf('noon-valley', [actorAt('cow', 640, 520)]);
    const leaning = (shadow_slope: number) => ({
      ...frame,
      environment: { ...frame.environment, shadow: 1, shadow_slope },
    });
    const { height = 0 } = ACTOR_KINDS.cow ?? {};
    const [x, y] = [830, 520 + height / 2 - 12];
    const bare = await colourAt(leaning(0), x, y);
    const [right, left] = [await colourAt(leaning(2), x, y), await colourAt(leaning(-2), x, y)];
    expect(right[1]).toBeLessThan((bare[1] ?? 0) - 15);
    expect(close(left, bare)).toBe(true);
  });

  it.each(['glass', 'water', 'caustic'])('knows the recipe %s', async (recipe) => {
    const material = { id: 'm', recipe, uniforms: {} };
    const plain = (await used.stage.draw(frameOf('day-meadow', [actorAt('cow', 640, 500)]))).hash;
    expect((await used.stage.draw(frameOf('day-meadow', [actorAt('cow', 640, 500, { material })]))).hash).not.toBe(
      plain,
    );
    expect((await used.stage.stats()).warnings).toEqual([]);
  });

  it('remembers nothing: each picture depends on its frame alone, whatever was drawn between', async () => {
    const room = (clock: number) =>
      frameOf(
        'evening-room',
        [actorAt('desk', 640, 620), actorAt('fish-bowl', 640, 440), actorAt('goldfish', 640, 440, { pose: { clock } })],
        { fx: [fieldAt('caustics', 640, 610, 500, 80, clock)] },
      );
    const marks = [shape(SQUARE, { fill: '#ffffff', stroke: '#000000', stroke_width: 3 })];
    const frames = [
      room(10),
      room(3),
      frameOf('dusk-valley', [actorAt('sun', 300, 400), drawingAt(640, 360, marks, { opacity: 0.4 })]),
      frameOf('day-meadow', [], { curtain: { style: 'iris', color: '#000000', share: 0.5, opening: true } }),
    ];
    const first: number[] = [];
    for (const frame of frames) first.push((await used.stage.draw(frame)).hash);
    const again: number[] = [];
    for (const frame of frames.toReversed()) again.push((await used.stage.draw(frame)).hash);
    expect(again.toReversed()).toEqual(first);
    expect(new Set(first).size).toBe(frames.length);
  });
});
