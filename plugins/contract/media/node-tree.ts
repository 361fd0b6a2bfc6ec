import type { GltfDocument } from './gltf-document.ts';
import { MediaFault } from './media-fault.ts';

const MOST_NODES = 5000;

/**
 * The parent of each node, −1 at the roots.
 * @throws MediaFault where the nodes are no forest: whoever walked down them would never come back
 */
export function parentsOf({ nodes = [] }: GltfDocument): readonly number[] {
  if (nodes.length > MOST_NODES) throw new MediaFault('too-large', `it has ${nodes.length} nodes`);
  const parents = nodes.map(() => -1);
  for (const [parent, { children = [] }] of nodes.entries()) {
    for (const child of children) {
      if (parents[child] !== -1) throw new MediaFault('corrupt', `its node ${child} hangs in two places or none`);
      parents[child] = parent;
    }
  }
  for (const start of nodes.keys()) {
    let above = start;
    for (let steps = 0; above >= 0; steps++) {
      if (steps > nodes.length) throw new MediaFault('corrupt', 'its nodes hang in a circle');
      above = parents[above] ?? -1;
    }
  }
  return parents;
}
