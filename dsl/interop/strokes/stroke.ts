import { z } from 'zod';

export const STROKE_KINDS = [
  'spawnCharacter',
  'spawnSceneActor',
  'animateMoonwalk',
  'setActorAnimation',
  'setActorMotion',
  'orbitGlobe',
  'ufoLandingBeat',
  'drawAdoptionCurve',
  'drawPieSaturation',
  'drawSegmentedAttachBars',
  'setLyricsTrack',
  'annotateInsight',
  'sceneMorph',
  'setRenderMode',
  'emitFx',
  'setEnvironmentMood',
  'setCameraMove',
  'applyMaterialFx',
  'runScreenScript',
] as const;

export type StrokeKind = (typeof STROKE_KINDS)[number];

export const MOST_STROKES = 500;
const LONGEST_MS = 86_400_000;

const ms = z
  .number()
  .transform((value) => Math.round(Math.min(LONGEST_MS, Math.max(0, value))))
  .describe('Milliseconds; whole ones from 0 to a day are used.');

/** One stroke as a v1 client draws it; what `params` holds follows from `kind`. */
export const strokeSchema = z.object({
  stroke_id: z.string().min(1).max(128).optional(),
  kind: z.enum(STROKE_KINDS),
  params: z.record(z.string(), z.unknown()).default({}),
  timing: z
    .object({ start_ms: ms.default(0), duration_ms: ms.optional(), easing: z.string().max(80).optional() })
    .default({ start_ms: 0 }),
});

export interface Stroke {
  readonly stroke_id: string;
  readonly kind: StrokeKind;
  readonly params: Readonly<Record<string, unknown>>;
  readonly timing: { readonly start_ms: number; readonly duration_ms: number; readonly easing: string };
}
