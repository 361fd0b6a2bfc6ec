import type { BufferGeometry, Object3D } from 'three';
import type { FrameActor } from '../../../../dsl/index.ts';
import type { Palette } from '../palette.ts';

/**
 * An actor as geometry. Its root is built in units around the middle of the actor's box at scale 1, looking along +x;
 * place, scale, turn, facing and opacity are put on it from outside.
 */
export interface Form {
  readonly root: Object3D;
  /** Takes the attitude of this frame, wholly: nothing may linger from the frame before. */
  pose(actor: FrameActor): void;
}

/** What a form is made from. `once` keeps what is costly to make for the next actor that looks the same. */
export interface Workshop {
  readonly actor: FrameActor;
  readonly palette: Palette;
  once(name: string, make: () => BufferGeometry): BufferGeometry;
}

export type MakeForm = (workshop: Workshop) => Form;
