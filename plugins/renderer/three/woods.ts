import {
  type BufferGeometry,
  Color,
  IcosahedronGeometry,
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

const COUNT = 300;

/** A rounded, uneven crown a unit high, standing on the origin. */
function crown(): BufferGeometry {
  const geometry = new IcosahedronGeometry(0.5, 1);
  const position = geometry.getAttribute('position');
  for (let i = 0; i < position.count; i++) {
    const [x, y, z] = [position.getX(i), position.getY(i), position.getZ(i)];
    const swell = 1 + (noise(x * 5 + 3, y * 5, z * 5, 51) - 0.5) * 0.45;
    position.setXYZ(i, x * swell, (y + 0.42) * swell, z * swell);
  }
  // Rounded in the light though uneven in outline.
  const normal = geometry.getAttribute('normal');
  const up = new Vector3();
  for (let i = 0; i < position.count; i++) {
    up.fromBufferAttribute(position, i)
      .setY(position.getY(i) - 0.35)
      .normalize();
    normal.setXYZ(i, up.x, up.y, up.z);
  }
  return geometry;
}

/** Copses and hedgerows on the far hills: what gives the horizon its line. */
export class Woods {
  readonly mesh = new InstancedMesh(crown(), new MeshLambertMaterial({ color: '#ffffff' }), COUNT);
  readonly #grown = { value: 1 };

  constructor(land: LandUniforms) {
    this.mesh.frustumCulled = false;
    this.mesh.material.onBeforeCompile = (shader) => {
      Object.assign(shader.uniforms, land, { grown: this.#grown });
      shader.vertexShader = shader.vertexShader
        .replace('#include <common>', `#include <common>\n${LAND}\n${PLANT_VARYINGS}`)
        .replace('#include <begin_vertex>', SWAY)
        .replace('#include <project_vertex>', STAND.replace('gust * 0.3', 'gust * 0.015'))
        .replace('#include <worldpos_vertex>', 'vec4 worldPosition = point;');
      shader.fragmentShader = shader.fragmentShader
        .replace('#include <common>', '#include <common>\nvarying float along;\nvarying float lush;')
        .replace('#include <color_fragment>', 'diffuseColor.rgb *= (0.45 + 0.55 * along) * (0.75 + 0.4 * lush);');
    };
    const [matrix, turn, foot, size, up] = [
      new Matrix4(),
      new Quaternion(),
      new Vector3(),
      new Vector3(),
      new Vector3(0, 1, 0),
    ];
    let placed = 0;
    for (let i = 0; placed < COUNT && i < COUNT * 20; i++) {
      const z = -19 - 62 * hash(i, 61);
      const x = (hash(i, 62) - 0.5) * 2 * (9 - z * 0.85);
      if (noise(x * 0.085, 0, z * 0.13, 63) < 0.6) continue;
      const height = (0.7 + 1.1 * hash(i, 64)) * (1 - Math.min(0.35, -z / 300)) * 0.8;
      const width = height * (0.75 + 0.5 * hash(i, 65));
      turn.setFromAxisAngle(up, hash(i, 66) * 6.28);
      this.mesh.setMatrixAt(
        placed++,
        matrix.compose(foot.set(x, hillAt(x, z), z), turn, size.set(width, height, width)),
      );
    }
    this.mesh.count = placed;
  }

  update({ environment }: Frame): void {
    this.#grown.value = greenery(environment);
    this.mesh.visible = this.#grown.value > 0.01;
    this.mesh.material.color
      .set(environment.ground_near)
      .lerp(new Color(environment.ground_far), 0.4)
      .multiplyScalar(1.9);
  }

  dispose(): void {
    this.mesh.geometry.dispose();
    this.mesh.material.dispose();
    this.mesh.dispose();
  }
}
