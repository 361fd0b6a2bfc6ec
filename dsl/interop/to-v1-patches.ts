import { tokensOf } from '../plan/pointer.ts';
import type { Patch, Timeline } from '../plan/timeline.ts';
import { actor } from './v1/actor.ts';
import { chart } from './v1/chart.ts';
import { fx, material, sound } from './v1/effect.ts';
import { figure, group } from './v1/figure.ts';
import { type V1Names, v1NamesOf } from './v1/names.ts';
import { type V1Scale, v1Scale } from './v1/scale.ts';
import { camera, light, mood, transition } from './v1/surroundings.ts';
import type { Bare, Translation } from './v1/translation.ts';
import { annotation, lyrics } from './v1/words.ts';
import type { V1Patch } from './v1-patch.ts';

/**
 * The timeline as patches to the scene of v1 clients, lengths scaled to their stage of 720 × 360. Written lines become
 * `/lyrics/words` and `/fx/bouncing_ball`, of which v1 has one each: the last line written wins. Things for which v1
 * clients have a name get that (`v1/names.ts`).
 */
export function toV1Patches(timeline: Timeline, names: V1Names = v1NamesOf(timeline)): V1Patch[] {
  const scale = v1Scale(timeline.stage, names.thing);
  return timeline.patches.flatMap((patch) => translateToV1(patch, scale, names));
}

/** One patch alone; what v1 has no place for becomes nothing. */
export function translateToV1(patch: Patch, scale: V1Scale, names: V1Names): V1Patch[] {
  const [part = '', id = '', property, ...rest] = tokensOf(patch.path) ?? [];
  // A slot of colours or a setting: its path goes on behind the property.
  const full = property === undefined || part === 'materials' ? property : [property, ...rest].join('/');
  const bare = bareOf(part, { patch, id, property: full, scale, names }, rest);
  return bare.map((each) => ({ ...each, at_ms: patch.at_ms }));
}

/** A timeline's patches carry the state that their path names: the schema has checked it, or `plan` has written it. */
function bareOf(part: string, translation: Translation, rest: readonly string[]): Bare[] {
  switch (part) {
    case 'render':
      return [{ op: 'add', path: '/render/mode', value: modeOf(translation.patch) }];
    case 'environment':
      return mood(translation);
    case 'camera':
      return camera(translation);
    case 'transition':
      return transition(translation);
    case 'actors':
      return actor(translation);
    case 'drawings':
    case 'pictures':
      return figure(translation);
    case 'groups':
      return group(translation);
    case 'charts':
      return chart(translation);
    case 'texts':
      return annotation(translation);
    case 'lights':
      return light(translation);
    case 'materials':
      return material(translation, rest);
    case 'lyrics':
      return lyrics(translation);
    case 'fx':
      return fx(translation);
    case 'sounds':
      return sound(translation);
    default:
      return [];
  }
}

const modeOf = ({ value }: Patch): unknown => (typeof value === 'string' ? value : Object(value).mode);
