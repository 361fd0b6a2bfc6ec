import { ACTOR_KINDS } from '../../check/vocabulary/actor-kinds.ts';
import type { LintRule } from './scene.ts';

/** Of the smaller one. */
const SHARE = 0.6;
const SAME_PLANE_PX = 20;
/** What stands in front of, in or behind others by its nature. */
const BACKDROPS = ['window', 'desk', 'mountain', 'fish-bowl', 'cloud'];

export const actorsOverlap: LintRule = {
  code: 'lint/actors-overlap',
  severity: 'info',
  explanation: 'One hides the other from the start: move one, or give it another depth.',
  wrong: 'actor ann is person at (400, 500) actor bob is person at (410, 500)',
  right: 'actor ann is person at (400, 500) actor bob is person at (600, 500)',
  find: ({ model }) => {
    const boxes = model.actors.flatMap(({ id, kind, at, scale, span, group, opacity }) => {
      const size = ACTOR_KINDS[kind];
      if (at.kind !== 'point' || !size || BACKDROPS.includes(kind) || opacity === 0 || group !== null) return [];
      return [{ id, span, x: at.x, y: at.y, z: at.z, width: size.width * scale, height: size.height * scale }];
    });
    return boxes.flatMap((box, at) => {
      const other = boxes.slice(0, at).find((each) => {
        const wide =
          Math.min(box.x + box.width / 2, each.x + each.width / 2) -
          Math.max(box.x - box.width / 2, each.x - each.width / 2);
        const high =
          Math.min(box.y + box.height / 2, each.y + each.height / 2) -
          Math.max(box.y - box.height / 2, each.y - each.height / 2);
        const smaller = Math.min(box.width * box.height, each.width * each.height);
        return wide > 0 && high > 0 && wide * high > SHARE * smaller && Math.abs(box.z - each.z) < SAME_PLANE_PX;
      });
      return other ? [{ span: box.span, message: `\`${box.id}\` and \`${other.id}\` stand over each other.` }] : [];
    });
  },
};
