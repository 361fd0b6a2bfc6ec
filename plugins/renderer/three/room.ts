import { AdditiveBlending, Color, Group, Mesh, PlaneGeometry, ShaderMaterial, Vector2, Vector3 } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { presence } from './land.ts';
import { lieOfTheLand, toWorld } from './space.ts';

/** How far behind the plane of the stage the wall stands, units. */
const WALL = -4.6;

const VERTEX = /* glsl */ `
varying vec2 place;
void main() {
  place = (modelMatrix * vec4(position, 1.0)).xy;
  gl_Position = projectionMatrix * modelViewMatrix * vec4(position, 1.0);
}`;

/** A room: a papered wall with a skirting board, the light of a window on it, and that light in the air. */
export class Room {
  readonly group = new Group();
  readonly #uniforms = {
    top: { value: new Color() },
    bottom: { value: new Color() },
    light: { value: new Color() },
    amount: { value: 0 },
    floor: { value: 0 },
    presence: { value: 0 },
    clock: { value: 0 },
    source: { value: new Vector2() },
  };
  readonly #wall: Mesh<PlaneGeometry, ShaderMaterial>;
  readonly #beam: Mesh<PlaneGeometry, ShaderMaterial>;

  constructor(quality: number) {
    const common = { uniforms: this.#uniforms, transparent: true, toneMapped: false, vertexShader: VERTEX };
    this.#wall = new Mesh(new PlaneGeometry(60, 30), new ShaderMaterial({ ...common, fragmentShader: WALL_LIGHT }));
    this.#wall.position.z = WALL;
    this.#wall.renderOrder = -50;
    this.#beam = new Mesh(
      new PlaneGeometry(30, 16),
      new ShaderMaterial({
        ...common,
        fragmentShader: BEAM,
        blending: AdditiveBlending,
        depthWrite: false,
      }),
    );
    this.#beam.position.z = -0.7;
    this.#beam.renderOrder = 420;
    this.#beam.visible = quality >= 0.5;
    this.group.add(this.#wall, this.#beam);
  }

  update(frame: Frame): void {
    const { environment } = frame;
    const share = presence(environment, 'room');
    this.group.visible = share > 0;
    // Drawn first of all while nothing shows through it, so that glass finds it behind.
    this.#wall.material.transparent = share < 1;
    const { level, slope } = lieOfTheLand(frame);
    this.#uniforms.top.value.set(environment.sky_top);
    this.#uniforms.bottom.value.set(environment.sky_bottom);
    this.#uniforms.light.value.set(environment.key_color);
    this.#uniforms.amount.value = Math.min(1, environment.key * 0.62);
    this.#uniforms.floor.value = level + slope * WALL;
    this.#uniforms.presence.value = share;
    this.#uniforms.clock.value = environment.clock;
    sourceOfShafts(frame, this.#uniforms.source.value);
  }

  dispose(): void {
    for (const { geometry, material } of [this.#wall, this.#beam]) {
      geometry.dispose();
      material.dispose();
    }
  }
}

/** Where the shafts of light come from: the first window on the wall, or one out of sight. */
function sourceOfShafts(frame: Frame, out: Vector2): void {
  const window = frame.entities.find(({ role, kind, opacity }) => role === 'actor' && kind === 'window' && opacity > 0);
  const at = window && toWorld(frame.stage, window, new Vector3());
  out.set(at ? at.x - 0.3 : -5.2, at ? at.y + 0.5 : 3.6);
}

const WALL_LIGHT = /* glsl */ `
uniform vec3 top, bottom, light;
uniform float amount, floor, presence;
varying vec2 place;
float within(float low, float high, float x, float soft) {
  return smoothstep(low - soft, low + soft, x) * (1.0 - smoothstep(high - soft, high + soft, x));
}
void main() {
  vec3 color = mix(bottom, top, smoothstep(-1.5, 5.5, place.y)) * 0.74;
  color *= 0.985 + 0.03 * smoothstep(0.46, 0.54, abs(fract(place.x * 0.8) - 0.5) * 2.0);
  // The panes of a window out of sight, thrown aslant on the wall.
  vec2 thrown = vec2(place.x - 2.4 + place.y * 0.35, place.y - 0.7 + place.x * 0.1);
  float panes = within(-1.9, 1.9, thrown.x, 0.14) * within(-1.7, 1.7, thrown.y, 0.14);
  panes *= 1.0 - within(-0.09, 0.09, thrown.x, 0.07) * 0.7;
  panes *= 1.0 - within(-0.08, 0.08, thrown.y, 0.07) * 0.7;
  color += light * panes * amount * 0.3;
  color *= 1.0 - 0.26 * smoothstep(4.0, 13.0, length(place));
  float above = place.y - floor;
  vec3 board = mix(bottom, vec3(1.0), 0.25) * (0.72 + 0.2 * smoothstep(0.5, 0.62, above));
  color = mix(board, color, smoothstep(0.62, 0.64, above));
  color *= 1.0 - 0.3 * (1.0 - smoothstep(0.0, 0.12, above));
  gl_FragColor = vec4(color, presence);
  #include <colorspace_fragment>
}`;

const BEAM = /* glsl */ `
uniform vec3 light;
uniform float amount, presence, clock;
uniform vec2 source;
varying vec2 place;
void main() {
  // Two shafts that fall to the right and widen, with slow dust in them.
  vec2 from = place - source;
  float along = dot(from, normalize(vec2(0.83, -0.56)));
  float across = dot(from, normalize(vec2(0.56, 0.83))) / (1.0 + max(0.0, along) * 0.12);
  float shaft = exp(-pow((across - 0.55) * 1.9, 2.0)) + exp(-pow((across + 0.75) * 1.9, 2.0));
  float fade = smoothstep(0.0, 2.0, along) * (1.0 - smoothstep(3.0, 9.5, along));
  if (fade <= 0.0) discard;
  float dust = 0.9 + 0.1 * sin(across * 9.0 + clock * 0.3 + sin(along * 2.0 - clock * 0.2));
  gl_FragColor = vec4(light, 1.0) * shaft * fade * dust * amount * presence * 0.42;
}`;
