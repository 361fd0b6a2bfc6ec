import { AdditiveBlending, Color, Group, Mesh, PlaneGeometry, ShaderMaterial } from 'three';
import type { Frame, FrameFx } from '../../../dsl/index.ts';
import { deskTop } from './placement.ts';
import { PIXELS_PER_UNIT, toWorld } from './space.ts';

type Field = NonNullable<FrameFx['field']>;

/** The effects that are light over a surface. */
export const LIGHT_NETS: ReadonlySet<string> = new Set(['caustics', 'shimmer']);

interface Pane {
  readonly mesh: Mesh<PlaneGeometry, ShaderMaterial>;
  readonly uniforms: {
    readonly tint: { value: Color };
    readonly strength: { value: number };
    readonly scale: { value: number };
    readonly phase: { value: number };
    readonly ripple: { value: boolean };
    readonly aspect: { value: number };
  };
}

/** Light that plays over a surface: the net of caustics under water, the glitter on it. It only ever adds to the picture. */
export class LightNet {
  readonly group = new Group();
  readonly #plane = new PlaneGeometry(1, 1);
  readonly #panes: Pane[] = [];

  update(frame: Frame): void {
    let used = 0;
    for (const { kind, field } of frame.fx) {
      if (!field || field.strength <= 0) continue;
      this.#lay(frame, field, kind === 'shimmer', this.#panes[used++] ?? this.#make());
    }
    for (const [i, { mesh }] of this.#panes.entries()) mesh.visible = i < used;
  }

  #lay(frame: Frame, field: Field, ripple: boolean, { mesh, uniforms }: Pane): void {
    toWorld(frame.stage, field, mesh.position);
    mesh.scale.set(field.width / PIXELS_PER_UNIT, field.height / PIXELS_PER_UNIT, 1);
    mesh.rotation.x = 0;
    const desk = frame.entities.find(({ role, kind }) => role === 'actor' && kind === 'desk');
    const top = deskTop(frame);
    const onDesk = !ripple && desk !== undefined && top !== null && Math.abs(desk.y - field.y) < 80;
    mesh.material.depthTest = onDesk;
    if (onDesk) {
      // Light that falls on a desk lies on its top, under what stands there.
      mesh.position.set(mesh.position.x, top + 0.012, -1.1);
      mesh.rotation.x = -Math.PI / 2;
      mesh.scale.y = 4.2;
    }
    // Straight to the screen: the hexadecimal values, not their linear light.
    uniforms.tint.value.set(field.color).convertLinearToSRGB();
    uniforms.strength.value = field.strength;
    uniforms.scale.value = field.scale;
    uniforms.phase.value = field.phase;
    uniforms.ripple.value = ripple;
    uniforms.aspect.value = field.width / Math.max(1, field.height);
  }

  #make(): Pane {
    const uniforms = {
      tint: { value: new Color() },
      strength: { value: 0 },
      scale: { value: 1 },
      phase: { value: 0 },
      ripple: { value: false },
      aspect: { value: 1 },
    };
    const material = new ShaderMaterial({
      uniforms,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
      blending: AdditiveBlending,
      vertexShader: /* glsl */ `
        varying vec2 place;
        void main() {
          place = uv;
          gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
        }`,
      fragmentShader: FRAGMENT,
    });
    const mesh = new Mesh(this.#plane, material);
    mesh.frustumCulled = false;
    mesh.renderOrder = 450;
    const pane = { mesh, uniforms };
    this.#panes.push(pane);
    this.group.add(mesh);
    return pane;
  }

  dispose(): void {
    for (const { mesh } of this.#panes) mesh.material.dispose();
    this.#plane.dispose();
  }
}

/** Waves that bend one another's phase; where their crests fold the light gathers into thin bright threads. */
const FRAGMENT = /* glsl */ `
uniform vec3 tint;
uniform float strength, scale, phase, aspect;
uniform bool ripple;
varying vec2 place;
float threads(vec2 p, float t) {
  vec2 q = p;
  float light = 0.0;
  for (int i = 0; i < 4; i++) {
    float n = float(i);
    q = p + vec2(cos(t * (0.7 + n * 0.2) - q.x) + sin(t + q.y), sin(t * (0.9 - n * 0.15) - q.y) + cos(t * 0.8 + q.x));
    light += 1.0 / max(0.06, length(vec2(sin(q.x + t * 0.3), cos(q.y + t * 0.2))));
  }
  return clamp(pow(light / 8.0, 2.0), 0.0, 1.3);
}
void main() {
  vec2 from = (place - 0.5) * 2.0;
  vec2 p = vec2(place.x * min(aspect, 6.0), place.y) * 3.2 * scale;
  float light;
  if (ripple) {
    float wave = sin(p.x * 2.6 + phase * 2.0 + sin(p.y * 5.0 + phase) * 1.3) * sin(p.x * 1.1 - phase * 1.4 + p.y * 8.0 + sin(p.x * 0.7) * 2.0);
    light = smoothstep(0.3, 1.0, wave) * 0.8;
  } else {
    light = threads(vec2(p.x, p.y * 1.8), phase) + 0.08;
  }
  float edge = 1.0 - smoothstep(0.55, 1.0, length(from));
  gl_FragColor = vec4(tint, 1.0) * light * edge * strength;
}`;
