import { type BufferGeometry, Matrix4 } from 'three';
import { mergeGeometries } from 'three/addons/utils/BufferGeometryUtils.js';

/** Where a copy stands: moved, and turned about the axis that looks at the viewer, radians. */
export interface Stand {
  readonly at: readonly [number, number, number];
  readonly turn?: number;
}

/** Many of one shape as a single geometry, so that they cost one draw. */
export const copies = (shape: BufferGeometry, stands: readonly Stand[]): BufferGeometry =>
  mergeGeometries(
    stands.map(({ at, turn = 0 }) =>
      shape.clone().applyMatrix4(new Matrix4().makeRotationZ(turn).setPosition(at[0], at[1], at[2])),
    ),
  );

/** `count` places evenly around a circle in the plane that faces the viewer, from the top clockwise. */
export const ring = (count: number, radius: number, z = 0, from = 0): readonly Stand[] =>
  Array.from({ length: count }, (_, i) => {
    const angle = Math.PI / 2 - ((i + from) / count) * Math.PI * 2;
    return { at: [Math.cos(angle) * radius, Math.sin(angle) * radius, z], turn: angle - Math.PI / 2 } as const;
  });
