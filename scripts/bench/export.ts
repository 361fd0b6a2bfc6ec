/**
 * Ten seconds of a 2D scene to an MP4 of 1280 x 720 at 30 frames a second: ours (`makeFilm`, as the command line does
 * it) against Remotion rendering an equivalent composition, and against a bare loop of OGL and WebCodecs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../dsl/index.ts';
import { ensureStudio } from '../../host/cli/studio-build.ts';
import { launchChromium } from '../../host/exports/chromium.ts';
import { makeFilm } from '../../host/exports/make-film.ts';
import { ensureChromium } from '../chromium.ts';
import { REMOTION, remotionSide } from './films/remotion-side.ts';
import { openBenchPage, scenarioScript } from './frames/open-bench-page.ts';
import { compare } from './measure.ts';

const FPS = 30;
const SECONDS = 10;
const FRAMES = FPS * SECONDS;
const SIZES = [
  [320, 180],
  [640, 360],
  [1280, 720],
] as const;
const ROUNDS = 3;

/** What a bare loop draws: a simple picture of the same make, and the very WebGL calls of our pictures. */
const PEERS = [
  ['hand 2d', 'layers by hand in OGL', false],
  ['replayed 2d', 'the same pictures replayed as bare WebGL calls', true],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'bench-export-'));
const chromium = ensureChromium();
const studio = await ensureStudio((line) => console.error(line));
const script = scenarioScript('a-cow-moon').replace(/\n\}\s*$/, `\n  length ${SECONDS}s\n}\n`);
const { value: timeline } = compile(script, { mode: '2d' });

const ours =
  ([width, height]: readonly [number, number]) =>
  async () => {
    await makeFilm({
      ...{ studio, timeline, folder, format: 'mp4', spoken: null, fps: FPS, from_ms: 0, to_ms: SECONDS * 1000 },
      size: { width, height },
      work: join(folder, 'parts'),
    });
  };

const browser = await launchChromium();
try {
  const page = await openBenchPage(browser);
  const encoded = (side: string) => () =>
    page.evaluate(([who, fps, count]) => window.bench.encode(who, fps, count), [side, FPS, FRAMES] as const);
  for (const size of SIZES) {
    const [width, height] = size;
    for (const [side, label, film] of PEERS) {
      await page.evaluate(([who, what, w, h]) => window.bench.open(who, what, w, h), [
        side,
        film ? timeline : null,
        width,
        height,
      ] as const);
      await compare({
        name: `${SECONDS} s of 2D to MP4, ${width} x ${height}, against ${label}`,
        ours: { label: 'makeFilm, browser start included', run: ours(size), count: FRAMES },
        peer: { label: `${label}, and a VideoEncoder`, run: encoded(side), count: FRAMES },
        unit: 'frames',
        rounds: ROUNDS,
      });
      await page.evaluate((who) => window.bench.close(who), side);
    }
  }
  const remotion = await remotionSide(chromium, join(folder, 'remotion.mp4'));
  await compare({
    name: `${SECONDS} s of 2D to MP4, 1280 x 720, against Remotion`,
    ours: { label: 'makeFilm, browser start included', run: ours([1280, 720]), count: FRAMES },
    peer: { label: `remotion ${REMOTION} renderMedia`, run: remotion.render, count: remotion.frames },
    unit: 'frames',
    rounds: ROUNDS,
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
