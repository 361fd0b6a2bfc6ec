import type { Timeline } from '../plan/timeline.ts';
import { ballContact } from './ball-contact.ts';
import { lightMoves, shadowsLengthen, sunBeforeMoon, warmthFollows } from './day-night/lights.ts';
import { dayToNight, luminanceFalls, luminanceSteps, starsAfterDusk } from './day-night/sky.ts';
import { cameraFollows, moonlight } from './depth.ts';
import { finsBeat, fishInWater, headingFollows } from './fish-bowl/swimming.ts';
import {
  bubblesRise,
  cameraCalm,
  causticsFlow,
  materialsFit,
  moodShifts,
  needsSaid,
  planes,
} from './fish-bowl/water.ts';
import { type Footage, filmOf } from './footage.ts';
import { inFrame } from './in-frame.ts';
import { cameraPresents, chartDepth } from './market/depth.ts';
import { explained, growthRises, narrationReaches, progressRises, sharesFit, xIncreases } from './market/figures.ts';
import { labelContrast, labelInside, labelOverlap, labelSize } from './market/legible.ts';
import { overMoon } from './over-moon.ts';
import type { QualityCheck, QualityReport, Scenario } from './report.ts';
import { finite, moves, notBlank, textInside, wordsInOrder } from './scene/any-scene.ts';
import { coherence } from './scene/coherence.ts';
import { smoothMotion } from './smooth-motion.ts';
import { takeOff } from './take-off.ts';
import { wordOrder } from './word-order.ts';

type Rule = (footage: Footage) => QualityCheck;

/** What any scene is held to. */
const GENERAL: readonly Rule[] = [
  finite,
  textInside,
  moves,
  notBlank,
  wordsInOrder,
  ({ timeline }) => coherence(timeline),
];

const RULES: Readonly<Record<Scenario, readonly Rule[]>> = {
  A: [inFrame, overMoon, takeOff, ballContact, wordOrder, smoothMotion],
  B: [dayToNight, luminanceFalls, luminanceSteps, sunBeforeMoon, starsAfterDusk, shadowsLengthen],
  C: [
    ...[xIncreases, growthRises, progressRises, sharesFit, explained, narrationReaches],
    ...[labelSize, labelContrast, labelOverlap, labelInside],
  ],
  D: [
    ...[fishInWater, headingFollows, finsBeat, bubblesRise, causticsFlow, moodShifts],
    ...[cameraCalm, materialsFit, needsSaid, planes],
  ],
};

const RULES_3D: Readonly<Record<Scenario, readonly Rule[]>> = {
  A: [moonlight, cameraFollows],
  B: [lightMoves, warmthFollows],
  C: [chartDepth, cameraPresents],
  D: [],
};

/** Holds a scenario's rules, or (null) those for any scene, against the sampled frames of a timeline. */
export function evaluateQuality(timeline: Timeline, scenario: Scenario | null): QualityReport {
  return judge(filmOf(timeline), scenario);
}

/** The same for footage that was taken already. */
export function judge(footage: Footage, scenario: Scenario | null): QualityReport {
  const { timeline } = footage;
  const rules =
    scenario === null
      ? GENERAL
      : timeline.mode === '3d'
        ? [...RULES[scenario], ...RULES_3D[scenario]]
        : RULES[scenario];
  const checks = rules.map((rule) => rule(footage));
  const failures = checks.filter((check) => !check.ok);
  const warnings =
    timeline.alignment === 'estimated' && timeline.lines.length > 0
      ? ['the times of the words are estimated; no voice has spoken yet']
      : [];
  return { ok: failures.length === 0, scenario, mode: timeline.mode, checks, warnings, failures };
}
