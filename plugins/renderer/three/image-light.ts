import {
  BackSide,
  Color,
  Mesh,
  PMREMGenerator,
  Scene,
  ShaderMaterial,
  SphereGeometry,
  Vector3,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { ENVIRONMENT_FRAGMENT, ENVIRONMENT_VERTEX } from './image-light.glsl.ts';
import { presence } from './land.ts';

/** Pixels along the edge of a face: reflections are of broad things. */
const FACE = 32;
/** Environments kept for their return. */
const KEPT = 32;
/** Steps of a colour channel, of a direction, and of a share of scenery. What lies between is the nearest step. */
const STEPS = 16;

/**
 * Light from all around, made from the environment of the frame: sky, ground, sun or moon, and indoors the windows and
 * soft boxes that metal and glass mirror. It is blurred for every roughness once for each step of the environment, and
 * its strength goes on without steps; which picture is blurred depends on the frame alone.
 */
export class ImageLight {
  readonly #gl: WebGLRenderer;
  readonly #kept = new Map<string, WebGLRenderTarget>();
  readonly #scene = new Scene();
  readonly #uniforms = {
    top: { value: new Color() },
    horizon: { value: new Color() },
    floor: { value: new Color() },
    key: { value: new Color() },
    toKey: { value: new Vector3() },
    indoors: { value: 0 },
  };
  readonly #dome = new Mesh(
    new SphereGeometry(5, 24, 16),
    new ShaderMaterial({
      side: BackSide,
      depthWrite: false,
      toneMapped: false,
      uniforms: this.#uniforms,
      vertexShader: ENVIRONMENT_VERTEX,
      fragmentShader: ENVIRONMENT_FRAGMENT,
    }),
  );
  #generator: PMREMGenerator | null = null;

  constructor(gl: WebGLRenderer) {
    this.#gl = gl;
    this.#scene.add(this.#dome);
  }

  /** Lights `scene` as the frame says. Draws into buffers of its own, so it comes before the picture. */
  update(scene: Scene, frame: Frame): void {
    const { environment } = frame;
    const colors = [environment.sky_top, environment.sky_bottom, environment.ground_near, environment.key_color].map(
      (hex) => new Color(hex),
    );
    const brightest = Math.max(0.002, ...colors.slice(0, 3).map(({ r, g, b }) => Math.max(r, g, b)));
    const { x, y, z } = environment.key_direction;
    const indoors = presence(environment, 'room') + presence(environment, 'studio');
    const steps = [
      ...colors.slice(0, 3).flatMap(({ r, g, b }) => [r, g, b].map((channel) => Math.sqrt(channel / brightest))),
      ...[colors[3]?.r ?? 1, colors[3]?.g ?? 1, colors[3]?.b ?? 1],
      ...[x, -y, Math.max(0.35, z), Math.min(1, indoors), Math.min(2, environment.key)],
    ].map((value) => Math.round(value * STEPS));
    const key = steps.join(' ');
    const target = this.#kept.get(key) ?? this.#blur(steps.map((step) => step / STEPS));
    // Named last, so that the first is the one longest out of use.
    this.#kept.delete(key);
    this.#kept.set(key, target);
    for (const [old, { texture }] of this.#kept) {
      if (this.#kept.size <= KEPT) break;
      texture.dispose();
      this.#kept.get(old)?.dispose();
      this.#kept.delete(old);
    }
    scene.environment = target.texture;
    scene.environmentIntensity = brightest;
  }

  /** Forgets all: after the graphics context was lost the buffers are empty. */
  forget(): void {
    for (const target of this.#kept.values()) target.dispose();
    this.#kept.clear();
    this.#generator?.dispose();
    this.#generator = null;
  }

  #blur(values: readonly number[]): WebGLRenderTarget {
    const at = (i: number): number => values[i] ?? 0;
    const { top, horizon, floor, key, toKey, indoors } = this.#uniforms;
    for (const [i, { value }] of [top, horizon, floor].entries())
      value.setRGB(at(i * 3) ** 2, at(i * 3 + 1) ** 2, at(i * 3 + 2) ** 2);
    key.value.setRGB(at(9), at(10), at(11)).multiplyScalar(at(16));
    toKey.value.set(at(12), at(13), at(14)).normalize();
    indoors.value = at(15);
    this.#generator ??= new PMREMGenerator(this.#gl);
    return this.#generator.fromScene(this.#scene, 0, 0.1, 20, { size: FACE });
  }

  dispose(): void {
    this.forget();
    this.#dome.geometry.dispose();
    this.#dome.material.dispose();
  }
}
