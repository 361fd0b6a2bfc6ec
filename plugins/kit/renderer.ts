import type { Browser } from 'playwright-core';
import type { Frame, Mode } from '../../dsl/index.ts';
import { type Check, ensure, type Suite } from './check.ts';
import { ensureContract, readManifest } from './manifest.ts';
import { kitFrames, withUnknownKind } from './renderer-frames.ts';
import { openStage, type Stage } from './renderer-stage.ts';

/** Small, so that software rendering keeps up. */
const SIZE = { width: 320, height: 180 } as const;

/** Fewer colours than this, and nothing of the scene can be seen. */
const COLOURS = 4;

/**
 * What a plugin of kind `renderer` must do, tried in Chromium. `launch` starts the browser; it is started once for the
 * suite, and closed with it. The checks are to be run one after the other.
 */
export function rendererConformance(manifestUrl: URL, launch: () => Promise<Browser>): Suite {
  let browser: Promise<Browser> | null = null;
  let opened: Promise<Stage> | null = null;
  const stage = (): Promise<Stage> => {
    opened ??= (async () => {
      const file = await readManifest(manifestUrl, 'renderer');
      browser ??= launch();
      return openStage(await browser, new URL(file.manifest.entry, manifestUrl));
    })();
    return opened;
  };
  /** A renderer of its own for each check. */
  const drawing = (use: (on: Stage, frame: (index: number) => Frame) => Promise<void>) => async (): Promise<void> => {
    const on = await stage();
    const { mode } = await on.contract();
    await on.create(SIZE.width, SIZE.height);
    try {
      await use(on, kitFrames(mode === '3d' ? '3d' : '2d'));
    } finally {
      await on.dispose();
    }
  };
  const checks: readonly Check[] = [
    {
      name: 'its manifest is valid and names the contract of the object',
      run: async () => {
        const { contract, mode } = await (await stage()).contract();
        ensureContract(await readManifest(manifestUrl, 'renderer'), contract);
        const modes: readonly unknown[] = ['2d', '3d', 'any'] satisfies readonly (Mode | 'any')[];
        ensure(modes.includes(mode), `its mode is ${JSON.stringify(mode)}, not "2d", "3d" or "any"`);
      },
    },
    {
      name: 'draws a picture that is not blank',
      run: drawing(async (on, frame) => {
        const picture = await on.draw(frame(5));
        ensure(
          picture.width === SIZE.width && picture.height === SIZE.height,
          `asked for ${SIZE.width} × ${SIZE.height}, its canvas is ${picture.width} × ${picture.height}`,
        );
        ensure(picture.colours >= COLOURS, `its picture has ${picture.colours} colours: nothing can be seen on it`);
      }),
    },
    {
      name: 'draws a frame twice without changing a pixel',
      run: drawing(async (on, frame) => {
        const [first, second] = [await on.draw(frame(8)), await on.draw(frame(8))];
        ensure(
          first.hash === second.hash,
          'drawing the same frame a second time changed the picture: something besides the frame goes into it',
        );
      }),
    },
    {
      name: 'draws 10, 3, 10 and ends with the picture of 10',
      run: drawing(async (on, frame) => {
        const [ten, three, again] = [await on.draw(frame(10)), await on.draw(frame(3)), await on.draw(frame(10))];
        ensure(ten.hash !== three.hash, 'frames 10 and 3 of a moving scene gave the same picture');
        ensure(
          ten.hash === again.hash,
          'frame 10 looks different after frame 3: the renderer remembers what it drew before',
        );
      }),
    },
    {
      name: 'draws the same picture when it is created again',
      run: drawing(async (on, frame) => {
        const first = await on.draw(frame(6));
        await on.dispose();
        await on.create(SIZE.width, SIZE.height);
        const second = await on.draw(frame(6));
        ensure(first.hash === second.hash, 'a new renderer draws the same frame differently');
      }),
    },
    {
      name: 'takes another size and comes back',
      run: drawing(async (on, frame) => {
        const before = await on.draw(frame(5));
        await on.resize(200, 200);
        const square = await on.draw(frame(5));
        ensure(
          square.width === 200 && square.height === 200,
          `after resize(200, 200) its canvas is ${square.width} × ${square.height}`,
        );
        ensure(square.colours >= COLOURS, 'after a resize its picture is blank');
        await on.resize(SIZE.width, SIZE.height);
        const after = await on.draw(frame(5));
        ensure(before.hash === after.hash, 'after a resize there and back the picture is not what it was');
      }),
    },
    {
      name: 'warns of a kind that it does not know, and draws the rest',
      run: drawing(async (on, frame) => {
        const picture = await on.draw(withUnknownKind(frame(5)));
        const { warnings } = await on.stats();
        ensure(
          warnings.some((one) => one.message.includes('no-such-kind')),
          'an actor of the kind "no-such-kind" left no warning that names it in stats()',
        );
        ensure(picture.colours >= COLOURS, 'because of one unknown kind nothing was drawn');
      }),
    },
    {
      name: 'counts what it draws',
      run: drawing(async (on, frame) => {
        await on.draw(frame(5));
        const stats = await on.stats();
        const counts = [stats.draw_calls, stats.triangles, stats.textures, stats.texture_bytes];
        ensure(
          counts.every((count) => Number.isInteger(count) && count >= 0),
          `its stats are ${JSON.stringify(counts)}, not whole numbers`,
        );
        ensure(stats.draw_calls > 0, 'it drew a frame without a draw call');
      }),
    },
    {
      name: 'asks the network for nothing, and lets no error escape',
      run: drawing(async (on, frame) => {
        await on.draw(frame(12));
        ensure(on.foreign.length === 0, `it asked for ${on.foreign.join(', ')}`);
        ensure(on.errors.length === 0, `errors escaped: ${on.errors.join('; ')}`);
      }),
    },
  ];
  return {
    checks,
    close: async () => {
      await (await browser)?.close();
    },
  };
}
