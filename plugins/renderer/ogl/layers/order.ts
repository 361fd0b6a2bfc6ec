import type { Frame, FrameActor, FrameEntity, FrameFx } from '../../../../dsl/index.ts';
import type { Vessel } from '../actors/form.ts';
import type { Forms } from '../actors/forms.ts';
import type { LightField } from './light-fields.ts';

export type Step =
  | { readonly kind: 'entity'; readonly entity: FrameEntity }
  | { readonly kind: 'field'; readonly fx: LightField }
  | { readonly kind: 'fx'; readonly fx: FrameFx }
  /** The glass of a vessel, after all that is in it. */
  | { readonly kind: 'front'; readonly actor: FrameActor };

type Spot = { readonly x: number; readonly y: number };

/** Whether a point of the stage lies within the glass; a thing's tail may hang a little over. */
function isWithin(actor: FrameActor, { middle, radii }: Vessel, { x, y }: Spot): boolean {
  const turn = (-actor.rotation * Math.PI) / 180;
  const [dx, dy] = [(x - actor.x) / actor.scale, (y - actor.y) / actor.scale];
  const acrossX = (dx * Math.cos(turn) - dy * Math.sin(turn)) * actor.facing - middle[0];
  const downY = dx * Math.sin(turn) + dy * Math.cos(turn) - middle[1];
  return (acrossX / radii[0]) ** 2 + (downY / radii[1]) ** 2 <= 1;
}

const hasField = (fx: FrameFx): fx is LightField => fx.field !== null;

/** Of the things that a field of light lies on, the one nearest to its size; null where it lies on none. */
function surfaceOf({ field }: LightField, entities: readonly FrameEntity[]): FrameEntity | null {
  const misfit = (entity: FrameEntity): number => {
    if (entity.role === 'text' || entity.scale <= 0) return Infinity;
    const [width, height] = [entity.width * entity.scale, entity.height * entity.scale];
    const over =
      Math.abs(field.x - entity.x) <= width / 2 && Math.abs(field.y - entity.y) <= height / 2 + field.height / 2;
    return over ? Math.abs(width - field.width) + Math.abs(height - field.height) : Infinity;
  };
  const [best] = entities.toSorted((one, other) => misfit(one) - misfit(other));
  return best && misfit(best) < Infinity ? best : null;
}

/**
 * In which order a frame is drawn: entities as they come, but what is in a vessel between its back and its glass; a
 * field of light straight after the thing it lies on (first of all, if it lies on the ground); other effects last.
 */
export function orderOf({ entities, fx }: Frame, forms: Forms): readonly Step[] {
  const vessels = entities.flatMap((entity) => {
    const vessel = entity.role === 'actor' && entity.scale > 0 ? forms.get(entity.kind)?.vessel : undefined;
    return vessel && entity.role === 'actor' ? [{ actor: entity, vessel }] : [];
  });
  const fields = fx.filter(hasField).map((one) => ({ fx: one, on: surfaceOf(one, entities) }));
  const bursts = fx.filter((one) => !hasField(one));
  const vesselOf = (spot: Spot, after: number) =>
    vessels.find(({ actor, vessel }) => entities.indexOf(actor) < after && isWithin(actor, vessel, spot))?.actor;
  const homeOf = (one: FrameFx): FrameActor | undefined => {
    const homes = one.particles.map((particle) => vesselOf(particle, entities.length));
    const inside = homes.filter((home) => home !== undefined);
    return inside.length * 2 > homes.length ? inside[0] : undefined;
  };
  const entityAndLight = (entity: FrameEntity): readonly Step[] => [
    { kind: 'entity', entity },
    ...fields.filter(({ on }) => on === entity).map(({ fx: field }): Step => ({ kind: 'field', fx: field })),
  ];
  const contents = new Map<FrameEntity, FrameActor>();
  entities.forEach((entity, index) => {
    const home = vesselOf(entity, index);
    if (home && home !== entity && !vessels.some(({ actor }) => actor === entity)) contents.set(entity, home);
  });
  const steps: Step[] = fields.filter(({ on }) => on === null).map(({ fx: field }) => ({ kind: 'field', fx: field }));
  for (const entity of entities) {
    if (contents.has(entity)) continue;
    steps.push(...entityAndLight(entity));
    const vessel = vessels.find(({ actor }) => actor === entity);
    if (!vessel) continue;
    for (const other of entities) if (contents.get(other) === entity) steps.push(...entityAndLight(other));
    for (const one of bursts) if (homeOf(one) === entity) steps.push({ kind: 'fx', fx: one });
    steps.push({ kind: 'front', actor: vessel.actor });
  }
  for (const one of bursts) if (!homeOf(one)) steps.push({ kind: 'fx', fx: one });
  return steps;
}
