import type { Mode, Model } from '../check/model.ts';
import { splitWords } from '../check/words.ts';
import { type Diagnostic, diagnose, type Staged } from '../diagnostics.ts';
import { contentHash } from './canonical-json.ts';
import { createCast } from './cast.ts';
import { enact } from './deeds.ts';
import { estimateLine } from './estimate.ts';
import { createLedger } from './ledger.ts';
import { tellMachines, timeMachines } from './machines.ts';
import { resolveMoments } from './moments.ts';
import { needsOf } from './needs.ts';
import { openScene } from './opening.ts';
import { readingOf } from './reading.ts';
import { wholeMs } from './rounding.ts';
import { endsAt, type Step, stepsOf } from './steps.ts';
import {
  type Alignment,
  type AlignmentQuality,
  type LineAlignment,
  type Patch,
  TIMELINE_VERSION,
  type Timeline,
  type TimelineLine,
  type TimelineWord,
} from './timeline.ts';
import { writeLyrics } from './written-lines.ts';

export interface PlanOptions {
  readonly mode: Mode;
  /** What a voice measured; lines it does not cover are estimated. */
  readonly alignment?: Alignment | null;
}

/** Gives every event of one reading its time and writes the timeline. There is always a timeline. */
export function plan(model: Model, { mode, alignment }: PlanOptions): Staged<Timeline> {
  const reading = readingOf(model, mode);
  const diagnostics: Diagnostic[] = [];
  const alignments = alignLines(reading, alignment ?? null, diagnostics);
  const machines = timeMachines(reading);
  const moments = resolveMoments(reading, alignments, Math.max(0, ...machines.opening.map(endsAt)));
  diagnostics.push(...machines.diagnostics, ...moments.diagnostics);

  const ledger = createLedger();
  const cast = createCast(reading, ledger);
  diagnostics.push(...openScene(reading, mode, ledger, cast));
  writeLyrics(reading, moments.lines, alignments, moments.end_ms, ledger, cast);
  const setting = { model: reading, ledger, cast, end_ms: moments.end_ms };
  for (const step of inOrder(reading, moments.actions, machines.opening)) {
    const { action, at_ms } = step;
    if (at_ms > moments.end_ms) diagnostics.push(diagnose('dsl/plan-after-end', action.span, { name: action.id }));
    diagnostics.push(...enact(step, setting));
  }
  const told = tellMachines(machines.timed, setting);
  diagnostics.push(...told.diagnostics);

  const lines = spokenLines(reading, moments.lines, alignments);
  const timeline = {
    version: TIMELINE_VERSION,
    title: model.title,
    mode,
    seed: model.seed,
    quality: model.quality,
    stage: { width: model.stage.width, height: model.stage.height },
    duration_ms: moments.end_ms,
    alignment: weakest(lines),
    lines,
    words: spokenWords(reading, moments.lines, alignments),
    needs: needsOf(reading),
    machines: told.value,
    patches: [...ledger.patches].sort(byTime),
  } satisfies Omit<Timeline, 'hash'>;
  return { value: { ...timeline, hash: contentHash(timeline) }, diagnostics };
}

/** Sorting is stable, so what happens at one time stays in the order of the script. */
const byTime = (a: Patch, b: Patch): number => a.at_ms - b.at_ms;

/** What the first states of machines do comes after what the script does at the same time. */
function inOrder(model: Model, starts: ReadonlyMap<string, number>, opening: readonly Step[]): readonly Step[] {
  const steps = model.actions.flatMap((action) => stepsOf(action, starts.get(action.id) ?? 0));
  return [...steps, ...opening].sort((a, b) => a.at_ms - b.at_ms);
}

function alignLines(model: Model, alignment: Alignment | null, diagnostics: Diagnostic[]): Map<string, LineAlignment> {
  const known = new Map(Object.entries(alignment?.lines ?? {}));
  return new Map(
    model.lines.map((line) => {
      const given = known.get(line.id);
      if (given && given.words.length === splitWords(line.text).length) return [line.id, given];
      if (given) diagnostics.push(diagnose('dsl/plan-alignment-mismatch', line.span, { name: line.id }));
      return [line.id, estimateLine(line.text)];
    }),
  );
}

function spokenLines(
  model: Model,
  starts: ReadonlyMap<string, number>,
  alignments: ReadonlyMap<string, LineAlignment>,
): TimelineLine[] {
  return model.lines
    .map((line): TimelineLine => {
      const start_ms = starts.get(line.id) ?? 0;
      const { duration_ms, quality } = alignments.get(line.id) ?? estimateLine(line.text);
      return {
        id: line.id,
        text: line.text,
        voice: line.voice,
        start_ms,
        end_ms: wholeMs(start_ms + duration_ms),
        quality,
      };
    })
    .sort((a, b) => a.start_ms - b.start_ms);
}

function spokenWords(
  model: Model,
  starts: ReadonlyMap<string, number>,
  alignments: ReadonlyMap<string, LineAlignment>,
): TimelineWord[] {
  return model.lines
    .flatMap((line) => {
      const start = starts.get(line.id) ?? 0;
      const timed = alignments.get(line.id)?.words ?? [];
      return splitWords(line.text).map((word, index): TimelineWord => {
        const { start_ms, end_ms } = timed[index] ?? { start_ms: 0, end_ms: 0 };
        return {
          line: line.id,
          index,
          text: word.text,
          start_ms: wholeMs(start + start_ms),
          end_ms: wholeMs(start + end_ms),
        };
      });
    })
    .sort((a, b) => a.start_ms - b.start_ms);
}

const STRENGTH: readonly AlignmentQuality[] = ['estimated', 'aligned', 'measured'];

const weakest = (lines: readonly TimelineLine[]): AlignmentQuality =>
  STRENGTH.find((quality) => lines.some((line) => line.quality === quality)) ?? 'measured';
