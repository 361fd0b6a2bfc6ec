import type { Frame, FrameActor, FrameEntity, FrameFx } from '../../../../dsl/index.ts';
import type { Form, Vessel } from '../actors/form.ts';
import type { Parcels } from '../parcels.ts';
import type { LightField } from './light-fields.ts';

export type Step =
  /** `raised`: thrown on a desk instead of the ground. */
  | { readonly kind: 'shadow'; readonly actor: FrameActor; readonly raised: boolean }
  | { readonly kind: 'entity'; readonly entity: FrameEntity }
  | { readonly kind: 'field'; readonly fx: LightField }
  | { readonly kind: 'fx'; readonly fx: FrameFx }
  /** The glass of a vessel, after all that is in it. */
  | { readonly kind: 'front'; readonly actor: FrameActor };

type Spot = { readonly x: number; readonly y: number; readonly z: number };

/** How deep a vessel is, as a share of its width's half: what lies further away in z is behind it or before it. */
const DEPTH = 0.6;

/** Whether a point of the stage lies within the glass; a thing's tail may hang a little over. */
function isWithin(actor: FrameActor, { middle, radii }: Vessel, { x, y, z }: Spot): boolean {
  if (Math.abs(z - actor.z) > radii[0] * actor.scale * DEPTH) return false;
  const turn = (-actor.rotation * Math.PI) / 180;
  const [dx, dy] = [(x - actor.x) / actor.scale, (y - actor.y) / actor.scale];
  const acrossX = (dx * Math.cos(turn) - dy * Math.sin(turn)) * actor.facing - middle[0];
  const downY = dx * Math.sin(turn) + dy * Math.cos(turn) - middle[1];
  return (acrossX / radii[0]) ** 2 + (downY / radii[1]) ** 2 <= 1;
}

const hasField = (fx: FrameFx): fx is LightField => Boolean(fx.field);

/** Worse than any difference in size. */
const UNLIKELY = 1e5;

/**
 * Of the things that a field of light lies on, the one nearest to its size; null where it lies on none. Caustics fall on
 * what is around the water, shimmer plays on the water itself.
 */
function surfaceOf(
  { kind, field }: LightField,
  entities: readonly FrameEntity[],
  forms: Parcels<Form>,
): FrameEntity | null {
  const misfit = (entity: FrameEntity): number => {
    if (entity.role === 'text' || entity.scale <= 0) return Infinity;
    const [width, height] = [entity.width * entity.scale, entity.height * entity.scale];
    if (Math.abs(field.x - entity.x) > width / 2 || Math.abs(field.y - entity.y) > height / 2) return Infinity;
    const isVessel = entity.role === 'actor' && forms.get(entity.kind)?.vessel !== undefined;
    const unlikely = isVessel === (kind === 'caustics') ? UNLIKELY : 0;
    return Math.abs(width - field.width) + Math.abs(height - field.height) + unlikely;
  };
  const [best] = entities.toSorted((one, other) => misfit(one) - misfit(other));
  return best && misfit(best) < Infinity ? best : null;
}

/** Where hills, water or houses stand between the viewer and what shines in the sky. */
const OUTDOORS: Readonly<Record<string, ReadonlySet<string>>> = {
  sun: new Set(['meadow', 'valley', 'sea', 'city']),
  moon: new Set(['valley', 'sea', 'city']),
};

const isInSky = (entity: FrameEntity, scenery: string): boolean =>
  entity.role === 'actor' && OUTDOORS[entity.kind]?.has(scenery) === true;

/** Whether an actor's feet are on a desk. */
const standsOn = (actor: FrameActor, entity: FrameEntity): boolean =>
  entity.role === 'actor' &&
  entity.kind === 'desk' &&
  Math.abs(actor.x - entity.x) <= (entity.width * entity.scale) / 2 &&
  Math.abs(actor.y + (actor.height * actor.scale) / 2 - entity.y) <= (entity.height * entity.scale) / 2;

export interface Order {
  /** Before the scenery: suns and moons, that set behind the hills. */
  readonly sky: readonly Step[];
  readonly scene: readonly Step[];
}

/**
 * In which order a frame is drawn: shadows on the ground, then the entities as they come, but what is in a vessel
 * between its back and its glass; a field of light straight after the thing it lies on (first of all, if it lies on
 * the ground); other effects last.
 */
export function orderOf({ entities, environment, fx }: Frame, forms: Parcels<Form>): Order {
  const sky = entities.filter((entity) => isInSky(entity, environment.scenery));
  const rest = entities.filter((entity) => !sky.includes(entity));
  const vessels = rest.flatMap((entity) => {
    const vessel = entity.role === 'actor' && entity.scale > 0 ? forms.get(entity.kind)?.vessel : undefined;
    return vessel && entity.role === 'actor' ? [{ actor: entity, vessel }] : [];
  });
  const vesselOf = (spot: Spot) => vessels.find(({ actor, vessel }) => isWithin(actor, vessel, spot))?.actor;
  const homeOf = (one: FrameFx): FrameActor | undefined => {
    const homes = one.particles.map((particle) => vesselOf(particle));
    const inside = homes.filter((home) => home !== undefined);
    return inside.length * 2 > homes.length ? inside[0] : undefined;
  };
  const contents = new Map<FrameEntity, FrameActor>();
  for (const entity of rest) {
    const home = entity.role === 'actor' ? vesselOf(entity) : undefined;
    if (home && !vessels.some(({ actor }) => actor === entity)) contents.set(entity, home);
  }
  const fields = fx.filter(hasField).map((one) => ({ fx: one, on: surfaceOf(one, rest, forms) }));
  const bursts = fx.filter((one) => one.particles.length > 0).map((one) => ({ fx: one, home: homeOf(one) }));
  const raised = new Set(
    rest.filter((entity) => entity.role === 'actor' && rest.some((other) => standsOn(entity, other))),
  );
  const shadowOf = (entity: FrameEntity): readonly Step[] =>
    entity.role === 'actor' && !contents.has(entity)
      ? [{ kind: 'shadow', actor: entity, raised: raised.has(entity) }]
      : [];
  const stepsOf = (entity: FrameEntity): readonly Step[] => [
    ...(raised.has(entity) ? shadowOf(entity) : []),
    { kind: 'entity', entity },
    ...fields.filter(({ on }) => on === entity).map(({ fx: field }): Step => ({ kind: 'field', fx: field })),
  ];
  const scene: Step[] = [
    ...rest.filter((entity) => !raised.has(entity)).flatMap(shadowOf),
    ...fields.filter(({ on }) => on === null).map(({ fx: field }): Step => ({ kind: 'field', fx: field })),
  ];
  for (const entity of rest) {
    if (contents.has(entity)) continue;
    scene.push(...stepsOf(entity));
    const vessel = vessels.find(({ actor }) => actor === entity);
    if (!vessel) continue;
    for (const other of rest) if (contents.get(other) === entity) scene.push(...stepsOf(other));
    for (const { fx: one, home } of bursts) if (home === entity) scene.push({ kind: 'fx', fx: one });
    scene.push({ kind: 'front', actor: vessel.actor });
  }
  for (const { fx: one, home } of bursts) if (!home) scene.push({ kind: 'fx', fx: one });
  return { sky: sky.map((entity) => ({ kind: 'entity', entity })), scene };
}
