import { isMotion } from '../../plan/motion.ts';
import { tokensOf } from '../../plan/pointer.ts';
import type { Patch } from '../../plan/timeline.ts';
import type { LintRule } from './scene.ts';

/** Motions that begin while another still runs on the same property. */
const interrupting = (patches: readonly Patch[]): readonly Patch[] =>
  patches.filter(({ value }) => isMotion(value) && isMotion(value.from));

export const overlappingMotion: LintRule = {
  code: 'lint/overlapping-motion',
  severity: 'warning',
  explanation:
    'Two motions pull at one property: the later one takes over in the middle of the earlier. Let it begin `after` that.',
  wrong: 'actor sun is sun move sun to (900, 200) over 3s move sun to (300, 200) over 2s at 1s',
  right: 'actor sun is sun move sun to (900, 200) over 3s as rise move sun to (300, 200) over 2s after rise',
  find: ({ timeline }) =>
    interrupting(timeline.patches).flatMap(({ path, origin }) => {
      const [part, id, property] = tokensOf(path) ?? [];
      if (part === 'camera' || property === undefined) return [];
      return [{ span: origin, message: `The ${property} of \`${id}\` is still changing when this begins.` }];
    }),
};

export const cameraPull: LintRule = {
  code: 'lint/camera-pull',
  severity: 'warning',
  explanation: 'Two camera moves at once make viewers seasick: let one begin `after` the other.',
  wrong: 'actor sun is sun camera push-in sun by 1.5 over 3s camera pan to (900, 300) over 3s at 1s',
  right: 'actor sun is sun camera push-in sun by 1.5 over 3s as near camera pan to (900, 300) over 3s after near',
  find: ({ timeline }) => {
    const spans = interrupting(timeline.patches)
      .filter(({ path }) => path === '/camera/focus' || path === '/camera/zoom')
      .map(({ origin }) => origin);
    const once = new Map(spans.map((span) => [span.offset, span]));
    return [...once.values()].map((span) => ({ span, message: 'The camera is still moving when this begins.' }));
  },
};
