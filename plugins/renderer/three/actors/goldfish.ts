import { Group } from 'three';
import { fish } from './fish.ts';
import type { Form, Workshop } from './form.ts';

/** A small fish with flowing fins. */
export function goldfish(workshop: Workshop): Form {
  const root = new Group();
  const inner = fish(workshop);
  inner.root.scale.set(1, 0.94, 1.05);
  // Its colour glows a little by itself: it is seen through glass and water, and must not look dull there.
  for (const material of workshop.palette.materials) {
    if (!material.vertexColors && !material.transparent) continue;
    material.emissive.copy(workshop.palette.color(material.vertexColors ? 'body' : 'fins', -0.35));
    material.emissiveIntensity = 0.4;
  }
  root.add(inner.root);
  return { root, pose: (actor) => inner.pose(actor) };
}
