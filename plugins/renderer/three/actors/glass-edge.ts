import type { Color, MeshStandardMaterial } from 'three';

/** Makes clear glass denser by up to `most`, and brighter in `tint`, where the eye looks along its surface. */
export function glassEdge(material: MeshStandardMaterial, most: number, tint: Color): void {
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.uniforms.edgeMost = { value: most };
    shader.uniforms.edgeTint = { value: tint };
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', '#include <common>\nuniform float edgeMost;\nuniform vec3 edgeTint;')
      .replace(
        '#include <opaque_fragment>',
        `float along = pow(1.0 - abs(dot(normalize(vViewPosition), normal)), 2.4);
         outgoingLight += edgeTint * along * edgeMost * 0.4;
         diffuseColor.a += along * edgeMost * min(1.0, diffuseColor.a * 8.0);
         #include <opaque_fragment>`,
      );
  };
  material.customProgramCacheKey = () => 'glass-edge';
}
