import type { Vec3 } from '../check/model.ts';
import { beside, type Landmark, partOf } from '../plan/places.ts';
import type { Location } from '../plan/timeline.ts';

/** A thing as it is at a time, or null when it is not on the stage. */
export type Landmarks = (id: string, ms: number) => Landmark | null;

const POINT = { width: 0, height: 0 };

/** Where a location is at a time; null while what it hangs on is not on the stage. */
export function locate(location: Location, ms: number, landmarks: Landmarks): Vec3 | null {
  if (!('of' in location)) return location;
  const mark = landmarks(location.of, ms);
  return mark && beside(partOf(mark, location.part), location.relation, POINT, location.offset);
}
