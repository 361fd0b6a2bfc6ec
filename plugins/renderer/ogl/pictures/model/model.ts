import type { Animation } from './animation.ts';
import type { Matrix } from './matrix.ts';
import type { Skin } from './skin.ts';

/** One material's share of a mesh, ready for the GPU. */
export interface ModelPart {
  readonly node: number;
  readonly positions: Float32Array;
  readonly normals: Float32Array;
  /** Red, green, blue, opacity, 0–1, as they are shown. */
  readonly colours: Float32Array;
  readonly uvs: Float32Array;
  readonly index: Uint32Array;
  /** Multiplies the colours, or null. */
  readonly texture: ImageBitmap | null;
  /** Shines by itself by this much, 0–1. */
  readonly shine: number;
  readonly skin: Skin | null;
}

export interface ModelNode {
  readonly parent: number;
  readonly matrix: Matrix | null;
  readonly move: readonly number[];
  readonly turn: readonly number[];
  readonly scale: readonly number[];
}

/** A glTF model as it is drawn in 2D. */
export interface Model {
  readonly parts: readonly ModelPart[];
  readonly nodes: readonly ModelNode[];
  /** Node indices, parents before their children. */
  readonly order: readonly number[];
  readonly animation: Animation | null;
  /** Turns the model so that it is seen a little from the side and from above. */
  readonly turned: Matrix;
  /** Brings the turned model, at rest, to ±1 in x and y and well within ±0.5 in z, which grows towards the viewer. */
  readonly fitted: Matrix;
  /** Width over height as it is seen. */
  readonly aspect: number;
  readonly triangles: number;
}
