import { drawAdoptionCurve } from './adoption-curve.ts';
import { animateMoonwalk, setActorAnimation } from './animation.ts';
import { drawSegmentedAttachBars } from './attach-bars.ts';
import { setCameraMove } from './camera-move.ts';
import { emitFx } from './emit-fx.ts';
import { sceneMorph, setEnvironmentMood, setRenderMode } from './environment.ts';
import { orbitGlobe, ufoLandingBeat } from './globe.ts';
import { annotateInsight } from './insight.ts';
import { setLyricsTrack } from './lyrics-track.ts';
import { applyMaterialFx } from './material-fx.ts';
import { setActorMotion } from './motion.ts';
import { drawPieSaturation } from './pie-saturation.ts';
import { runScreenScript } from './screen-script.ts';
import { spawnCharacter, spawnSceneActor } from './spawn.ts';
import type { StrokeKind } from './stroke.ts';
import type { AnyStrokeRule } from './stroke-rule.ts';

/** What each kind of stroke takes and does. */
export const STROKE_RULES: Readonly<Record<StrokeKind, AnyStrokeRule>> = {
  spawnCharacter,
  spawnSceneActor,
  animateMoonwalk,
  setActorAnimation,
  setActorMotion,
  orbitGlobe,
  ufoLandingBeat,
  drawAdoptionCurve,
  drawPieSaturation,
  drawSegmentedAttachBars,
  setLyricsTrack,
  annotateInsight,
  sceneMorph,
  setRenderMode,
  emitFx,
  setEnvironmentMood,
  setCameraMove,
  applyMaterialFx,
  runScreenScript,
};
