/**
 * The only door of the language, and the whole road:
 *
 *   text --read--> Script --check--> Model --plan(alignment)--> Timeline --createSampler().frameAt(t)--> Frame
 */

export { analyse } from './analyse.ts';
export { type Completion, type Completions, complete } from './assist/complete.ts';
export { HANDBOOK } from './assist/handbook.ts';
export { type Hover, hover } from './assist/hover.ts';
export { LINT_RULES, lint } from './assist/lint/lint.ts';
export { type Declared, declaredIn as declarationsIn } from './assist/named.ts';
export { definition, references, rename } from './assist/rename.ts';
export { coloursIn, timesIn } from './assist/values-in-place.ts';
export { check } from './check/check.ts';
export { prefabsOf } from './check/expand/prefabs.ts';
export { filesOf } from './check/files.ts';
export type * from './check/model.ts';
export type { Surroundings } from './check/surroundings.ts';
export { ACTOR_KINDS, type ActorKind, type Water } from './check/vocabulary/actor-kinds.ts';
export { EFFECTS } from './check/vocabulary/effects.ts';
export { DEFAULT_ENVIRONMENT, ENVIRONMENTS, type Environment } from './check/vocabulary/environments.ts';
export { MATERIAL_RECIPES, type Uniform } from './check/vocabulary/material-recipes.ts';
export { PROPERTIES, type Property } from './check/vocabulary/properties.ts';
export { SOUNDS } from './check/vocabulary/sounds.ts';
export { splitWords, type Word } from './check/words.ts';
export { compile } from './compile.ts';
export {
  CATALOGUE,
  type Code,
  type Cure,
  type Diagnostic,
  type Edit,
  type Severity,
  type Span,
  type Staged,
  scriptOf,
  shownOf,
} from './diagnostics.ts';
export { type DiagnosticJson, diagnosticToJson, formatDiagnostic } from './format-diagnostic.ts';
export { type CaptionCue, captionCues } from './interop/captions/cues.ts';
export { toSrt, toWebVtt } from './interop/captions/write-captions.ts';
export { type FromV2Operations, fromV2Operations } from './interop/from-v2-operations.ts';
export { type CompiledStrokes, compileStrokes, strokesToV1Patches } from './interop/strokes/compile-strokes.ts';
export { MOST_STROKES, STROKE_KINDS, type Stroke, strokeSchema } from './interop/strokes/stroke.ts';
export { toStrokes } from './interop/to-strokes/to-strokes.ts';
export { toV1Patches } from './interop/to-v1-patches.ts';
export { changedOperations, operationsBetween, toV2Operations } from './interop/to-v2-operations.ts';
export { V1_STAGE, type V1Patch, v1PatchSchema } from './interop/v1-patch.ts';
export { type AppliedOperations, type ApplyOptions, applyOperations } from './interop/v2/apply-operations.ts';
export { V2_LIMITS, type V2Limits } from './interop/v2/limits.ts';
export { V2_REFUSALS, type V2Refusal, type V2RefusalCode } from './interop/v2/refusal.ts';
export { emptyV2Scene, type V2Scene, v2SceneOf } from './interop/v2/scene.ts';
export { type V2SceneJson, v2SceneFromJson, v2SceneSchema, v2SceneToJson } from './interop/v2/scene-json.ts';
export { type FromV2, timelineOfV2Scene, type V2Frame } from './interop/v2/to-timeline.ts';
export { V2_OPS, type V2Operation, v2OperationSchema } from './interop/v2-operation.ts';
export { wireRecipe, wireUniform } from './interop/wire-materials.ts';
export { alignLine, type Heard } from './plan/align-line.ts';
export { alignmentSchema, type Issue, type Parsed, parseAlignment } from './plan/alignment-schema.ts';
export { canonicalJson } from './plan/canonical-json.ts';
export { emptyState } from './plan/empty-state.ts';
export { estimateLine } from './plan/estimate.ts';
export { happeningSchema } from './plan/machine-schema.ts';
export { apply, invert } from './plan/patch.ts';
export { perform } from './plan/perform.ts';
export { type PlanOptions, plan } from './plan/plan.ts';
export { soundsOf, type TimelineSound } from './plan/sounds.ts';
export { squash } from './plan/squash.ts';
export type * from './plan/timeline.ts';
export { TIMELINE_VERSION } from './plan/timeline.ts';
export { parseTimeline, timelineSchema } from './plan/timeline-schema.ts';
export { evaluateQuality } from './quality/evaluate-quality.ts';
export { recogniseScenario } from './quality/recognise-scenario.ts';
export type { QualityCheck, QualityReport, Scenario } from './quality/report.ts';
export { coherence } from './quality/scene/coherence.ts';
export type * from './read/ast.ts';
export { format } from './read/format.ts';
export { type GrammarRule, grammar, STATEMENT_KEYWORDS } from './read/grammar-rules.ts';
export { type Highlight, type HighlightClass, highlight } from './read/highlight.ts';
export { read } from './read/read.ts';
export { createReader } from './read/reader.ts';
export type * from './sample/frame.ts';
export { createSampler, type Sampler, sampleState } from './sample/sampler.ts';
export { startsRightToLeft } from './sample/writing-direction.ts';
