import type { Pose } from '../../../../dsl/index.ts';

/** How steeply its way leads up, radians; a thing that hardly moves does not look up. */
export const climbOf = ({ vx, vy }: Pick<Pose, 'vx' | 'vy'>): number => Math.atan2(-vy, Math.max(80, Math.abs(vx)));
