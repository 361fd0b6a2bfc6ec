/** A 3D frame of scenario D: sampled and drawn by our renderer, against loops written by hand with three.js. */
import { compareFrames } from './frames/compare-frames.ts';

await compareFrames('3d', 2, [
  {
    name: 'a 3D frame of scenario D, against its own WebGL calls',
    ours: 'ours 3d',
    theirs: 'replayed 3d',
    label: 'the same WebGL calls, bare',
  },
  {
    name: 'a 3D frame of scenario D, against physical transmission',
    ours: 'ours 3d',
    theirs: 'hand 3d transmission',
    label: 'three.js by hand, physical transmission',
  },
  {
    name: 'a 3D frame of scenario D',
    ours: 'ours 3d',
    theirs: 'hand 3d',
    label: 'three.js by hand, transparent glass',
  },
  {
    name: 'a 3D frame of scenario D, lowest quality',
    ours: 'ours 3d fast',
    theirs: 'hand 3d',
    label: 'three.js by hand, transparent glass',
  },
]);
