import { BackSide, Color, Mesh, ShaderMaterial, SphereGeometry, type Texture } from 'three';
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
    Record<'hazeAmount' | 'stars' | 'space' | 'overcast' | 'horizon' | 'zenith' | 'clock', { value: number }> &
    Record<'mottle', { value: Texture }>;

  constructor(mottle: Texture) {
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
      mottle: { value: mottle },
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
        uniform sampler2D mottle;
        float grain(vec2 p) { return fract(sin(dot(p, vec2(12.9898, 78.233))) * 43758.5453); }
        void main() {
          vec3 d = normalize(direction);
          // Height over the horizon as the tangent that the picture shows, so that the blend is even on the screen.
          float h = (d.y / max(0.05, length(d.xz)) - horizon) / (zenith - horizon);
          float up = clamp(h, 0.0, 1.4);
          vec3 color = mix(bottom, top, 1.0 - pow(1.0 - min(1.0, up), 1.55));
          color = mix(color, haze, hazeAmount * exp(-abs(h) * 7.0));
          color += bottom * 0.35 * exp(-abs(h) * 4.5) * stars;
          // The dome laid flat around the direction in which the resting camera looks.
          vec2 chart = d.xy / (1.0 + abs(d.z));
          if (stars > 0.0) {
            float band = dot(d, normalize(vec3(-0.5, 0.82, 0.14)));
            float milky = exp(-band * band * 55.0) * smoothstep(0.05, 0.5, up);
            float dust = texture2D(mottle, chart * 1.9 + 0.37).r;
            color += vec3(0.2, 0.3, 0.72) * milky * dust * dust * dust * 0.45 * stars * (1.0 - 0.4 * space);
          }
          if (space > 0.0) {
            vec2 curl = texture2D(mottle, chart * 0.7 + 0.3).rg - 0.5;
            vec2 cloud = texture2D(mottle, chart * 1.5 + curl * 0.35).rg;
            float veil = smoothstep(0.42, 0.82, cloud.r);
            color += space * veil * mix(vec3(0.3, 0.05, 0.3), vec3(0.03, 0.16, 0.36), smoothstep(0.35, 0.65, cloud.g)) * 0.2;
          }
          if (overcast > 0.0) {
            vec2 p = d.xz / (d.y + 0.32) * vec2(0.26, 0.5) + vec2(clock * 0.0015, 0.0);
            float cloud = texture2D(mottle, p + (texture2D(mottle, p * 0.7 + 0.4).rg - 0.5) * 0.14).r;
            color = mix(color, mix(vec3(1.0), bottom, clamp(1.0 - bottom.b, 0.25, 0.85)), overcast * smoothstep(0.54, 0.78, cloud) * smoothstep(0.05, 0.4, up) * 0.75);
          }
          gl_FragColor = vec4(color, 1.0);
          #include <colorspace_fragment>
          // One grey level of noise, fixed to the pixel, so that the dark gradient shows no bands.
          gl_FragColor.rgb += (grain(gl_FragCoord.xy) - 0.5) / 200.0;
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
