import { BufferAttribute, BufferGeometry, Color, Group, Mesh, MeshBasicMaterial } from 'three';
import type { Frame } from '../../../dsl/index.ts';
import { presence } from './land.ts';
import { noise } from './noise.ts';
import { lieOfTheLand } from './space.ts';

const RIDGES = [
  { z: -34, height: 3.4, step: 0.075, seed: 31 },
  { z: -52, height: 6.4, step: 0.05, seed: 47 },
  { z: -78, height: 12, step: 0.034, seed: 59 },
  { z: -120, height: 23, step: 0.022, seed: 83 },
] as const;
const PIECES = 220;

/** Chains of hills one behind the other, each paler than the one before it; open in the middle, where the river comes from. */
export class Valley {
  readonly group = new Group();
  readonly #ridges = RIDGES.map((ridge) => ({
    ...ridge,
    mesh: new Mesh(outline(ridge), new MeshBasicMaterial({ vertexColors: true, fog: false, toneMapped: false })),
  }));

  constructor() {
    for (const [i, { mesh, z }] of this.#ridges.entries()) {
      mesh.position.z = z;
      mesh.renderOrder = -40 - i;
      mesh.frustumCulled = false;
      this.group.add(mesh);
    }
  }

  update(frame: Frame): void {
    const { environment } = frame;
    const share = presence(environment, 'valley');
    this.group.visible = share > 0;
    if (share === 0) return;
    const { level, slope } = lieOfTheLand(frame);
    const lit = Math.min(1, 0.3 + environment.ambient * 0.55 + environment.key * 0.22);
    const haze = new Color(environment.fog_color).lerp(new Color(environment.sky_bottom), 0.5);
    for (const [i, { mesh, z: away, height }] of this.#ridges.entries()) {
      mesh.position.y = level + slope * away - 1 - (1 - share) * height * 1.5;
      mesh.material.color
        .set(environment.ground_far)
        .lerp(new Color(environment.ground_near), Math.max(0, 0.5 - i * 0.2))
        .multiplyScalar(lit)
        .lerp(new Color(environment.key_color), 0.05 * environment.key)
        .lerp(haze, 0.16 + i * 0.2);
    }
  }

  dispose(): void {
    for (const { mesh } of this.#ridges) {
      mesh.geometry.dispose();
      mesh.material.dispose();
    }
  }
}

/** A strip from the foot to the uneven crest; darker below, so that one ridge parts from the next. */
function outline({ z, height, step, seed }: (typeof RIDGES)[number]): BufferGeometry {
  const half = -z * 1.1 + 14;
  const positions: number[] = [];
  const colors: number[] = [];
  const index: number[] = [];
  for (let i = 0; i <= PIECES; i++) {
    const x = (i / PIECES - 0.5) * 2 * half;
    const open = 0.35 + 0.65 * Math.min(1, Math.abs(x + z * 0.06) / (-z * 0.3));
    const crest =
      height * open * (0.35 + 0.75 * noise(x * step, 0, 0, seed) + 0.22 * noise(x * step * 3.1, 0, 0, seed + 1)) +
      noise(x * step * 16, 0, 0, seed + 2) * height * 0.03;
    positions.push(x, -8, 0, x, crest, 0);
    colors.push(0.86, 0.86, 0.86, 1, 1, 1);
    if (i < PIECES) index.push(i * 2, i * 2 + 2, i * 2 + 1, i * 2 + 2, i * 2 + 3, i * 2 + 1);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(new Float32Array(positions), 3));
  geometry.setAttribute('color', new BufferAttribute(new Float32Array(colors), 3));
  geometry.setIndex(index);
  return geometry;
}
