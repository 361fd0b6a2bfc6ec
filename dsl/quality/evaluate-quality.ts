import type { Timeline } from '../plan/timeline.ts';
import { ballContact } from './ball-contact.ts';
import { cameraFollows, moonlight } from './depth.ts';
import { type Footage, filmOf } from './footage.ts';
import { inFrame } from './in-frame.ts';
import { overMoon } from './over-moon.ts';
import type { QualityCheck, QualityReport, Scenario } from './report.ts';
import { smoothMotion } from './smooth-motion.ts';
import { takeOff } from './take-off.ts';
import { wordOrder } from './word-order.ts';

type Rule = (footage: Footage) => QualityCheck;

const RULES: Readonly<Record<Scenario, readonly Rule[]>> = {
  A: [inFrame, overMoon, takeOff, ballContact, wordOrder, smoothMotion],
};

const RULES_3D: Readonly<Record<Scenario, readonly Rule[]>> = { A: [moonlight, cameraFollows] };

/** Holds a scenario's rules against the sampled frames of a timeline. */
export function evaluateQuality(timeline: Timeline, scenario: Scenario): QualityReport {
  const footage = filmOf(timeline);
  const rules = timeline.mode === '3d' ? [...RULES[scenario], ...RULES_3D[scenario]] : RULES[scenario];
  const checks = rules.map((rule) => rule(footage));
  const failures = checks.filter((check) => !check.ok);
  const warnings =
    timeline.alignment === 'estimated' ? ['the times of the words are estimated; no voice has spoken yet'] : [];
  return { ok: failures.length === 0, scenario, mode: timeline.mode, checks, warnings, failures };
}
