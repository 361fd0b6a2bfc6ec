import { Color, MeshStandardMaterial, type MeshStandardMaterialParameters } from 'three';
import type { Frame, FrameActor } from '../../../dsl/index.ts';
import type { Behind } from './refraction.ts';

/** Phase a second of waves that throw no caustics. */
const CALM = 0.8;
/** Index of refraction without a recipe. */
const WATER = 1.31;

/** What the surroundings lend to the surface of an actor, shared with the shaders of all its materials. */
interface Surround {
  readonly rimStrength: { value: number };
  readonly rimColor: { value: Color };
  /** What polished metal mirrors: above, at the horizon, below, and the key light. */
  readonly mirrorTop: { value: Color };
  readonly mirrorHorizon: { value: Color };
  readonly mirrorFloor: { value: Color };
  readonly mirrorKey: { value: Color };
}

const shared = (): Surround => ({
  rimStrength: { value: 0 },
  rimColor: { value: new Color() },
  mirrorTop: { value: new Color() },
  mirrorHorizon: { value: new Color() },
  mirrorFloor: { value: new Color() },
  mirrorKey: { value: new Color() },
});

/** The materials of one actor, made from its colour slots, so that recipes and opacity reach all of them. */
export class Palette {
  readonly materials: MeshStandardMaterial[] = [];
  /** Made of glass by itself: a recipe of glass must not reach what is in it. */
  glassy = false;
  /** Phase of the waves of water, the same as that of the caustics it throws. */
  readonly wavePhase = { value: 0 };
  /** What glass bends; null where speed matters more. */
  readonly behind: Behind | null;
  /** How strongly it does: the index of refraction that the recipe says, or its own. */
  readonly index = { value: WATER };
  readonly #dusk = { value: 0 };
  readonly #surround = shared();
  readonly #colors: FrameActor['colors'];

  constructor(colors: FrameActor['colors'], behind: Behind | null) {
    this.#colors = colors;
    this.behind = behind;
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

  /** Takes the light of the surroundings, and forgets what a recipe changed. */
  surround({ environment, fx }: Pick<Frame, 'environment' | 'fx'>): void {
    const thrown = fx.find(({ kind }) => kind === 'caustics')?.field;
    this.wavePhase.value = thrown?.phase ?? environment.clock * CALM;
    this.index.value = WATER;
    // Bright day has an ambience of 0.75 and more, evening half of it.
    this.#dusk.value = Math.min(1, Math.max(0, (0.72 - environment.ambient) / 0.2));
    this.#surround.rimColor.value.set(environment.key_color);
    this.#surround.rimStrength.value = 0.22 * environment.key;
    this.#surround.mirrorTop.value.set(environment.sky_top);
    this.#surround.mirrorHorizon.value.set(environment.sky_bottom);
    this.#surround.mirrorFloor.value.set(environment.ground_near).multiplyScalar(0.6);
    this.#surround.mirrorKey.value.set(environment.key_color).multiplyScalar(0.5 + environment.key);
    for (const material of this.materials) {
      material.roughness = material.userData.roughness as number;
      material.metalness = material.userData.metalness as number;
    }
  }

  /** Lets a material glow by `strength` of its emission as the day goes. */
  atDusk(material: MeshStandardMaterial, strength: number): void {
    const before = material.onBeforeCompile;
    material.onBeforeCompile = (shader, renderer) => {
      before.call(material, shader, renderer);
      Object.assign(shader.uniforms, { duskGlow: this.#dusk, duskStrength: { value: strength } });
      shader.fragmentShader = shader.fragmentShader
        .replace('#include <common>', '#include <common>\nuniform float duskGlow, duskStrength;')
        .replace(
          '#include <opaque_fragment>',
          'outgoingLight += diffuseColor.rgb * vec3(1.0, 0.72, 0.4) * duskGlow * duskStrength;\n#include <opaque_fragment>',
        );
    };
    material.customProgramCacheKey = () => 'at dusk';
  }

  /** Makes the edges shine by `strength` more. */
  glow(strength: number): void {
    this.#surround.rimStrength.value += strength;
  }

  /** Makes all of it smooth and see-through, with edges that shine. */
  clear(opacity: number, edge: number): void {
    this.glow(edge);
    if (this.glassy) return;
    for (const material of this.materials) {
      material.roughness = 0.08;
      material.metalness = 0;
      material.transparent = true;
      material.opacity *= opacity;
    }
  }

  /** Gives all materials one finish; `metalness` null leaves each its own. */
  finish(roughness: number, metalness: number | null): void {
    for (const material of this.materials) {
      material.roughness = roughness;
      if (metalness !== null) material.metalness = metalness;
    }
  }

  /** How much of the actor is there, over what is translucent by itself. */
  fade(opacity: number): void {
    for (const material of this.materials) {
      material.transparent = opacity < 1 || material.userData.translucent === true;
      material.opacity = opacity * (material.userData.opacity as number);
    }
  }

  #keep(material: MeshStandardMaterial): MeshStandardMaterial {
    material.userData.opacity = material.opacity;
    material.userData.translucent = material.transparent;
    material.userData.roughness = material.roughness;
    material.userData.metalness = material.metalness;
    material.onBeforeCompile = (shader) => {
      Object.assign(shader.uniforms, this.#surround);
      shader.fragmentShader = shader.fragmentShader
        .replace('#include <common>', `#include <common>\n${UNIFORMS}`)
        .replace('#include <lights_fragment_maps>', MIRROR)
        .replace('#include <opaque_fragment>', `${SHEEN}\n#include <opaque_fragment>`);
    };
    this.materials.push(material);
    return material;
  }
}

const UNIFORMS = /* glsl */ `
uniform float rimStrength;
uniform vec3 rimColor, mirrorTop, mirrorHorizon, mirrorFloor, mirrorKey;
`;

/** The sky's own light already falls on all that is dull: image light is for what shines, and costs nothing elsewhere. */
const MIRROR = /* glsl */ `
#if defined(USE_ENVMAP) && !defined(NO_LAMPS)
if (material.roughness < 0.8)
  radiance += getIBLRadiance(geometryViewDir, geometryNormal, material.roughness) * (1.0 - smoothstep(0.6, 0.8, material.roughness));
#endif
`;

/** An edge light by Fresnel, and, where there is no image light, the surroundings in a few strokes for metal. */
const SHEEN = /* glsl */ `
vec3 toEye = normalize(vViewPosition);
outgoingLight += rimColor * rimStrength * pow(1.0 - saturate(dot(toEye, normal)), 3.0);
#ifndef USE_ENVMAP
if (metalness > 0.0) {
  vec3 seen = (vec4(reflect(-toEye, normal), 0.0) * viewMatrix).xyz;
  float soft = 0.06 + roughness * 0.6;
  vec3 mirrored = mix(mirrorFloor, mix(mirrorHorizon, mirrorTop, smoothstep(0.0, 0.9, seen.y)), smoothstep(-soft, soft, seen.y + 0.05));
  float window = smoothstep(0.86 - soft, 0.93, dot(seen, normalize(vec3(0.45, 0.7, 0.55))));
  float strip = smoothstep(0.93 - soft * 0.5, 0.97, dot(seen, normalize(vec3(-0.8, 0.25, 0.55))));
  mirrored += mirrorKey * (window + strip * 0.4) * (1.0 - 0.75 * roughness);
  outgoingLight += diffuseColor.rgb * mirrored * metalness * (1.0 - 0.45 * roughness);
}
#endif
`;
