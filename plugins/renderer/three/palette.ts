import { Color, MeshStandardMaterial, type MeshStandardMaterialParameters } from 'three';
import type { FrameActor } from '../../../dsl/index.ts';

/** The edge light of all actors: how strong and in which colour, shared with the shaders. */
export interface Rim {
  readonly strength: { value: number };
  readonly color: { value: Color };
}

/** The materials of one actor, made from its colour slots, so that recipes and opacity reach all of them. */
export class Palette {
  readonly materials: MeshStandardMaterial[] = [];
  readonly rim: Rim = { strength: { value: 0 }, color: { value: new Color('#ffffff') } };
  readonly #colors: FrameActor['colors'];

  constructor(colors: FrameActor['colors']) {
    this.#colors = colors;
  }

  /** The colour of a slot, lighter (`lift` > 0) or darker; grey where a kind has no such slot. */
  color(slot: string, lift = 0): Color {
    const color = new Color(this.#colors[slot] ?? '#9aa0a8');
    return lift >= 0 ? color.lerp(new Color('#ffffff'), lift) : color.multiplyScalar(1 + lift);
  }

  /** A material in the colour of a slot, or in a colour of its own. */
  paint(slot: string | Color, parameters: MeshStandardMaterialParameters = {}): MeshStandardMaterial {
    const color = typeof slot === 'string' ? this.color(slot) : slot;
    return this.#keep(new MeshStandardMaterial({ color, roughness: 0.72, metalness: 0, ...parameters }));
  }

  /** A material whose colours are those of the vertices. */
  painted(parameters: MeshStandardMaterialParameters = {}): MeshStandardMaterial {
    return this.#keep(new MeshStandardMaterial({ vertexColors: true, roughness: 0.78, metalness: 0, ...parameters }));
  }

  #keep(material: MeshStandardMaterial): MeshStandardMaterial {
    material.userData.opacity = material.opacity;
    material.userData.translucent = material.transparent;
    material.userData.roughness = material.roughness;
    material.userData.metalness = material.metalness;
    material.onBeforeCompile = (shader) => {
      shader.uniforms.rimStrength = this.rim.strength;
      shader.uniforms.rimColor = this.rim.color;
      shader.fragmentShader = shader.fragmentShader
        .replace('#include <common>', '#include <common>\nuniform float rimStrength;\nuniform vec3 rimColor;')
        .replace(
          '#include <opaque_fragment>',
          /* glsl */ `float facingEye = saturate(dot(normalize(vViewPosition), normal));
          outgoingLight += rimColor * rimStrength * pow(1.0 - facingEye, 3.0);
          #include <opaque_fragment>`,
        );
    };
    this.materials.push(material);
    return material;
  }
}
