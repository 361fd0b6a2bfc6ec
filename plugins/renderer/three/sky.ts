import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { presence } from './land.ts';
import { lieOfTheLand, restDistance } from './space.ts';

/**
 * The dome of the sky: from the colour at the horizon to the colour at the upper edge of the picture, with a haze
 * above the horizon, a band of milky light where there are stars, and drifting thin cloud by day.
 */
export class Sky {
  readonly mesh: Mesh<SphereGeometry, ShaderMaterial>;

  readonly #uniforms: Record<'top' | 'bottom' | 'haze', { value: Color }> &
    Record<'hazeAmount' | 'stars' | 'space' | 'overcast' | 'horizon' | 'zenith' | 'clock', { value: number }>;

  constructor() {
    this.#uniforms = {
      top: { value: new Color() },
      bottom: { value: new Color() },
      haze: { value: new Color() },
      hazeAmount: { value: 0 },
      stars: { value: 0 },
      space: { value: 0 },
      overcast: { value: 0 },
      horizon: { value: 0 },
      zenith: { value: 1 },
      clock: { value: 0 },
    };
    const material = new ShaderMaterial({
      uniforms: this.#uniforms,
      side: BackSide,
      depthWrite: false,
      depthTest: false,
      toneMapped: false,
      fog: false,
      vertexShader: /* glsl */ `
        varying vec3 direction;
        void main() {
          direction = position;
          gl_Position = projectionMatrix * mat4(mat3(viewMatrix)) * vec4(position, 1.0);
        }`,
      fragmentShader: /* glsl */ `
        uniform vec3 top, bottom, haze;
        uniform float hazeAmount, stars, space, overcast, horizon, zenith, clock;
        varying vec3 direction;
        float hash(vec3 p) { p = fract(p * vec3(0.1031, 0.1030, 0.0973)); p += dot(p, p.yzx + 33.33); return fract((p.x + p.y) * p.z); }
        float noise(vec3 p) {
          vec3 i = floor(p), f = fract(p); f = f * f * (3.0 - 2.0 * f);
          return mix(
            mix(mix(hash(i), hash(i + vec3(1,0,0)), f.x), mix(hash(i + vec3(0,1,0)), hash(i + vec3(1,1,0)), f.x), f.y),
            mix(mix(hash(i + vec3(0,0,1)), hash(i + vec3(1,0,1)), f.x), mix(hash(i + vec3(0,1,1)), hash(i + vec3(1,1,1)), f.x), f.y), f.z);
        }
        void main() {
          vec3 d = normalize(direction);
          // Height over the horizon as the tangent that the picture shows, so that the blend is even on the screen.
          float h = (d.y / max(0.05, length(d.xz)) - horizon) / (zenith - horizon);
          float up = clamp(h, 0.0, 1.4);
          vec3 color = mix(bottom, top, 1.0 - pow(1.0 - min(1.0, up), 1.55));
          color = mix(color, haze, hazeAmount * exp(-abs(h) * 7.0));
          color += bottom * 0.35 * exp(-abs(h) * 4.5) * stars;
          float band = dot(d, normalize(vec3(0.62, 0.74, 0.12)));
          float milky = exp(-band * band * 40.0) * smoothstep(0.05, 0.5, up);
          if (stars * milky > 0.01) {
            float dust = noise(d * 5.0) * 0.55 + noise(d * 13.0) * 0.3 + noise(d * 31.0) * 0.15;
            color += vec3(0.2, 0.3, 0.72) * milky * dust * dust * 0.42 * stars * (1.0 - 0.4 * space);
          }
          if (space > 0.0) {
            float cloud = noise(d * 3.1 + 7.0) * 0.6 + noise(d * 8.0) * 0.3 + noise(d * 19.0) * 0.1;
            float veil = smoothstep(0.42, 0.9, cloud) * (0.5 + 0.5 * noise(d * 14.0 + 2.0));
            color += space * veil * mix(vec3(0.22, 0.05, 0.28), vec3(0.03, 0.16, 0.3), noise(d * 2.2 + 3.0)) * 0.4;
          }
          if (overcast > 0.0) {
            vec3 p = vec3(d.xz / (d.y + 0.32) * vec2(0.9, 1.5) + vec2(clock * 0.008 + 3.3, 1.7), clock * 0.004);
            p.xy += (vec2(noise(p * 1.1), noise(p * 1.1 + 9.0)) - 0.5) * 0.9;
            float cloud = noise(p * 1.5) * 0.55 + noise(p * 3.7) * 0.3 + noise(p * 8.1) * 0.15;
            color = mix(color, vec3(1.0), overcast * smoothstep(0.52, 0.78, cloud) * smoothstep(0.05, 0.4, up) * 0.6);
          }
          gl_FragColor = vec4(color, 1.0);
          #include <colorspace_fragment>
          // One grey level of noise, fixed to the pixel, so that the dark gradient shows no bands.
          gl_FragColor.rgb += (hash(vec3(gl_FragCoord.xy, 1.0)) - 0.5) / 200.0;
        }`,
    });
    this.mesh = new Mesh(new SphereGeometry(10, 32, 20), material);
    this.mesh.frustumCulled = false;
    this.mesh.renderOrder = -100;
  }

  update(frame: Frame): void {
    const { environment, stage, camera } = frame;
    const uniforms = this.#uniforms;
    uniforms.top.value.set(environment.sky_top);
    uniforms.bottom.value.set(environment.sky_bottom);
    uniforms.haze.value.set(environment.fog_color);
    uniforms.hazeAmount.value = environment.fog * (1 - presence(environment, 'studio'));
    uniforms.stars.value = environment.stars;
    uniforms.space.value = presence(environment, 'space');
    const open = 1 - presence(environment, 'studio') - presence(environment, 'space');
    uniforms.overcast.value = Math.max(0, open) * (1 - environment.stars) * 0.9;
    uniforms.horizon.value = -lieOfTheLand(frame).slope;
    uniforms.zenith.value = stage.height / 200 / restDistance(stage, camera.fov);
    uniforms.clock.value = environment.clock;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}
