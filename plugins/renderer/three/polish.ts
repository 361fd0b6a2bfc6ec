import type { Color, MeshStandardMaterial } from 'three';

/**
 * Makes a see-through material shine like glass: what it mirrors and the light of its edges lie over what is behind in
 * full, however clear it is. `edge`: how dense it grows where the eye looks along the wall.
 */
export function polished(material: MeshStandardMaterial, edge: number, tint: Color): void {
  const before = material.onBeforeCompile;
  material.premultipliedAlpha = true;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.uniforms.edge = { value: edge };
    shader.uniforms.edgeTint = { value: tint };
    // Its own opacity: the rest of it is how much of the actor is there.
    shader.uniforms.whole = { value: material.userData.opacity as number };
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nuniform float edge, whole;\nuniform vec3 edgeTint;')
      .replace('#include <opaque_fragment>', `${EDGE}\n#include <opaque_fragment>`)
      .replace('#include <premultiplied_alpha_fragment>', `#include <premultiplied_alpha_fragment>\n${OVER}`);
  };
  material.customProgramCacheKey = () => 'polished';
}

const EDGE = /* glsl */ `
float grazing = pow(1.0 - abs(dot(normalize(vViewPosition), normal)), 3.2);
vec3 mirrored = totalSpecular + edgeTint * (0.06 + 0.35 * rimStrength * rimColor) * grazing * edge;
outgoingLight = totalDiffuse + totalEmissiveRadiance;
float present = diffuseColor.a;
diffuseColor.a *= 1.0 + grazing * edge * 2.0;
`;

/** Added to the picture as it is shown, and never more than it can show. */
const OVER = /* glsl */ `
gl_FragColor.rgb += mirrored / (1.0 + mirrored) * 0.85 * present / whole;
`;
