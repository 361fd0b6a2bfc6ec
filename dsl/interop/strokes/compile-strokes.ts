import type { Mode, Model } from '../../check/model.ts';
import type { Issue } from '../../plan/alignment-schema.ts';
import { parseWith } from '../../plan/alignment-schema.ts';
import { plan } from '../../plan/plan.ts';
import type { Alignment } from '../../plan/timeline.ts';
import type { V1Patch } from '../v1-patch.ts';
import { easeOf } from './easing.ts';
import { STROKE_RULES } from './kinds.ts';
import { MOST_STROKES, strokeSchema } from './stroke.ts';
import { newDraft, type StrokeDraft, spanOfStroke } from './stroke-draft.ts';
import { type SpokenStroke, v1PatchesOfStrokes } from './strokes-to-v1.ts';

export interface CompiledStrokes {
  /** The same Model that a script compiles to, on a stage of 720 × 360. */
  readonly value: Model;
  /** The reading that a `setRenderMode` asks for. */
  readonly mode: Mode;
  /** When the words of written lines come, to be planned with. */
  readonly alignment: Alignment;
  /** What is wrong, by `strokes[2].params.x`; a stroke at fault is left out. */
  readonly issues: readonly Issue[];
  /** `CODE:DETAIL`, one for each thing that was mended or stood in for. */
  readonly warnings: readonly string[];
}

export interface StrokePatches extends Omit<CompiledStrokes, 'value' | 'mode' | 'alignment'> {
  readonly patches: readonly V1Patch[];
}

/** Strokes of a v1 client as a model. Never throws, whatever it is given. */
export function compileStrokes(strokes: readonly unknown[]): CompiledStrokes {
  const { draft, issues } = drawAll(strokes);
  return {
    value: draft.model,
    mode: draft.mode ?? '2d',
    alignment: alignmentOf(draft),
    issues,
    warnings: draft.warnings,
  };
}

/** Strokes as the v1 patches that the contract names for them: by way of model and timeline, like any script. */
export function strokesToV1Patches(strokes: readonly unknown[]): StrokePatches {
  const { draft, issues, spoken } = drawAll(strokes);
  const timeline = plan(draft.model, { mode: draft.mode ?? '2d', alignment: alignmentOf(draft) }).value;
  return { patches: v1PatchesOfStrokes(timeline, spoken, draft), issues, warnings: draft.warnings };
}

function drawAll(strokes: readonly unknown[]) {
  const draft = newDraft();
  const issues: Issue[] = [];
  const spoken = new Map<number, SpokenStroke>();
  if (strokes.length > MOST_STROKES)
    issues.push({ path: 'strokes', message: `at most ${MOST_STROKES} strokes; here are ${strokes.length}` });
  const taken = new Set<string>();
  for (const [index, given] of strokes.slice(0, MOST_STROKES).entries()) {
    const under = (prefix: string, found: readonly Issue[]) =>
      issues.push(
        ...found.map(({ path, message }) => ({
          path: [`strokes[${index}]`, prefix, path].filter(Boolean).join('.'),
          message,
        })),
      );
    const parsed = parseWith(strokeSchema, given);
    if (!parsed.ok) {
      under('', parsed.issues);
      continue;
    }
    const { kind, params, timing } = parsed.value;
    const rule = STROKE_RULES[kind];
    const understood = rule.understand(params);
    if (!understood.ok) {
      under('params', understood.issues);
      continue;
    }
    const stroke_id = ownId(parsed.value.stroke_id, `${kind}-${index + 1}`, taken);
    const span = spanOfStroke(index);
    const { start_ms, duration_ms = rule.duration_ms } = timing;
    spoken.set(span.offset, { start_ms, paths: understood.paths });
    understood.draw({ draft, span, stroke_id, timing: { start_ms, duration_ms, ease: easeOf(timing.easing) } });
  }
  if (draft.ball)
    draft.model.lyrics.splice(0, Infinity, ...draft.model.lyrics.map((each) => ({ ...each, ball: true })));
  return { draft, issues, spoken };
}

/** A stroke that comes twice under one id is drawn twice. */
function ownId(given: string | undefined, otherwise: string, taken: Set<string>): string {
  const safe = (given ?? otherwise).replace(/[^\p{L}\p{N}_-]/gu, '-');
  const plain = /^[\p{L}_]/u.test(safe) ? safe : `stroke-${safe}`;
  let id = plain;
  for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`;
  taken.add(id);
  return id;
}

const alignmentOf = ({ words }: StrokeDraft): Alignment => ({
  lines: Object.fromEntries(
    [...words].map(([line, timed]) => [
      line,
      { quality: 'measured' as const, duration_ms: timed.at(-1)?.end_ms ?? 0, words: timed },
    ]),
  ),
});
