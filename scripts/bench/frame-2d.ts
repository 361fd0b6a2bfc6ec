/** A 2D frame of scenario D: sampled and drawn by our renderer, against its bare WebGL calls and a loop written by hand with OGL. */
import { compareFrames } from './frames/compare-frames.ts';

await compareFrames('2d', 4, [
  {
    name: 'a 2D frame of scenario D, against its own WebGL calls',
    ours: 'ours 2d',
    theirs: 'replayed 2d',
    label: 'the same WebGL calls, bare',
  },
  { name: 'a 2D frame of scenario D', ours: 'ours 2d', theirs: 'hand 2d', label: 'OGL by hand' },
]);
