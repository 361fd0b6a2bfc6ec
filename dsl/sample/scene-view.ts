import type {
  ActorState,
  CameraState,
  EnvironmentState,
  FxState,
  LightState,
  LyricsState,
  MaterialState,
  SceneState,
  TextState,
} from '../plan/timeline.ts';

/** A thing that is on the stage now, by name. */
export interface Present<S> {
  readonly id: string;
  readonly state: S;
}

/** What a frame is made from: the state of the scene at one time, whether folded from patches or found by the index. */
export interface SceneView {
  readonly render: SceneState['render'];
  readonly environment: EnvironmentState;
  readonly camera: CameraState;
  readonly actors: readonly Present<ActorState>[];
  readonly texts: readonly Present<TextState>[];
  readonly lights: readonly Present<LightState>[];
  readonly lyrics: readonly Present<LyricsState>[];
  readonly fx: readonly Present<FxState>[];
  actor(id: string): ActorState | null;
  text(id: string): TextState | null;
  material(id: string): MaterialState | null;
}

export function viewOf(state: SceneState): SceneView {
  const all = <S>(things: Readonly<Record<string, S>>) =>
    Object.entries(things).map(([id, each]) => ({ id, state: each }));
  const one = <S>(things: Readonly<Record<string, S>>, id: string): S | null =>
    Object.hasOwn(things, id) ? (things[id] ?? null) : null;
  return {
    render: state.render,
    environment: state.environment,
    camera: state.camera,
    actors: all(state.actors),
    texts: all(state.texts),
    lights: all(state.lights),
    lyrics: all(state.lyrics),
    fx: all(state.fx),
    actor: (id) => one(state.actors, id),
    text: (id) => one(state.texts, id),
    material: (id) => one(state.materials, id),
  };
}
