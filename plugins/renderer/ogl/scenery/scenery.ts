import type { Picture } from '../picture.ts';

/** What stands around: drawn behind the actors and before them, each as opaque as the blend asks for. */
export interface Scenery {
  readonly back: (picture: Picture, opacity: number) => void;
  readonly front?: (picture: Picture, opacity: number) => void;
}
