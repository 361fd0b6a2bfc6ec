import { Group } from 'three';
import { fish } from './fish.ts';
import type { Form, Workshop } from './form.ts';

/** A small fish with flowing fins. */
export function goldfish(workshop: Workshop): Form {
  const root = new Group();
  const inner = fish(workshop);
  inner.root.scale.set(0.84, 0.8, 0.95);
  root.add(inner.root);
  return { root, pose: (actor) => inner.pose(actor) };
}
