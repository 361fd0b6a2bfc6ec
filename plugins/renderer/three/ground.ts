import { BufferAttribute, BufferGeometry, Color, type IUniform, Mesh, MeshLambertMaterial, type Texture } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { LAND, RIVER } from './land.glsl.ts';
import { greenery, hillAt, type LandUniforms, presence } from './land.ts';

const ROWS = 110;
const COLUMNS = 90;
const NEAREST = 11;
const FARTHEST = -170;

/**
 * A sheet that is fine near the viewer and coarse far off, wider the farther away: position is (x, 0, z), `hill` the
 * height of the hills there and the normal that of full hills, its y being 1.
 */
function sheet(): BufferGeometry {
  const positions: number[] = [];
  const index: number[] = [];
  for (let row = 0; row <= ROWS; row++) {
    const t = row / ROWS;
    const z = NEAREST + (FARTHEST - NEAREST) * (0.12 * t + 0.88 * t ** 3);
    const half = 14 + (NEAREST - z) * 0.95;
    for (let column = 0; column <= COLUMNS; column++) positions.push((column / COLUMNS - 0.5) * 2 * half, 0, z);
  }
  const width = COLUMNS + 1;
  for (let row = 0; row < ROWS; row++)
    for (let column = 0; column < COLUMNS; column++) {
      const a = row * width + column;
      index.push(a, a + 1, a + width, a + 1, a + width + 1, a + width);
    }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  const hill = new Float32Array(positions.length / 3);
  const normals = new Float32Array(positions.length);
  for (let i = 0; i < hill.length; i++) {
    const [x = 0, , z = 0] = positions.slice(i * 3, i * 3 + 3);
    const e = 0.05;
    const here = hillAt(x, z);
    hill[i] = here;
    normals.set([(here - hillAt(x + e, z)) / e, 1, (here - hillAt(x, z + e)) / e], i * 3);
  }
  geometry.setAttribute('hill', new BufferAttribute(hill, 1));
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setIndex(index);
  return geometry;
}

/** Meadow, water, street or studio floor: one sheet whose shape and colours follow the frame without a step. */
export class Ground {
  readonly mesh: Mesh<BufferGeometry, MeshLambertMaterial>;
  readonly #colors: Record<'near' | 'far' | 'sky' | 'zenith', { value: Color }> = {
    near: { value: new Color() },
    far: { value: new Color() },
    sky: { value: new Color() },
    zenith: { value: new Color() },
  };
  readonly #water = { value: 0 };
  readonly #studio = { value: 0 };
  readonly #meadow = { value: 0 };
  readonly #room = { value: 0 };
  readonly #glint: IUniform<Color> = { value: new Color() };
  readonly #daylight: IUniform<Color> = { value: new Color() };

  constructor(land: LandUniforms, mottle: Texture) {
    const material = new MeshLambertMaterial({ color: '#ffffff' });
    material.onBeforeCompile = (shader) => {
      Object.assign(shader.uniforms, land, {
        nearColor: this.#colors.near,
        farColor: this.#colors.far,
        skyColor: this.#colors.sky,
        zenithColor: this.#colors.zenith,
        water: this.#water,
        studio: this.#studio,
        meadow: this.#meadow,
        glint: this.#glint,
        daylight: this.#daylight,
        landTime: land.landClock,
        room: this.#room,
        mottle: { value: mottle },
      });
      shader.vertexShader = shader.vertexShader
        .replace('#include <common>', `#include <common>\n${LAND}\nattribute float hill;\nvarying vec3 landPoint;`)
        .replace('#include <beginnormal_vertex>', SHAPE)
        .replace(
          '#include <begin_vertex>',
          'vec3 transformed = vec3(position.x, landLevel + landSlope * position.z + hills * hill + wave, position.z);\nlandPoint = transformed;',
        );
      shader.fragmentShader = shader.fragmentShader
        .replace('#include <common>', `#include <common>\n${SURFACE}`)
        .replace('#include <color_fragment>', 'diffuseColor.rgb = surfaceColor();')
        .replace('#include <opaque_fragment>', `${SHEEN}\n#include <opaque_fragment>`)
        .replace('#include <dithering_fragment>', BACKDROP);
    };
    this.mesh = new Mesh(sheet(), material);
    this.mesh.frustumCulled = false;
    this.mesh.receiveShadow = true;
    this.mesh.renderOrder = -20;
  }

  update(frame: Frame): void {
    const { environment } = frame;
    this.#colors.near.value.set(environment.ground_near);
    this.#colors.far.value.set(environment.ground_far);
    this.#colors.sky.value.set(environment.sky_bottom);
    this.#colors.zenith.value.set(environment.sky_top);
    this.#water.value = presence(environment, 'sea');
    this.#room.value = presence(environment, 'room');
    this.#studio.value = presence(environment, 'studio');
    this.#meadow.value = greenery(environment);
    this.#daylight.value
      .set(environment.key_color)
      .multiplyScalar(environment.key * 0.45)
      .add(new Color(environment.ambient_color).multiplyScalar(environment.ambient));
    this.#glint.value.set(environment.key_color).multiplyScalar(environment.key);
    // A studio's floor is a backdrop: what is drawn low in the picture is not sunk in it.
    this.mesh.material.depthWrite = this.#studio.value < 1;
    this.mesh.visible = presence(environment, 'space') < 1;
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
  }
}

const SHAPE = /* glsl */ `
float wave = wavesAt(position.xz);
vec3 objectNormal = vec3(normal.x * hills, 1.0, normal.z * hills);
if (waves > 0.0) {
  objectNormal.x += (wave - wavesAt(position.xz + vec2(0.08, 0.0))) / 0.08;
  objectNormal.z += (wave - wavesAt(position.xz + vec2(0.0, 0.08))) / 0.08;
}
objectNormal = normalize(objectNormal);
`;

const SURFACE = /* glsl */ `
uniform vec3 nearColor, farColor, skyColor, zenithColor, glint, daylight;
uniform float landTime, water, studio, meadow, room;
varying vec3 landPoint;
${RIVER}
uniform sampler2D mottle;
vec3 surfaceColor() {
  float away = 1.0 - exp(min(0.0, landPoint.z - 3.0) * 0.06);
  vec3 color = mix(nearColor, farColor, away);
  float patchy = texture2D(mottle, landPoint.xz * 0.13).r;
  color *= 1.0 + meadow * (patchy - 0.5) * 1.3;
  color *= 1.0 + meadow * 0.6 + studio * 0.8;
  if (room > 0.0) {
    // Boards that run away from the viewer, each of its own tone, with a dark joint.
    float board = landPoint.x * 1.15;
    float tone = fract(sin(floor(board) * 12.9898) * 43758.5453);
    float joint = smoothstep(0.0, 0.035, fract(board)) * smoothstep(1.0, 0.965, fract(board));
    float vein = texture2D(mottle, vec2(landPoint.x * 0.9, landPoint.z * 0.06)).r;
    color *= mix(1.0, (0.86 + 0.24 * tone) * (0.8 + 0.4 * vein) * (0.55 + 0.45 * joint), room);
  }
  if (river > 0.0) {
    vec2 place = landPoint.xz + vec2((patchy - 0.5) * 0.5, 0.0);
    float wet = riverAt(place, 0.12);
    float bank = riverAt(place, 0.9);
    color = mix(color, nearColor * vec3(1.5, 1.2, 0.8), bank * 0.45);
    float ripple = texture2D(mottle, landPoint.xz * vec2(0.5, 0.16) + vec2(0.0, landTime * 0.03)).r;
    color = mix(color, mix(skyColor, zenithColor, 0.6) * (0.8 + ripple * 0.5), wet);
  }
  return color;
}
`;

/** In the studio the floor runs into the backdrop, which is not tone-mapped either. */
const BACKDROP = /* glsl */ `
vec3 backdrop = linearToOutputTexel(vec4(skyColor, 1.0)).rgb;
gl_FragColor.rgb = mix(gl_FragColor.rgb, backdrop, studio * smoothstep(-1.0, 13.0, -landPoint.z));
#include <dithering_fragment>
`;

/** On water, the sky by Fresnel and glints of the key light. */
const SHEEN = /* glsl */ `
vec3 toEye = normalize(vViewPosition);
if (water > 0.0) {
  // Ripples too fine for the sheet, fading where they would be smaller than a pixel.
  vec2 drift = vec2(0.013, 0.021) * landTime;
  vec2 ripple = texture2D(mottle, landPoint.xz * vec2(0.21, 0.34) + drift).rg + texture2D(mottle, landPoint.xz * vec2(0.47, 0.71) - drift * 1.7).gr - 1.0;
  normal = normalize(normal + water * 0.5 * exp(landPoint.z * 0.045) * (viewMatrix * vec4(ripple.x, 0.0, ripple.y, 0.0)).xyz);
  outgoingLight = mix(outgoingLight, diffuseColor.rgb * daylight, water * 0.85);
  float grazing = pow(1.0 - saturate(dot(toEye, normal)), 5.0);
  vec3 mirrored = (vec4(reflect(-toEye, normal), 0.0) * viewMatrix).xyz;
  vec3 sky = mix(skyColor, zenithColor, smoothstep(0.02, 0.55, mirrored.y));
  outgoingLight = mix(outgoingLight, sky * 0.85, water * (0.04 + 0.62 * grazing));
  #if NUM_DIR_LIGHTS > 0
    vec3 between = normalize(directionalLights[0].direction + toEye);
    outgoingLight += water * glint * pow(saturate(dot(between, normal)), 90.0) * 1.6;
  #endif
}
`;
