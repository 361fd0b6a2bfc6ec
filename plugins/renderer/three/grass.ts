import {
  BufferAttribute,
  BufferGeometry,
  Color,
  InstancedMesh,
  Matrix4,
  MeshLambertMaterial,
  Quaternion,
  Vector3,
} from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { LAND } from './land.glsl.ts';
import { greenery, hillAt, type LandUniforms, presence } from './land.ts';
import { hash, noise } from './noise.ts';
import { PLANT_VARYINGS, STAND, SWAY } from './plant.glsl.ts';

const UP = new Vector3(0, 1, 0);

/** One bent, tapering blade a unit high, its root at the origin. */
function blade(): BufferGeometry {
  const rows = [0, 0.4, 0.75, 1];
  const positions: number[] = [];
  const index: number[] = [];
  for (const t of rows.slice(0, 3)) {
    const half = 0.055 * (1 - t * 0.75);
    positions.push(-half, t, t * t * 0.28, half, t, t * t * 0.28);
  }
  positions.push(0, 1, 0.28);
  for (const i of [0, 2]) index.push(i, i + 1, i + 2, i + 1, i + 3, i + 2);
  index.push(4, 5, 6);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  const normals = new Float32Array(positions.length);
  for (let i = 0; i < normals.length; i += 3) normals.set([0, 0.94, 0.34], i);
  geometry.setAttribute('normal', new BufferAttribute(normals, 3));
  geometry.setIndex(index);
  return geometry;
}

/** Grass that sways in a wind that runs across the meadow; it grows out of the ground as the meadow comes in. */
export class Grass {
  readonly mesh: InstancedMesh<BufferGeometry, MeshLambertMaterial>;
  readonly #grown = { value: 1 };
  readonly #root = { value: new Color() };
  readonly #tip = { value: new Color() };

  constructor(land: LandUniforms, count: number) {
    const material = new MeshLambertMaterial({ color: '#ffffff', side: 2 });
    material.onBeforeCompile = (shader) => {
      Object.assign(shader.uniforms, land, { grown: this.#grown, rootColor: this.#root, tipColor: this.#tip });
      shader.vertexShader = shader.vertexShader
        .replace('#include <common>', `#include <common>\n${LAND}\n${PLANT_VARYINGS}`)
        .replace('#include <begin_vertex>', SWAY)
        .replace('#include <project_vertex>', STAND)
        .replace('#include <worldpos_vertex>', 'vec4 worldPosition = point;');
      shader.fragmentShader = shader.fragmentShader
        .replace(
          '#include <common>',
          '#include <common>\nuniform vec3 rootColor;\nuniform vec3 tipColor;\nvarying float along;\nvarying float lush;',
        )
        .replace(
          '#include <color_fragment>',
          'diffuseColor.rgb = mix(rootColor, tipColor, along * along) * (0.6 + 0.7 * lush);',
        )
        // A blade is lit like the ground it stands on, from either side.
        .replace(
          '#include <normal_fragment_begin>',
          'vec3 normal = normalize(vNormal);\nvec3 nonPerturbedNormal = normal;',
        );
    };
    this.mesh = new InstancedMesh(blade(), material, count);
    this.mesh.frustumCulled = false;
    this.mesh.receiveShadow = true;
    plant(this.mesh, count);
  }

  update(frame: Frame): void {
    const { environment } = frame;
    const meadow = greenery(environment) - 0.5 * presence(environment, 'valley');
    this.#grown.value = meadow;
    this.mesh.visible = meadow > 0.01;
    this.#root.value.set(environment.ground_near).multiplyScalar(1);
    this.#tip.value.set(environment.ground_far).lerp(new Color(environment.key_color), 0.05).multiplyScalar(1.35);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.mesh.dispose();
  }
}

/** Spreads the blades over a wedge in front of the camera, in tufts, fewer and taller the farther away. */
function plant(mesh: InstancedMesh, count: number): void {
  const matrix = new Matrix4();
  const turn = new Quaternion();
  const [foot, size] = [new Vector3(), new Vector3()];
  for (let i = 0; i < count; i++) {
    const t = hash(i, 1);
    const z = 6.6 - 25 * t ** 1.35;
    const half = 3.6 + (6.6 - z) * 0.62;
    const x = (hash(i, 2) - 0.5) * 2 * half;
    const tuft = noise(x * 0.9, 0, z * 0.9, 3);
    const height = (0.06 + 0.16 * tuft * tuft + 0.1 * hash(i, 4) ** 2) * (1 + Math.max(0, -z) * 0.03);
    turn.setFromAxisAngle(UP, (hash(i, 5) - 0.5) * 2.4);
    foot.set(x, hillAt(x, z), z);
    size.set(0.4 + 0.35 * hash(i, 7) + Math.max(0, -z) * 0.05, height, height);
    mesh.setMatrixAt(i, matrix.compose(foot, turn, size));
  }
}
