import { Color, Mesh, OrthographicCamera, PlaneGeometry, Scene, ShaderMaterial, Vector2 } from 'three';
import type { Frame } from '../../../dsl/index.ts';

const STYLES = ['fade', 'wipe', 'iris'] as const;

/** The cover of a change of scene, over everything: all of it is computed for each pixel, so its edge is always sharp. */
export class Curtain {
  readonly scene = new Scene();
  readonly camera = new OrthographicCamera(-1, 1, 1, -1, -1, 1);
  readonly #uniforms = {
    tint: { value: new Color() },
    share: { value: 0 },
    style: { value: 0 },
    opening: { value: false },
    shape: { value: new Vector2(1, 1) },
  };
  readonly #mesh = new Mesh(
    new PlaneGeometry(2, 2),
    new ShaderMaterial({
      uniforms: this.#uniforms,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
      vertexShader: 'varying vec2 place; void main() { place = uv; gl_Position = vec4(position.xy, 0.0, 1.0); }',
      fragmentShader: FRAGMENT,
    }),
  );

  constructor() {
    this.#mesh.frustumCulled = false;
    this.scene.add(this.#mesh);
  }

  /** Whether there is a curtain to draw. */
  update({ curtain, stage }: Frame): boolean {
    if (!curtain || curtain.share <= 0) return false;
    // Straight to the screen: the hexadecimal values, not their linear light.
    this.#uniforms.tint.value.set(curtain.color).convertLinearToSRGB();
    this.#uniforms.share.value = Math.min(1, curtain.share);
    this.#uniforms.style.value = STYLES.indexOf(curtain.style);
    this.#uniforms.opening.value = curtain.opening;
    this.#uniforms.shape.value.set(stage.width, stage.height).divideScalar(Math.hypot(stage.width, stage.height));
    return true;
  }

  dispose(): void {
    this.#mesh.geometry.dispose();
    this.#mesh.material.dispose();
  }
}

/** A wipe comes in from the left and goes out to the right; an iris closes on the middle. */
const FRAGMENT = /* glsl */ `
uniform vec3 tint;
uniform float share;
uniform int style;
uniform bool opening;
uniform vec2 shape;
varying vec2 place;
void main() {
  float cover = share;
  if (style == 1) {
    float x = opening ? 1.0 - place.x : place.x;
    cover = 1.0 - smoothstep(share * 1.02 - 0.02, share * 1.02, x);
  } else if (style == 2) {
    float away = length((place - 0.5) * shape) * 2.0;
    float hole = (1.0 - share) * 1.02;
    cover = smoothstep(hole - 0.012, hole, away);
  }
  gl_FragColor = vec4(tint, share >= 1.0 ? 1.0 : cover);
}`;
