import type {
  ActorState,
  CameraState,
  ChartState,
  DrawingState,
  EnvironmentState,
  FxState,
  GroupState,
  LightState,
  LyricsState,
  MaterialState,
  PictureState,
  SceneState,
  TextState,
  TransitionState,
} from '../plan/timeline.ts';

/** A thing that is on the stage now, by name. */
export interface Present<S> {
  readonly id: string;
  readonly state: S;
}

/** Everything that has a place, by the collection it is kept in. */
export interface Placed {
  readonly actors: ActorState;
  readonly drawings: DrawingState;
  readonly charts: ChartState;
  readonly pictures: PictureState;
  readonly texts: TextState;
}

export type PresentEntity = { [C in keyof Placed]: Present<Placed[C]> & { readonly collection: C } }[keyof Placed];

/** What a frame is made from: the state of the scene at one time, whether folded from patches or found by the index. */
export interface SceneView {
  readonly render: SceneState['render'];
  readonly environment: EnvironmentState;
  readonly camera: CameraState;
  readonly transition: TransitionState | null;
  /** In whatever order. */
  readonly entities: readonly PresentEntity[];
  readonly groups: readonly Present<GroupState>[];
  readonly lights: readonly Present<LightState>[];
  readonly materials: readonly Present<MaterialState>[];
  readonly lyrics: readonly Present<LyricsState>[];
  readonly fx: readonly Present<FxState>[];
}

export function viewOf(state: SceneState): SceneView {
  const all = <S>(things: Readonly<Record<string, S>>) =>
    Object.entries(things).map(([id, each]) => ({ id, state: each }));
  const placed = <C extends keyof Placed>(collection: C) =>
    // That a present thing of collection C is one of all of them is beyond what TypeScript sees.
    all<Placed[C]>(state[collection] as Readonly<Record<string, Placed[C]>>).map((each) => ({
      ...each,
      collection,
    })) as unknown as PresentEntity[];
  return {
    render: state.render,
    environment: state.environment,
    camera: state.camera,
    transition: state.transition,
    entities: [
      ...placed('actors'),
      ...placed('drawings'),
      ...placed('charts'),
      ...placed('pictures'),
      ...placed('texts'),
    ],
    groups: all(state.groups),
    lights: all(state.lights),
    materials: all(state.materials),
    lyrics: all(state.lyrics),
    fx: all(state.fx),
  };
}
