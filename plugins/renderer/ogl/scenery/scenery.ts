import type { Picture } from '../picture.ts';

/** What stands around: drawn behind the actors and before them, each as opaque as the blend asks for. */
export interface Scenery {
  /** What drifts in its sky, behind whatever shines there. */
  readonly sky?: (picture: Picture, opacity: number) => void;
  readonly back: (picture: Picture, opacity: number) => void;
  readonly front?: (picture: Picture, opacity: number) => void;
}
