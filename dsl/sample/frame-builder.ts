import { tokensOf } from '../plan/pointer.ts';
import { STAGE } from '../plan/reference.ts';
import type { Timeline } from '../plan/timeline.ts';
import { actorTrack } from './actor.ts';
import { cameraTrack } from './camera.ts';
import { curtainAt } from './curtain.ts';
import { chartTrack, drawingTrack } from './drawn.ts';
import { assemble, type Ensemble, lies, type Workshop } from './ensemble.ts';
import type { EntityTrack, View } from './entity-track.ts';
import { environmentTrack } from './environment.ts';
import type { Frame, FrameCamera, FrameEntity } from './frame.ts';
import { fxFrame } from './fx.ts';
import { groupTrack } from './group.ts';
import { lightTrack } from './light.ts';
import { locate } from './location.ts';
import { lyricsTrack } from './lyrics.ts';
import { materialTrack } from './material.ts';
import { pictureTrack } from './picture.ts';
import { framingOf } from './projection.ts';
import { remembered } from './remembered.ts';
import type { PresentEntity, SceneView } from './scene-view.ts';
import { createSpeech } from './speech.ts';
import { textTrack } from './text.ts';

/** Turns states of the scene into frames. What it remembers only saves work: no frame depends on the one before. */
export interface FrameBuilder {
  frame(scene: SceneView, ms: number): Frame;
}

export function createFrameBuilder(timeline: Timeline): FrameBuilder {
  const { stage, seed, duration_ms } = timeline;
  const lyrics = remembered((state: SceneView['lyrics'][number]['state'], id) => lyricsTrack(id, state, stage));
  const lights = remembered((state: SceneView['lights'][number]['state'], id) => lightTrack(id, state));
  const environments = remembered((state: SceneView['environment']) => environmentTrack(state, stage));
  const cameras = {
    '2d': remembered((state: SceneView['camera']) => cameraTrack(state, '2d', stage, seed)),
    '3d': remembered((state: SceneView['camera']) => cameraTrack(state, '3d', stage, seed)),
  };
  const speech = createSpeech(timeline);
  const workshop = createWorkshop(timeline);

  let assembled: { readonly scene: SceneView; readonly ensemble: Ensemble } | null = null;
  const ensembleOf = (scene: SceneView): Ensemble => {
    if (assembled?.scene !== scene) assembled = { scene, ensemble: assemble(scene, workshop) };
    return assembled.ensemble;
  };
  let view: View | null = null;
  const look = (camera: FrameCamera, mode: '2d' | '3d'): View => {
    if (!view || !sameCamera(view.camera, camera)) view = { camera, bounds: framingOf(camera, mode, stage) };
    return view;
  };

  return {
    frame(scene, ms) {
      const { mode } = scene.render;
      const { players, landmarks, kindOf } = ensembleOf(scene);
      const camera = cameras[mode](scene.camera, '')(
        ms,
        (id, at) => landmarks(id, at)?.position ?? null,
        (location, at) => locate(location, at, landmarks),
      );
      const seen = look(camera, mode);
      const entities = players.map(({ track, group, material }) => {
        const within = group === null ? STAGE : lies(group, ms);
        return track.frameAt(ms, seen, within, material === null ? null : material(ms));
      });
      return {
        version: 'frame/1',
        at_ms: ms,
        duration_ms,
        mode,
        seed,
        stage,
        environment: environments(scene.environment, '')(ms),
        camera: seen.camera,
        lights: scene.lights.map(({ id, state }) => lights(state, id)(ms, landmarks)).filter((light) => light !== null),
        entities: backToFront(entities),
        fx: scene.fx.map(({ id, state }) => fxFrame(id, state, ms, { stage, landmarks, kindOf })),
        lyrics: scene.lyrics.map(({ id, state }) => lyrics(state, id)(ms)),
        words: speech.words(ms),
        caption: speech.caption(ms),
        curtain: curtainAt(scene.transition, ms),
      };
    },
  };
}

function createWorkshop({ patches }: Timeline): Workshop {
  // Names are unique among all things, so the name is enough to tell when one came.
  const came = new Map<string, { readonly rank: number; readonly offset: number }>();
  for (const { op, path, origin } of patches) {
    if (op !== 'add') continue;
    const id = tokensOf(path)?.[1] ?? '';
    if (!came.has(id)) came.set(id, { rank: came.size, offset: origin.offset });
  }
  const groups = remembered(groupTrack);
  const materials = remembered((state: SceneView['materials'][number]['state'], id) => materialTrack(id, state));
  const tracks = new WeakMap<object, { readonly id: string; readonly track: EntityTrack }>();
  return {
    group: (state) => groups(state, ''),
    material(scene, id) {
      const state = scene.materials.find((each) => each.id === id)?.state;
      return state ? materials(state, id) : null;
    },
    rank: (present) => came.get(present.id)?.rank ?? 0,
    entity(present) {
      const known = tracks.get(present.state);
      if (known && known.id === present.id) return known.track;
      const track = trackOf(present, came.get(present.id)?.offset ?? 0);
      if (!known) tracks.set(present.state, { id: present.id, track });
      return track;
    },
  };
}

function trackOf(present: PresentEntity, origin: number): EntityTrack {
  switch (present.collection) {
    case 'actors':
      return actorTrack(present.id, origin, present.state);
    case 'texts':
      return textTrack(present.id, origin, present.state);
    case 'drawings':
      return drawingTrack(present.id, origin, present.state);
    case 'charts':
      return chartTrack(present.id, origin, present.state);
    case 'pictures':
      return pictureTrack(present.id, origin, present.state);
  }
}

/** Stable: what lies in one plane stays in the order in which it came onto the stage, texts over all else. */
function backToFront(entities: FrameEntity[]): FrameEntity[] {
  let before = Number.NEGATIVE_INFINITY;
  for (const { z } of entities) {
    if (z < before) return entities.sort((a, b) => a.z - b.z);
    before = z;
  }
  return entities;
}

function sameCamera(a: FrameCamera, b: FrameCamera): boolean {
  return (
    a.x === b.x &&
    a.y === b.y &&
    a.zoom === b.zoom &&
    a.roll === b.roll &&
    a.position.x === b.position.x &&
    a.position.y === b.position.y &&
    a.position.z === b.position.z &&
    a.target.x === b.target.x &&
    a.target.y === b.target.y &&
    a.target.z === b.target.z &&
    // A lens is made anew for each frame, and there is none in most.
    a.lens === b.lens
  );
}
