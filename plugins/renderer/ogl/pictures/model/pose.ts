import { valueAt } from './animation.ts';
import { type Matrix, multiply, placed, UNMOVED } from './matrix.ts';
import type { Model } from './model.ts';

/** Where every node stands at a time in seconds, from the file and the time alone. */
export function poseAt(
  { nodes, order, animation }: Pick<Model, 'nodes' | 'order' | 'animation'>,
  seconds: number,
): readonly Matrix[] {
  const moves = new Map<string, readonly number[]>();
  if (animation) {
    const within = animation.duration > 0 ? seconds % animation.duration : 0;
    for (const channel of animation.channels) moves.set(`${channel.path} ${channel.node}`, valueAt(channel, within));
  }
  const world: Matrix[] = nodes.map(() => UNMOVED);
  for (const at of order) {
    const node = nodes[at];
    if (!node) continue;
    const local =
      node.matrix ??
      placed(
        moves.get(`translation ${at}`) ?? node.move,
        moves.get(`rotation ${at}`) ?? node.turn,
        moves.get(`scale ${at}`) ?? node.scale,
      );
    world[at] = node.parent < 0 ? local : multiply(world[node.parent] ?? UNMOVED, local);
  }
  return world;
}
