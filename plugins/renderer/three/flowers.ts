import {
  BufferGeometry,
  Color,
  Float32BufferAttribute,
  InstancedMesh,
  Matrix4,
  MeshLambertMaterial,
  Quaternion,
  Vector3,
} from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { LAND } from './land.glsl.ts';
import { greenery, hillAt, type LandUniforms } from './land.ts';
import { hash, noise } from './noise.ts';
import { PLANT_VARYINGS, STAND, SWAY } from './plant.glsl.ts';

const COUNT = 260;
const TINTS = ['#ffffff', '#ffe27a', '#f7b8d4', '#b9c8ff'];

/** A stem and a five-petalled head that looks up and towards the viewer; vertex alpha is 1 on petals, 0 on the stem. */
function bloom(): BufferGeometry {
  const positions: number[] = [-0.02, 0, 0, 0.02, 0, 0, 0, 1, 0];
  const petals: number[] = [0, 0, 0];
  const index = [0, 1, 2];
  const [cx, cy] = [0, 1];
  for (let i = 0; i < 5; i++) {
    const start = positions.length / 3;
    const angle = (i / 5) * Math.PI * 2;
    const at = (turn: number, r: number): void => {
      const [px, py] = [Math.cos(angle + turn) * r, Math.sin(angle + turn) * r];
      positions.push(cx + px, cy + py * 0.6, 0.02 + py * -0.35 + r * 0.25);
      petals.push(1);
    };
    at(0, 0.02);
    at(-0.5, 0.2);
    at(0, 0.3);
    at(0.5, 0.2);
    index.push(start, start + 1, start + 2, start, start + 2, start + 3);
  }
  const start = positions.length / 3;
  for (let i = 0; i < 6; i++) {
    positions.push(Math.cos(i * 1.047) * 0.09, 1 + Math.sin(i * 1.047) * 0.07, 0.07);
    petals.push(0.5);
  }
  for (let i = 1; i < 5; i++) index.push(start, start + i, start + i + 1);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new Float32BufferAttribute(positions, 3));
  geometry.setAttribute(
    'normal',
    new Float32BufferAttribute(
      positions.flatMap((_, i) => (i % 3 === 0 ? [0, 0.8, 0.6] : [])),
      3,
    ),
  );
  geometry.setAttribute('petal', new Float32BufferAttribute(petals, 1));
  geometry.setIndex(index);
  return geometry;
}

/** Wild flowers in drifts among the grass. */
export class Flowers {
  readonly mesh = new InstancedMesh(bloom(), new MeshLambertMaterial({ color: '#ffffff', side: 2 }), COUNT);
  readonly #grown = { value: 1 };
  readonly #stem = { value: new Color() };

  constructor(land: LandUniforms) {
    this.mesh.frustumCulled = false;
    this.mesh.material.onBeforeCompile = (shader) => {
      Object.assign(shader.uniforms, land, { grown: this.#grown, stemColor: this.#stem });
      shader.vertexShader = shader.vertexShader
        .replace(
          '#include <common>',
          `#include <common>\n${LAND}\n${PLANT_VARYINGS}\nattribute float petal;\nvarying float vPetal;`,
        )
        .replace('#include <begin_vertex>', `${SWAY}\nvPetal = petal;\ntransformed *= grown;`)
        .replace('#include <project_vertex>', STAND)
        .replace('#include <worldpos_vertex>', 'vec4 worldPosition = point;');
      shader.fragmentShader = shader.fragmentShader
        .replace('#include <common>', '#include <common>\nuniform vec3 stemColor;\nvarying float vPetal;')
        .replace(
          '#include <color_fragment>',
          `#include <color_fragment>
          diffuseColor.rgb = vPetal > 0.9 ? diffuseColor.rgb : vPetal > 0.4 ? vec3(0.9, 0.55, 0.08) : stemColor;
          totalEmissiveRadiance += diffuseColor.rgb * 0.06 * vPetal;`,
        )
        .replace(
          '#include <normal_fragment_begin>',
          'vec3 normal = normalize(vNormal);\nvec3 nonPerturbedNormal = normal;',
        );
    };
    const [matrix, turn, foot, size, up] = [
      new Matrix4(),
      new Quaternion(),
      new Vector3(),
      new Vector3(),
      new Vector3(0, 1, 0),
    ];
    let placed = 0;
    for (let i = 0; placed < COUNT && i < COUNT * 12; i++) {
      const z = 5.6 - 15 * hash(i, 31) ** 1.2;
      const x = (hash(i, 32) - 0.5) * 2 * (3.4 + (6.6 - z) * 0.6);
      if (noise(x * 0.42, 5, z * 0.42, 33) < 0.56) continue;
      const height = 0.16 + 0.16 * hash(i, 34);
      const head = 0.13 + 0.06 * hash(i, 36);
      turn.setFromAxisAngle(up, (hash(i, 35) - 0.5) * 1.2);
      this.mesh.setMatrixAt(placed, matrix.compose(foot.set(x, hillAt(x, z), z), turn, size.set(head, height, head)));
      this.mesh.setColorAt(placed, new Color(TINTS[Math.floor(noise(x * 0.3, 9, z * 0.3, 40) * 3.99)] ?? '#ffffff'));
      placed++;
    }
    this.mesh.count = placed;
  }

  update({ environment }: Frame): void {
    this.#grown.value = greenery(environment);
    this.mesh.visible = this.#grown.value > 0.01;
    this.#stem.value.set(environment.ground_far);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.mesh.dispose();
  }
}
