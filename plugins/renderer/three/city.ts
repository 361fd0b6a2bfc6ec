import { BoxGeometry, Color, InstancedMesh, Matrix4, MeshLambertMaterial, Quaternion, Vector3 } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { LAND } from './land.glsl.ts';
import { type LandUniforms, presence } from './land.ts';
import { hash } from './noise.ts';

const COUNT = 190;

/** Blocks of houses behind the street, their windows lit as the day goes; they rise as the city comes in. */
export class City {
  readonly mesh = new InstancedMesh(new BoxGeometry(1, 1, 1).translate(0, 0.5, 0), new MeshLambertMaterial(), COUNT);
  readonly #built = { value: 1 };
  readonly #lit = { value: 0 };

  constructor(land: LandUniforms) {
    this.mesh.frustumCulled = false;
    this.mesh.material.onBeforeCompile = (shader) => {
      Object.assign(shader.uniforms, land, { built: this.#built, lit: this.#lit });
      shader.vertexShader = shader.vertexShader
        .replace('#include <common>', `#include <common>\n${LAND}\nuniform float built;\n${VARYINGS}`)
        .replace(
          '#include <project_vertex>',
          /* glsl */ `
          facade = position * vec3(instanceMatrix[0][0], instanceMatrix[1][1], instanceMatrix[2][2]);
          side = normal;
          house = fract(sin(dot(instanceMatrix[3].xz, vec2(12.9898, 78.233))) * 43758.5453);
          vec4 point = instanceMatrix * vec4(transformed, 1.0);
          point.y = point.y * built + landLevel + landSlope * instanceMatrix[3].z - 0.4;
          vec4 mvPosition = viewMatrix * point;
          gl_Position = projectionMatrix * mvPosition;`,
        )
        .replace('#include <worldpos_vertex>', 'vec4 worldPosition = point;');
      shader.fragmentShader = shader.fragmentShader
        .replace('#include <common>', `#include <common>\nuniform float lit;\n${VARYINGS}`)
        .replace('#include <color_fragment>', `#include <color_fragment>\n${WINDOWS}`);
    };
    const [matrix, turn, foot, size] = [new Matrix4(), new Quaternion(), new Vector3(), new Vector3()];
    for (let i = 0; i < COUNT; i++) {
      const row = Math.floor(i / 38);
      const z = -7 - row * 6.5 - hash(i, 71) * 2;
      const x = ((i % 38) / 37 - 0.5) * (34 + row * 16) + (hash(i, 72) - 0.5) * 0.7;
      const tall = 1.2 + 2.2 * hash(i, 73) ** 1.6 + row * 1.1 + (hash(i, 74) > 0.88 ? 2.4 : 0);
      foot.set(x, 0, z);
      size.set(0.75 + hash(i, 75) * 0.7 + row * 0.25, tall, 1.2);
      this.mesh.setMatrixAt(i, matrix.compose(foot, turn, size));
      this.mesh.setColorAt(i, new Color().setHSL(0.58 + hash(i, 76) * 0.12, 0.12, 0.5 + hash(i, 77) * 0.3));
    }
  }

  update({ environment }: Frame): void {
    this.#built.value = presence(environment, 'city');
    this.#lit.value = Math.min(1, Math.max(0, environment.stars * 1.2));
    this.mesh.visible = this.#built.value > 0.01;
    this.mesh.material.color.set(environment.ground_far).lerp(new Color('#ffffff'), 0.25);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.mesh.dispose();
  }
}

const VARYINGS = /* glsl */ `
varying vec3 facade;
varying vec3 side;
varying float house;
`;

const WINDOWS = /* glsl */ `
vec2 wall = abs(side.z) > 0.5 ? facade.xy : facade.zy;
vec2 cell = wall / vec2(0.2, 0.27);
vec2 inside = fract(cell);
float pane = step(0.25, inside.x) * step(inside.x, 0.75) * step(0.25, inside.y) * step(inside.y, 0.78) * step(abs(side.y), 0.5);
float awake = step(0.52, fract(sin(dot(floor(cell) + house * 57.0, vec2(12.9898, 78.233))) * 43758.5453));
diffuseColor.rgb *= mix(1.0, 0.5, pane);
totalEmissiveRadiance += pane * awake * lit * mix(vec3(1.0, 0.66, 0.28), vec3(0.75, 0.85, 1.0), step(0.85, fract(house * 7.0 + floor(cell.y) * 0.37))) * 0.8;
`;
