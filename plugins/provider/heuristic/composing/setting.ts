import { ACTOR_KINDS, ENVIRONMENTS } from '../../../../dsl/index.ts';
import type { Idea } from '../reading/idea.ts';

const IN_SPACE = new Set(['rocket', 'planet', 'globe']);
/** Names that a time of day has in some places, before its usual one. */
const OTHER_HOURS: Readonly<Record<string, readonly string[]>> = {
  day: ['noon'],
  dusk: ['evening'],
  night: ['dark'],
};
const OF_THE_NIGHT = new Set(['moon', 'star']);

/** The environment that fits what a prompt says of place and time, or else what is on stage. */
export function settingFor({ cast, scenery, time }: Pick<Idea, 'cast' | 'scenery' | 'time'>): string {
  const kinds = cast.map((member) => member.kind);
  const place = scenery ?? usualPlace(kinds);
  const hour = time ?? (kinds.some((kind) => OF_THE_NIGHT.has(kind)) ? 'night' : 'day');
  const wanted = [...(OTHER_HOURS[hour] ?? []), hour].map((name) => `${name}-${place}`);
  return [...wanted, place].find((name) => Object.hasOwn(ENVIRONMENTS, name)) ?? 'day-meadow';
}

function usualPlace(kinds: readonly string[]): string {
  const some = (test: (kind: string) => boolean): boolean => kinds.some(test);
  if (
    kinds.length > 0 &&
    kinds.every((kind) => IN_SPACE.has(kind) || OF_THE_NIGHT.has(kind) || kind === 'sun') &&
    some((kind) => IN_SPACE.has(kind))
  )
    return 'space';
  if (some((kind) => ACTOR_KINDS[kind]?.habitat === 'water')) return 'sea';
  if (some((kind) => kind === 'car')) return 'city';
  if (kinds.every((kind) => ['thing', 'book', 'box', 'heart'].includes(kind))) return 'studio';
  return 'meadow';
}
