import { CapsuleGeometry, Group, Mesh, type MeshStandardMaterial, SphereGeometry } from 'three';
import type { Workshop } from './form.ts';

const JOINTS = 7;
const LENGTH = 0.125;

/** A chain of short bones with a tuft at the end: a wave runs down it, and in flight it streams behind. */
export function cowTail({ palette, once }: Workshop, _hide: MeshStandardMaterial) {
  const root = new Group();
  root.position.set(-1.03, 0.36, 0);
  const skin = palette.paint('body', { roughness: 0.85 });
  const joints: Group[] = [];
  let parent: Group = root;
  for (let i = 0; i < JOINTS; i++) {
    const joint = new Group();
    if (i > 0) joint.position.y = -LENGTH;
    const bone = new Mesh(
      once(`tail-${i}`, () => new CapsuleGeometry(0.048 - i * 0.004, LENGTH, 4, 10)),
      skin,
    );
    bone.position.y = -LENGTH / 2;
    joint.add(bone);
    parent.add(joint);
    joints.push(joint);
    parent = joint;
  }
  const tuft = new Mesh(
    once('tuft', () => new SphereGeometry(0.085, 14, 12)),
    palette.paint('spots', { roughness: 1 }),
  );
  tuft.scale.set(0.8, 1.9, 0.8);
  tuft.position.y = -LENGTH - 0.1;
  parent.add(tuft);
  root.traverse((part) => {
    part.castShadow = true;
  });
  return {
    root,
    swing: (clock: number, airborne: number): void => {
      root.rotation.z = -0.42 - airborne * 1.15;
      for (const [i, joint] of joints.entries()) {
        const wave = Math.sin(clock * 2.4 - i * 0.55);
        joint.rotation.x = wave * 0.16 * (1 + i * 0.15);
        joint.rotation.z = (i > 0 ? 0.085 : 0) + airborne * Math.sin(clock * 9 - i * 0.8) * 0.14;
      }
    },
  };
}
