import type { SoundState, Timeline } from './timeline.ts';

/** A sound of the scene and when it begins. */
export interface TimelineSound extends SoundState {
  readonly id: string;
}

/** All sounds of a timeline in the order of their beginnings. */
export function soundsOf({ patches }: Timeline): readonly TimelineSound[] {
  return patches
    .filter(({ op, path }) => op === 'add' && path.startsWith('/sounds/'))
    .map(({ path, value }) => ({
      id: path.slice('/sounds/'.length).replaceAll('~1', '/').replaceAll('~0', '~'),
      // What stands under `/sounds` has this shape: the schema of timelines holds it.
      ...(value as SoundState),
    }))
    .sort((a, b) => a.start_ms - b.start_ms);
}
