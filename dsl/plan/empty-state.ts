import type { Mode } from '../check/model.ts';
import { DEFAULT_ENVIRONMENT } from '../check/vocabulary/environments.ts';
import type { CameraState, EnvironmentState, SceneState } from './timeline.ts';

export interface StageSize {
  readonly width: number;
  readonly height: number;
}

export const DEFAULT_STAGE: StageSize = { width: 1280, height: 720 };

export const stillEnvironment = (preset: string): EnvironmentState => ({
  mood: { from: preset, to: preset, start_ms: 0, duration_ms: 0, ease: 'linear' },
});

export const restingCamera = (stage: StageSize): CameraState => ({
  focus: { x: stage.width / 2, y: stage.height / 2, z: 0 },
  zoom: 1,
  roll: 0,
  angle: 0,
  shake: 0,
  follow: null,
});

/** The scene before its first patch. */
export const emptyState = (mode: Mode, stage: StageSize = DEFAULT_STAGE): SceneState => ({
  render: { mode },
  environment: stillEnvironment(DEFAULT_ENVIRONMENT),
  camera: restingCamera(stage),
  actors: {},
  texts: {},
  groups: {},
  charts: {},
  drawings: {},
  pictures: {},
  sounds: {},
  transition: null,
  lights: {},
  materials: {},
  lyrics: {},
  fx: {},
});
