import { restOf } from '../plan/motion.ts';
import type { Landmark } from '../plan/places.ts';
import type { Timeline } from '../plan/timeline.ts';
import { actorTrack, frameMaterial, type View } from './actor.ts';
import { cameraTrack } from './camera.ts';
import { environmentTrack } from './environment.ts';
import type { Frame, FrameCamera, FrameEntity, FrameLight } from './frame.ts';
import { fxFrame } from './fx.ts';
import { locate } from './location.ts';
import { lyricsTrack } from './lyrics.ts';
import { framingOf } from './projection.ts';
import type { Present, SceneView } from './scene-view.ts';
import { createSpeech } from './speech.ts';
import { textTrack } from './text.ts';
import { numberTrack } from './track.ts';

/** Turns states of the scene into frames. What it remembers only saves work: no frame depends on the one before. */
export interface FrameBuilder {
  frame(scene: SceneView, ms: number): Frame;
}

export function createFrameBuilder(timeline: Timeline): FrameBuilder {
  const { stage, seed } = timeline;
  const origins = new Map<string, number>();
  for (const { op, path, origin } of timeline.patches) {
    if (op === 'add' && !origins.has(path)) origins.set(path, origin.offset);
  }
  const originOf = (collection: string, id: string) =>
    origins.get(`/${collection}/${id.replaceAll('~', '~0').replaceAll('/', '~1')}`) ?? 0;

  const actorTracks = remembered((state: SceneView['actors'][number]['state'], id) =>
    actorTrack(id, originOf('actors', id), state),
  );
  const textTracks = remembered((state: SceneView['texts'][number]['state'], id) =>
    textTrack(id, originOf('texts', id), state),
  );
  const lyricsTracks = remembered((state: SceneView['lyrics'][number]['state'], id) => lyricsTrack(id, state, stage));
  const environments = remembered((state: SceneView['environment']) => environmentTrack(state, stage));
  const cameras = {
    '2d': remembered((state: SceneView['camera']) => cameraTrack(state, '2d', stage, seed)),
    '3d': remembered((state: SceneView['camera']) => cameraTrack(state, '3d', stage, seed)),
  };
  const materials = remembered((state: NonNullable<ReturnType<SceneView['material']>>, id) => frameMaterial(id, state));
  const speech = createSpeech(timeline);
  const actorInStep = inStep(actorTracks);
  const textInStep = inStep(textTracks);
  let view: View | null = null;

  const look = (camera: FrameCamera, mode: '2d' | '3d'): View => {
    if (!view || !sameCamera(view.camera, camera)) view = { camera, bounds: framingOf(camera, mode, stage) };
    return view;
  };

  return {
    frame(scene, ms) {
      const { mode } = scene.render;
      const landmark = (id: string, at: number): Landmark | null => {
        const actor = scene.actor(id);
        if (actor) return actorTracks(actor, id).landmarkAt(at);
        const text = scene.text(id);
        return text && textTracks(text, id).landmarkAt(at);
      };
      const camera = cameras[mode](scene.camera, '')(ms, (id, at) => landmark(id, at)?.position ?? null);
      const seen = look(camera, mode);
      const material = (id: string | null) => {
        const state = id === null ? null : scene.material(id);
        return id !== null && state ? materials(state, id) : null;
      };
      const entities: FrameEntity[] = scene.actors.map((actor, at) =>
        actorInStep(actor, at).frameAt(ms, seen, material(actor.state.material)),
      );
      scene.texts.forEach((text, at) => {
        entities.push(textInStep(text, at).frameAt(ms, seen));
      });

      return {
        version: 'frame/1',
        at_ms: ms,
        duration_ms: timeline.duration_ms,
        mode,
        seed,
        stage,
        environment: environments(scene.environment, '')(ms),
        camera: seen.camera,
        lights: scene.lights.flatMap(({ id, state }): FrameLight[] => {
          const at = locate(state.from, ms, landmark);
          if (!at) return [];
          const intensity = Math.max(0, numberTrack(state.intensity).at(ms));
          return [
            { id, ...at, color: restOf(state.color), intensity, source: 'of' in state.from ? state.from.of : null },
          ];
        }),
        entities: backToFront(entities),
        fx: scene.fx.map(({ id, state }) => fxFrame(id, state, ms, stage, landmark)),
        lyrics: scene.lyrics.map(({ id, state }) => lyricsTracks(state, id)(ms)),
        words: speech.words(ms),
        caption: speech.caption(ms),
        curtain: null,
      };
    },
  };
}

/** Stable: what lies in one plane stays in the order in which it came onto the stage, texts over actors. */
function backToFront(entities: FrameEntity[]): FrameEntity[] {
  const sorted = entities.every((entity, at) => at === 0 || (entities[at - 1]?.z ?? 0) <= entity.z);
  return sorted ? entities : entities.sort((a, b) => a.z - b.z);
}

function sameCamera(a: FrameCamera, b: FrameCamera): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.zoom === b.zoom &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.position.z === b.position.z &&
    a.target.x === b.target.x &&
    a.target.y === b.target.y &&
    a.target.z === b.target.z
  );
}

/** Makes a thing ready once for each of its states; a state is known by identity, and belongs to one name. */
function remembered<S extends object, T>(make: (state: S, id: string) => T): (state: S, id: string) => T {
  const known = new WeakMap<S, { readonly id: string; readonly made: T }>();
  return (state, id) => {
    const before = known.get(state);
    if (before && before.id === id) return before.made;
    const made = make(state, id);
    if (!before) known.set(state, { id, made });
    return made;
  };
}

/** While a scene plays on, the same things stand at the same places of a list: those are found without a search. */
function inStep<S, T>(find: (state: S, id: string) => T): (present: Present<S>, at: number) => T {
  const seen: { readonly present: Present<S>; readonly made: T }[] = [];
  return (present, at) => {
    const last = seen[at];
    if (last?.present === present) return last.made;
    const made = find(present.state, present.id);
    seen[at] = { present, made };
    return made;
  };
}
