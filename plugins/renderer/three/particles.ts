import {
  AdditiveBlending,
  Color,
  DynamicDrawUsage,
  Group,
  InstancedBufferAttribute,
  InstancedBufferGeometry,
  Mesh,
  NormalBlending,
  PlaneGeometry,
  ShaderMaterial,
  Vector3,
} from 'three';
import type { Frame, FrameParticle } from '../../../dsl/index.ts';
import { LIGHT_NETS } from './light-net.ts';
import type { Reports } from './reports.ts';
import { PIXELS_PER_UNIT, toWorld } from './space.ts';
import { knowsSpeck, SHINING, speckTexture } from './specks.ts';

interface Swarm {
  readonly mesh: Mesh<InstancedBufferGeometry, ShaderMaterial>;
  place: InstancedBufferAttribute;
  look: InstancedBufferAttribute;
}

/** All particles of a kind in one draw call: squares that face the eye. */
export class Particles {
  readonly group = new Group();
  readonly #swarms = new Map<string, Swarm>();
  readonly #reports: Reports;
  readonly #point = new Vector3();
  readonly #color = new Color();
  readonly #clock = { value: 0 };

  constructor(reports: Reports) {
    this.#reports = reports;
  }

  update(frame: Frame): void {
    this.#clock.value = frame.environment.clock;
    const byKind = new Map<string, FrameParticle[]>();
    for (const { kind, particles, field } of frame.fx)
      if (!field) byKind.set(kind, [...(byKind.get(kind) ?? []), ...particles]);
    for (const { mesh } of this.#swarms.values()) mesh.visible = false;
    for (const [kind, particles] of byKind) {
      if (!knowsSpeck(kind) && !LIGHT_NETS.has(kind))
        this.#reports.add('unknown-fx', `There is no effect "${kind}": it is drawn as soft dots.`);
      if (particles.length > 0) this.#show(frame, this.#swarms.get(kind) ?? this.#hatch(kind), particles);
    }
  }

  #show(frame: Frame, swarm: Swarm, particles: readonly FrameParticle[]): void {
    const { mesh } = swarm;
    if (particles.length * 4 > swarm.place.array.length) grow(swarm, particles.length);
    for (const [i, particle] of particles.entries()) {
      toWorld(frame.stage, particle, this.#point);
      swarm.place.setXYZW(i, this.#point.x, this.#point.y, this.#point.z, particle.size / PIXELS_PER_UNIT);
      // Straight to the screen: the hexadecimal values, not their linear light.
      this.#color.set(particle.color).convertLinearToSRGB();
      const turn = (-particle.rotation * Math.PI) / 180;
      const packed =
        Math.floor(Math.min(1, Math.max(0, particle.opacity)) * 4095) + (((turn / (Math.PI * 2)) % 1) + 1) * 0.499;
      swarm.look.setXYZW(i, this.#color.r, this.#color.g, this.#color.b, packed);
    }
    swarm.place.needsUpdate = true;
    swarm.look.needsUpdate = true;
    mesh.geometry.instanceCount = particles.length;
    mesh.visible = true;
  }

  #hatch(kind: string): Swarm {
    const shining = SHINING.has(kind);
    const plane = new PlaneGeometry(1, 1);
    const geometry = new InstancedBufferGeometry();
    geometry.setIndex(plane.getIndex());
    geometry.setAttribute('position', plane.getAttribute('position'));
    geometry.setAttribute('uv', plane.getAttribute('uv'));
    const material = new ShaderMaterial({
      transparent: true,
      depthWrite: false,
      toneMapped: false,
      blending: shining ? AdditiveBlending : NormalBlending,
      uniforms: {
        map: { value: speckTexture(kind) },
        stretch: { value: shining ? 2.2 : 1 },
        core: { value: shining ? 0.4 : 0 },
        wobble: { value: kind === 'bubbles' ? 0.12 : 0 },
        clock: this.#clock,
      },
      vertexShader: VERTEX,
      fragmentShader: FRAGMENT,
    });
    const mesh = new Mesh(geometry, material);
    mesh.frustumCulled = false;
    // Bubbles are in the water, behind its glass.
    mesh.renderOrder = kind === 'bubbles' ? 399 : 500;
    const none = new InstancedBufferAttribute(new Float32Array(0), 4);
    const swarm: Swarm = { mesh, place: none, look: none };
    grow(swarm, 64);
    this.#swarms.set(kind, swarm);
    this.group.add(mesh);
    return swarm;
  }

  dispose(): void {
    for (const { mesh } of this.#swarms.values()) {
      mesh.geometry.dispose();
      mesh.material.uniforms.map?.value.dispose();
      mesh.material.dispose();
    }
    this.#swarms.clear();
  }
}

/** Room for at least `count`, doubling. */
function grow(swarm: Swarm, count: number): void {
  let room = 64;
  while (room < count) room *= 2;
  const attribute = (): InstancedBufferAttribute =>
    new InstancedBufferAttribute(new Float32Array(room * 4), 4).setUsage(DynamicDrawUsage);
  swarm.place = attribute();
  swarm.look = attribute();
  const { geometry } = swarm.mesh;
  // Three frees the buffers of attributes that are replaced only with their geometry.
  geometry.dispose();
  geometry.setAttribute('place', swarm.place);
  geometry.setAttribute('look', swarm.look);
}

/** `place`: x, y, z, diameter. `look`: red, green, blue, and opacity in the whole part with the turn in the fraction. */
const VERTEX = /* glsl */ `
attribute vec4 place;
attribute vec4 look;
uniform float stretch, wobble, clock;
varying vec2 spot;
varying vec4 tint;
void main() {
  spot = uv;
  tint = vec4(look.rgb, floor(look.w) / 4095.0);
  float turn = fract(look.w) / 0.499 * 6.2831853;
  // A rising bubble is flattened now this way, now that, each at its own pace.
  float swing = wobble * sin(clock * (6.0 + fract(place.x * 7.3 + place.w * 31.0) * 3.0) + place.y * 4.0);
  vec2 corner = mat2(cos(turn), sin(turn), -sin(turn), cos(turn)) * (position.xy * vec2(1.0 + swing, 1.0 - swing)) * place.w * stretch;
  vec4 middle = viewMatrix * vec4(place.xyz, 1.0);
  gl_Position = projectionMatrix * (middle + vec4(corner, 0.0, 0.0));
}`;

const FRAGMENT = /* glsl */ `
uniform sampler2D map;
uniform float core;
varying vec2 spot;
varying vec4 tint;
void main() {
  float cover = texture2D(map, spot).a;
  gl_FragColor = vec4(mix(tint.rgb, vec3(1.0), cover * cover * core), cover * tint.a);
}`;
