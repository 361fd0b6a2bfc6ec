import { AdditiveBlending, Color, Group, Mesh, PlaneGeometry, ShaderMaterial, Vector2, Vector3, Vector4 } from 'three';
import type { Frame, FrameFx } from '../../../dsl/index.ts';
import { keySource } from './lights.ts';
import { deskTop, placeActor } from './placement.ts';
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
    /** The bowl that throws the light: where it stands (x, z), its radius, and whether there is one. */
    readonly bowl: { value: Vector4 };
    /** Which way its light falls, along x and z. */
    readonly away: { value: Vector2 };
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
    throwFrom(frame, onDesk, uniforms);
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
      bowl: { value: new Vector4() },
      away: { value: new Vector2(1, 0) },
    };
    const material = new ShaderMaterial({
      uniforms,
      transparent: true,
      depthTest: false,
      depthWrite: false,
      toneMapped: false,
      blending: AdditiveBlending,
      vertexShader: /* glsl */ `
        varying vec2 place, world;
        void main() {
          place = uv;
          world = (modelMatrix * vec4(position, 1.0)).xz;
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

/** Where caustics on a desk come from: the first bowl that stands there, away from the light. */
function throwFrom(frame: Frame, onDesk: boolean, { bowl, away }: Pane['uniforms']): void {
  bowl.value.w = 0;
  if (!onDesk) return;
  const actor = frame.entities.find(
    ({ role, kind, opacity }) => role === 'actor' && kind === 'fish-bowl' && opacity > 0,
  );
  if (actor?.role !== 'actor') return;
  const { position, factor } = placeActor(frame, actor);
  const radius = (actor.width * actor.scale * factor) / 2 / PIXELS_PER_UNIT;
  bowl.value.set(position.x, position.z, radius * 0.75, 1);
  const lamp = keySource(frame, new Vector3());
  if (lamp) away.value.set(position.x - lamp.x, position.z - lamp.z).normalize();
  else
    away.value.set(-frame.environment.key_direction.x, -Math.max(0.35, frame.environment.key_direction.z)).normalize();
}

/** Waves that bend one another's phase; where their crests fold the light gathers into thin bright threads. */
const FRAGMENT = /* glsl */ `
uniform vec3 tint;
uniform float strength, scale, phase, aspect;
uniform bool ripple;
uniform vec4 bowl;
uniform vec2 away;
varying vec2 place, world;
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
    vec3 way = vec3(p.x * 2.1 + p.y * 3.0, p.x * -1.3 + p.y * 7.0, p.x * 4.1 - p.y * 5.0) + phase * vec3(1.7, 2.3, -2.9);
    light = pow(max(0.0, dot(sin(way), vec3(0.42, 0.33, 0.25))), 3.0) * 1.6;
  } else if (bowl.w > 0.0) {
    // Water in a bowl gathers the light behind it into a bright fan that narrows to its focus and is lost beyond.
    vec2 from_bowl = (world - bowl.xy) / bowl.z;
    float along = dot(from_bowl, away);
    float across = dot(from_bowl, vec2(-away.y, away.x));
    float width = 0.34 + 0.5 * abs(along - 1.35);
    float fan = exp(-across * across / (width * width)) * smoothstep(-0.7, 0.5, along) * (1.0 - smoothstep(1.9, 4.2, along));
    light = threads(from_bowl * 2.6 + away * 0.4, phase) * fan * 1.5;
    light += 0.75 * exp(-pow(across / 0.2, 2.0) - pow((along - 1.35) / 0.75, 2.0)) * (0.85 + 0.15 * sin(phase * 2.3));
  } else {
    light = threads(vec2(p.x, p.y * 1.8), phase) + 0.08;
  }
  float edge = 1.0 - smoothstep(0.55, 1.0, length(from));
  gl_FragColor = vec4(tint, 1.0) * light * edge * strength;
}`;
