import {
  BackSide,
  type Color,
  FramebufferTexture,
  LinearFilter,
  type MeshStandardMaterial,
  type Object3D,
  Vector2,
  Vector3,
  Vector4,
  type WebGLRenderer,
} from 'three';

/** What is behind glass: a copy of the picture at the moment when a lens comes to be drawn. Nothing is rendered twice. */
export class Behind {
  readonly uniforms = {
    behind: { value: new FramebufferTexture(1, 1) },
    behindSize: { value: new Vector2(1, 1) },
    /** Size of the picture within the drawing buffer, as a share of it. */
    behindShare: { value: new Vector2(1, 1) },
  };

  /** While something else than the picture is drawn nothing is copied. */
  paused = false;

  /** Copies the picture right before `lens` is drawn. */
  watch(lens: Object3D): void {
    lens.onBeforeRender = (gl) => this.#copy(gl);
  }

  #copy(gl: WebGLRenderer): void {
    if (this.paused) return;
    const { behind, behindSize, behindShare } = this.uniforms;
    const size = gl.getDrawingBufferSize(new Vector2());
    if (!size.equals(behindSize.value)) {
      behind.value.dispose();
      behind.value = new FramebufferTexture(size.x, size.y);
      behind.value.minFilter = behind.value.magFilter = LinearFilter;
      behindSize.value.copy(size);
    }
    const { z, w } = gl.getCurrentViewport(new Vector4());
    behindShare.value.set(z, w).divide(size);
    gl.copyFramebufferToTexture(behind.value);
  }

  dispose(): void {
    this.uniforms.behind.value.dispose();
  }
}

/** A body full of water or glass, roughly an ellipsoid. */
export interface Lens {
  /** Middle and half axes, units at scale 1. */
  readonly middle: number;
  readonly reach: readonly [number, number];
  /** Index of refraction against the air. */
  readonly index: { value: number };
  /** What white light becomes on its way through the thickest place. */
  readonly tint: Color;
}

/**
 * Makes a material the back of a lens: it shows the picture behind it as a ball of water does, upside down and ever
 * denser towards the rim. What is inside the body is drawn over it. No lamp lights it: all its light comes from behind.
 */
export function refracting(material: MeshStandardMaterial, behind: Behind, { middle, reach, index, tint }: Lens): void {
  material.side = BackSide;
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    const half = new Vector3(...reach, middle);
    Object.assign(shader.uniforms, behind.uniforms, { index, half_axes: { value: half }, through: { value: tint } });
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', '#include <common>\nuniform vec3 half_axes;\nvarying vec2 off, halfSize;')
      .replace('#include <project_vertex>', `#include <project_vertex>\n${MEASURE}`);
    shader.fragmentShader = withoutLamps(shader.fragmentShader)
      .replace('#include <common>', `#include <common>\n${UNIFORMS}`)
      .replace('#include <fog_fragment>', LENS);
  };
  material.customProgramCacheKey = () => 'refracting';
}

/** Leaves a material with what it emits: for what lamps hardly change, they need not be counted. */
export function unlit(material: MeshStandardMaterial): void {
  const before = material.onBeforeCompile;
  material.onBeforeCompile = (shader, renderer) => {
    before.call(material, shader, renderer);
    shader.fragmentShader = withoutLamps(shader.fragmentShader);
  };
  material.customProgramCacheKey = () => 'unlit';
}

const withoutLamps = (fragment: string): string =>
  `#define NO_LAMPS\n${fragment}`
    .replace('#include <lights_fragment_begin>', '')
    .replace('#include <lights_fragment_end>', '');

/** `off`: place within the outline, 0 in the middle, 1 at the rim. `halfSize`: half axes as shares of the picture. */
const MEASURE = /* glsl */ `
float lensScale = length(modelMatrix[0].xyz);
off = (mvPosition.xy - (modelViewMatrix * vec4(0.0, half_axes.z, 0.0, 1.0)).xy) / (half_axes.xy * lensScale);
halfSize = vec2(projectionMatrix[0][0], projectionMatrix[1][1]) * half_axes.xy * lensScale / gl_Position.w * 0.5;
`;

const UNIFORMS = /* glsl */ `
uniform sampler2D behind;
uniform vec2 behindSize, behindShare;
uniform float index;
uniform vec3 through;
varying vec2 off, halfSize;
`;

/** Snell's law at both faces of a ball turns a ray by 2 (asin r − asin r/n); what it meets lies 2.6 radii farther on. */
const LENS = /* glsl */ `
float r = clamp(length(off), 0.001, 0.985);
float turn = 2.0 * (asin(r) - asin(r / index));
float met = max(-1.5, r - tan(min(1.2, turn)) * 2.6);
vec2 bent = gl_FragCoord.xy / behindSize + (off / r * met - off) * halfSize * behindShare;
vec3 seen = texture2D(behind, clamp(bent, vec2(0.002), vec2(0.998))).rgb;
float thick = sqrt(1.0 - r * r);
seen *= mix(vec3(1.0), through, 0.3 + 0.7 * thick);
gl_FragColor.rgb = seen * (1.0 - 0.35 * smoothstep(0.75, 0.97, r));
`;
