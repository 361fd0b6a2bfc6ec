import type { MeshStandardMaterial } from 'three';

/** How a fish holds its spine. */
export interface Spine {
  /** Phase of the wave that runs down it. */
  readonly stroke: { value: number };
  /** How far the tail is turned aside in a turn, units. */
  readonly curl: { value: number };
}

/** Where the spine begins to give, how long it is from there to the root of the tail, and how far it swings, units. */
const [STIFF, LONG, SWING] = [0.28, 0.64, 0.075];

export const spine = (): Spine => ({ stroke: { value: 0 }, curl: { value: 0 } });

/** How far aside the spine is at `x`, and its slope there. The wave grows towards the tail and runs down to it. */
export function sideways(x: number, { stroke, curl }: Spine): { readonly z: number; readonly slope: number } {
  const share = Math.min(1.2, Math.max(0, (STIFF - x) / LONG));
  const phase = stroke.value - share * 2.4;
  const z = share * share * (SWING * Math.sin(phase) + curl.value);
  const perShare = 2 * share * (SWING * Math.sin(phase) + curl.value) - share * share * SWING * 2.4 * Math.cos(phase);
  return { z, slope: share > 0 && share < 1.2 ? -perShare / LONG : 0 };
}

/** Bends a body along its spine, as \`sideways\` says, in the shader: the same mesh serves all who look alike. */
export function bending(material: MeshStandardMaterial, { stroke, curl }: Spine): void {
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    Object.assign(shader.uniforms, { stroke, curl });
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nuniform float stroke, curl;')
      .replace('#include <beginnormal_vertex>', `#include <beginnormal_vertex>\n${BEND}`)
      .replace('#include <begin_vertex>', '#include <begin_vertex>\ntransformed.z += share * share * aside;');
  };
  material.customProgramCacheKey = () => 'bending';
}

const BEND = /* glsl */ `
float share = clamp((${STIFF} - position.x) / ${LONG}, 0.0, 1.2);
float aside = ${SWING} * sin(stroke - share * 2.4) + curl;
float steep = (share * share * ${SWING} * 2.4 * cos(stroke - share * 2.4) - 2.0 * share * aside) / ${LONG};
objectNormal.x -= steep * objectNormal.z;
`;
