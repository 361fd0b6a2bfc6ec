import { compile, type Mode } from '../../../dsl/index.ts';
import { ensureChromium, launchChromium } from '../../chromium.ts';
import { compare } from '../measure.ts';
import { openBenchPage, scenarioScript } from './open-bench-page.ts';

export interface FramePair {
  readonly name: string;
  readonly ours: string;
  readonly theirs: string;
  readonly label: string;
}

const SIZES = [
  [320, 180],
  [640, 360],
  [1280, 720],
] as const;
const ROUNDS = 9;

/** Frames of scenario D, ours against each peer's, in one browser, at three sizes of the picture. */
export async function compareFrames(mode: Mode, frames: number, pairs: readonly FramePair[]): Promise<void> {
  const { value: timeline } = compile(scenarioScript('d-fish-bowl'), { mode });
  ensureChromium();
  const browser = await launchChromium();
  try {
    const page = await openBenchPage(browser);
    for (const [width, height] of SIZES) {
      for (const { name, ours, theirs, label } of pairs) {
        const side = async (who: string, said: string) => {
          await page.evaluate(([id, film, w, h]) => window.bench.open(id, film, w, h), [
            who,
            timeline,
            width,
            height,
          ] as const);
          let from = 1;
          const run = () => {
            from = (from + 0.5) % 20;
            return page.evaluate(([id, at, count]) => window.bench.draw(id, at, count), [who, from, frames] as const);
          };
          return { label: said, run, count: frames };
        };
        await compare({
          name: `${name}, ${width} x ${height}`,
          ours: await side(ours, 'sampled and drawn by our renderer'),
          peer: await side(theirs, label),
          unit: 'frames',
          rounds: ROUNDS,
        });
        for (const who of [ours, theirs]) await page.evaluate((id) => window.bench.close(id), who);
      }
    }
  } finally {
    await browser.close();
  }
}
