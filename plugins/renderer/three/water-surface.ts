import type { MeshStandardMaterial } from 'three';

/**
 * The surface of still water that is stirred a little: small waves tilt it, so that what it mirrors moves, and their
 * crests catch the light. `phase` is that of the caustics that the same waves throw.
 */
export function shimmering(material: MeshStandardMaterial, phase: { value: number }): void {
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.uniforms.wavePhase = phase;
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nvarying vec2 spot;')
      .replace('#include <begin_vertex>', '#include <begin_vertex>\nspot = position.xy;');
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nvarying vec2 spot;\nuniform float wavePhase;')
      .replace('#include <normal_fragment_maps>', `#include <normal_fragment_maps>\n${WAVES}`)
      .replace(
        '#include <opaque_fragment>',
        `outgoingLight += rimColor * (0.25 + rimStrength) * 1.3 * pow(saturate(crest * 0.5 + 0.5), 7.0);
         diffuseColor.a *= 0.75 + 0.5 * crest * crest;
         #include <opaque_fragment>`,
      );
  };
  material.customProgramCacheKey = () => 'shimmering';
}

/** Three waves of different length and heading; \`crest\` is their height, \`tilt\` its gradient, both analytic. */
const WAVES = /* glsl */ `
vec3 way = vec3(dot(spot, vec2(3.1, 1.2)), dot(spot, vec2(-2.2, 4.3)), dot(spot, vec2(5.2, -3.4)))
  + wavePhase * vec3(1.7, 2.3, -2.9);
float crest = dot(sin(way), vec3(0.5, 0.3, 0.2));
vec3 steep = cos(way) * vec3(0.5, 0.3, 0.2);
vec2 tilt = steep.x * vec2(3.1, 1.2) + steep.y * vec2(-2.2, 4.3) + steep.z * vec2(5.2, -3.4);
normal = normalize(normal + (viewMatrix * vec4(tilt.x, 0.0, -tilt.y, 0.0)).xyz * 0.09);
`;
