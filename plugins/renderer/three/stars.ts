import { AdditiveBlending, BufferAttribute, BufferGeometry, Points, ShaderMaterial } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { presence } from './land.ts';
import { hash } from './noise.ts';
import { lieOfTheLand } from './space.ts';

const COUNT = 1500;

/** Points on the dome of the sky, most of them faint, each twinkling at its own pace. */
export class Stars {
  readonly points: Points<BufferGeometry, ShaderMaterial>;

  readonly #uniforms = { amount: { value: 0 }, horizon: { value: 0 }, clock: { value: 0 }, pixels: { value: 1 } };

  constructor() {
    const direction = new Float32Array(COUNT * 3);
    const look = new Float32Array(COUNT * 4);
    for (let i = 0; i < COUNT; i++) {
      // Most where the camera looks: a wide cone around −z.
      const turn = (hash(i, 1) - 0.5) * 2.1;
      const rise = hash(i, 2) * 1.15 - 0.35;
      direction.set([Math.sin(turn) * Math.cos(rise), Math.sin(rise), -Math.cos(turn) * Math.cos(rise)], i * 3);
      look.set([0.34 + 0.66 * hash(i, 3) ** 6, hash(i, 4) * 6.28, 0.6 + hash(i, 5) * 2.4, hash(i, 6)], i * 4);
    }
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(direction, 3));
    geometry.setAttribute('look', new BufferAttribute(look, 4));
    const material = new ShaderMaterial({
      transparent: true,
      depthWrite: false,
      blending: AdditiveBlending,
      toneMapped: false,
      fog: false,
      uniforms: this.#uniforms,
      vertexShader: /* glsl */ `
        attribute vec4 look;
        uniform float amount, horizon, clock, pixels;
        varying float light;
        varying vec3 tint;
        void main() {
          gl_Position = projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position * 10.0, 1.0);
          // Behind everything that has been drawn.
          gl_Position.z = gl_Position.w * 0.99999;
          float twinkle = 0.78 + 0.22 * sin(clock * look.z + look.y);
          float above = (position.y / length(position.xz) - horizon);
          light = amount * look.x * twinkle * smoothstep(0.015, 0.2, above);
          tint = mix(vec3(1.0, 0.86, 0.7), vec3(0.72, 0.84, 1.0), look.w);
          gl_PointSize = pixels * (1.6 + look.x * 5.0);
        }`,
      fragmentShader: /* glsl */ `
        varying float light;
        varying vec3 tint;
        void main() {
          float d = length(gl_PointCoord - 0.5) * 2.0;
          float core = exp(-d * d * 9.0) + 0.18 * exp(-d * 3.0) * (1.0 - d);
          gl_FragColor = vec4(tint * clamp(light * core, 0.0, 1.0), 1.0);
        }`,
    });
    this.points = new Points(geometry, material);
    this.points.frustumCulled = false;
    this.points.renderOrder = -99;
  }

  update(frame: Frame, pixelScale: number): void {
    const { environment } = frame;
    const uniforms = this.#uniforms;
    uniforms.amount.value = environment.stars;
    uniforms.horizon.value = -lieOfTheLand(frame).slope - presence(environment, 'space') * 2;
    uniforms.clock.value = environment.clock;
    uniforms.pixels.value = pixelScale;
    this.points.visible = environment.stars > 0.001;
  }

  dispose(): void {
    this.points.geometry.dispose();
    this.points.material.dispose();
  }
}
