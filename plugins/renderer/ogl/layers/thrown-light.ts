import type { FrameActor } from '../../../../dsl/index.ts';
import type { Vessel } from '../actors/form.ts';
import type { Picture } from '../picture.ts';
import { shadowSlope } from './lamps.ts';

/** An ellipse of the stage, stage pixels. */
export interface Pool {
  readonly x: number;
  readonly y: number;
  readonly radiusX: number;
  readonly radiusY: number;
}

/** The pool of light reaches this many radii of the vessel to each side, and lies as flat as the desk is seen. */
const REACH = 1.75;
const FLAT = 0.2;

/**
 * Where the light falls that goes through a vessel of water standing on the area: around its foot, and further over on
 * the side away from the light. Null where no water stands there: then the whole area is lit.
 */
export function thrownLight(
  picture: Pick<Picture, 'frame' | 'forms'>,
  area: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
): Pool | null {
  const vessels = picture.frame.entities.flatMap((entity) => {
    const vessel = entity.role === 'actor' ? picture.forms.get(entity.kind)?.vessel : undefined;
    return entity.role === 'actor' && vessel ? [{ actor: entity, vessel }] : [];
  });
  const standing = vessels.find(
    ({ actor, vessel }) =>
      Math.abs(actor.x - area.x) < area.width / 2 && Math.abs(footOf(actor, vessel) - area.y) < area.height,
  );
  if (!standing) return null;
  const { actor, vessel } = standing;
  const radius = vessel.radii[0] * actor.scale;
  const lean = Math.max(-1, Math.min(1, shadowSlope(picture.frame)));
  return {
    x: actor.x + lean * radius * 0.55,
    y: footOf(actor, vessel) - radius * 0.04,
    radiusX: radius * REACH,
    radiusY: radius * FLAT,
  };
}

const footOf = (actor: FrameActor, { middle, radii }: Vessel): number => actor.y + (middle[1] + radii[1]) * actor.scale;
