import type { Patch } from '../../plan/timeline.ts';
import type { V1Patch } from '../v1-patch.ts';
import type { V1Names } from './names.ts';
import type { V1Scale } from './scale.ts';

/** A v1 patch before it has its time: that of the patch it comes from. */
export type Bare = Omit<V1Patch, 'at_ms'>;

/** One patch of a timeline on its way to v1. `id` and `property` are the tokens behind its collection. */
export interface Translation {
  readonly patch: Patch;
  readonly id: string;
  readonly property: string | undefined;
  readonly scale: V1Scale;
  readonly names: V1Names;
}
