import type { MeshStandardMaterial, Object3D } from 'three';
import type { Pose } from '../../../../dsl/index.ts';
import type { Workshop } from './form.ts';
import { add, joint, limb, sphere } from './parts.ts';

interface Build {
  /** Where the legs are set on, units. */
  readonly fore: number;
  readonly hind: number;
  readonly hip: number;
  readonly apart: number;
  readonly radius: number;
  /** From hip to sole. */
  readonly length: number;
  /** Units walked in one cycle. */
  readonly stride: number;
}

/** Four two-jointed legs with paws that trot by the way travelled and tuck in flight. */
export function fourLegs(workshop: Workshop, parent: Object3D, skin: MeshStandardMaterial, build: Build) {
  const { fore, hind, hip, apart, radius, length, stride } = build;
  const half = length / 2;
  const legs = [
    { x: fore, z: apart, phase: 0, front: true },
    { x: fore, z: -apart, phase: 0.5, front: true },
    { x: hind, z: apart, phase: 0.5, front: false },
    { x: hind, z: -apart, phase: 0, front: false },
  ].map(({ x, z, phase, front }) => {
    const upper = joint(parent, [x, hip, z]);
    add(upper, limb(workshop, radius, half), skin);
    const knee = joint(upper, [0, -half, 0]);
    add(knee, limb(workshop, radius * 0.8, half - radius), skin);
    add(knee, sphere(workshop), skin, [radius * 0.5, -half + radius * 0.55, 0], [radius * 1.35, radius * 0.6, radius]);
    return { upper, knee, phase, front };
  });
  return (pose: Pose, scale: number): void => {
    const walking = Math.min(1, Math.hypot(pose.vx, pose.vy) / 50) * (1 - pose.airborne);
    const cycle = pose.travelled / (100 * stride * Math.max(0.1, scale));
    for (const { upper, knee, phase, front } of legs) {
      const angle = (cycle + phase) * Math.PI * 2;
      upper.rotation.z = Math.sin(angle) * 0.55 * walking + (front ? 0.9 : -0.85) * pose.airborne;
      const bend = Math.max(0, Math.cos(angle)) * 0.7 * walking;
      knee.rotation.z = (front ? -1 : 0.7) * bend + (front ? -1.1 : 0.5) * pose.airborne;
    }
  };
}
