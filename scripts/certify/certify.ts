/**
 * `npm run certify`: draws the golden moments of the certified scenes and compares them with the accepted pictures.
 * `--accept` takes what is drawn now as accepted; `--only NAME` looks at one scene. Whatever differs is shown side by
 * side in `.cache/certify/report.html`: accepted, drawn now, and the difference.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureStudio } from '../../host/cli/studio-build.ts';
import { ensureChromium, launchChromium } from '../chromium.ts';
import { compare, type Likeness } from './compare.ts';
import { type DrawnShot, drawShots } from './draw-shots.ts';
import { drawnBy } from './drawn-by.ts';
import { CERTIFIED_SCENES, MODES } from './golden-scenes.ts';
import { acceptGolden, type GoldenIndex, goldenOf, readIndex, writeIndex } from './golden-store.ts';
import { blankFault, clippedFault, frozenFault } from './picture-rules.ts';
import { hashOf, type Raster } from './raster.ts';
import { type Finding, reportPage } from './report-page.ts';

const REPORT = join(resolve(import.meta.dirname, '../..'), '.cache', 'certify', 'report.html');

const { values } = parseArgs({
  options: { accept: { type: 'boolean', default: false }, only: { type: 'string' } },
});
const scenes = CERTIFIED_SCENES.filter((name) => values.only === undefined || name === values.only);
if (scenes.length === 0) {
  console.error(`${values.only} is not certified. Certified are: ${CERTIFIED_SCENES.join(', ')}.`);
  process.exit(2);
}

const NEW: Likeness = { alike: false, differing: 1, cast: 255, difference: null };

function rulesBroken(shots: readonly DrawnShot[]): string[] {
  return shots.flatMap(({ name, raster, frame }, i) => {
    const before: Raster | undefined = shots[i - 1]?.raster;
    const faults = [blankFault(raster), clippedFault(frame), before ? frozenFault(before, raster) : null];
    return faults.flatMap((fault) => (fault ? [`${name}: ${fault.message}`] : []));
  });
}

ensureChromium();
const studio = await ensureStudio((line) => console.log(line));
const browser = await launchChromium();
const findings: Finding[] = [];
const broken: string[] = [];
try {
  const drawn_by = await drawnBy(browser);
  const index: GoldenIndex = values.accept ? { drawn_by, pictures: {} } : readIndex();
  const accepted: Record<string, string> = values.only && values.accept ? { ...readIndex().pictures } : {};
  for (const scene of scenes) {
    for (const mode of MODES) {
      const shots = await drawShots(browser, studio, scene, mode);
      broken.push(...rulesBroken(shots));
      for (const { name, raster } of shots) {
        if (values.accept) {
          accepted[name] = acceptGolden(name, raster);
          continue;
        }
        const same = index.pictures[name] === hashOf(raster);
        const golden = same ? raster : goldenOf(name);
        const likeness = golden ? compare(golden, raster) : NEW;
        const said = same
          ? 'same pixels'
          : `${(likeness.differing * 100).toFixed(2)} % differ, cast ${likeness.cast.toFixed(2)}`;
        console.log(`${likeness.alike ? '✓' : '✗'} ${name}: ${said}`);
        if (!same) findings.push({ name, likeness, golden, now: raster });
      }
    }
  }
  if (values.accept) writeIndex({ drawn_by, pictures: accepted });
  else if (index.drawn_by !== drawn_by) console.log(`Accepted with ${index.drawn_by}; drawn now by ${drawn_by}.`);
} finally {
  await browser.close();
}
for (const line of broken) console.error(`✗ ${line}`);
if (findings.length > 0) {
  mkdirSync(join(REPORT, '..'), { recursive: true });
  writeFileSync(REPORT, reportPage(findings));
  console.log(
    `${findings.length} pictures differ: look at ${REPORT}, then accept them with npm run certify -- --accept`,
  );
}
process.exitCode = broken.length > 0 || findings.some(({ likeness }) => !likeness.alike) ? 1 : 0;
