import { magnification, throughX, throughY } from '../paint/affine.ts';
import { mixRgb, rgb } from '../paint/colour.ts';
import { smooth } from '../paint/noise.ts';
import { type Picture, view } from '../picture.ts';

export const MAX_HALOS = 3;

export interface Halos {
  /** Four numbers each: x, y as shares of the picture, radius as a share of its height, strength. */
  readonly places: readonly (readonly [number, number, number, number])[];
  readonly colours: readonly (readonly [number, number, number])[];
  readonly count: number;
}

/** The light around what shines, for the sky to wear: the strongest few. */
export function halosOf(picture: Picture): Halos {
  const { entities, environment } = picture.frame;
  const m = view(picture);
  const night = 0.12 + 0.88 * smooth(1.1 - environment.sky_luminance * 2);
  const found = entities.flatMap((entity) => {
    const halo = entity.role === 'actor' ? picture.forms.get(entity.kind)?.halo?.(entity) : undefined;
    if (!halo || entity.opacity <= 0) return [];
    const radius = (halo.radius * entity.scale * magnification(m)) / picture.height;
    const x = throughX(m, entity.x, entity.y) / picture.width;
    const y = throughY(m, entity.x, entity.y) / picture.height;
    // A sun that sinks shines through more and more air.
    const isSun = entity.kind === 'sun';
    const low = isSun ? 0.3 + 0.6 * smooth((entity.y / Math.max(1, environment.horizon) - 0.2) * 1.5) : 0;
    const shown = Math.min(1, night + low);
    const colour = mixRgb(rgb(halo.colour), rgb(environment.key_color), 0.35);
    return [{ place: [x, y, Math.max(0.01, radius), halo.strength * entity.opacity * shown] as const, colour }];
  });
  const kept = found
    .sort((one, other) => other.place[2] * other.place[3] - one.place[2] * one.place[3])
    .slice(0, MAX_HALOS);
  const none = { place: [0, 0, 1, 0] as const, colour: [0, 0, 0] as const };
  const filled = Array.from({ length: MAX_HALOS }, (_, index) => kept[index] ?? none);
  return { places: filled.map(({ place }) => place), colours: filled.map(({ colour }) => colour), count: kept.length };
}
